using System.Collections.Frozen;
using Postrun.Redaction.Rules;
using Postrun.Redaction.Forms;

namespace Postrun.Redaction.UserRules;

/// <summary>How files and reports write what the code names: <c>SourceControl</c> is <c>source-control</c>.</summary>
public static class RuleWords
{
    public static IReadOnlyDictionary<string, Severity> Severities { get; } = Enum.GetValues<Severity>().ToFrozenDictionary(static severity => Of(severity));

    public static IReadOnlyDictionary<string, RuleCategory> Categories { get; } = Enum.GetValues<RuleCategory>().ToFrozenDictionary(static category => Of(category));

    public static IReadOnlyDictionary<string, RedactionForm> Forms { get; } = Enum.GetValues<RedactionForm>().ToFrozenDictionary(static form => Of(form));

    public static string Of(Severity severity) => Hyphenated(severity.ToString());

    public static string Of(RuleCategory category) => Hyphenated(category.ToString());

    public static string Of(Confidence confidence) => Hyphenated(confidence.ToString());

    public static string Of(RedactionForm form) => form == RedactionForm.LastFour ? "last4" : Hyphenated(form.ToString());

    private static string Hyphenated(string name) =>
        string.Concat(name.Select(static (unit, at) => char.IsAsciiLetterUpper(unit) ? $"{(at > 0 ? "-" : "")}{char.ToLowerInvariant(unit)}" : unit.ToString()));
}
