using Postrun.Redaction.Scanning;
using Postrun.Redaction.Secrets;

namespace Postrun.Redaction.Rules;

/// <summary>The rules that the executable brings.</summary>
public static class BuiltInRules
{
    /// <summary>All of them, each with an id of its own.</summary>
    public static IReadOnlyList<Rule> All { get; } =
    [
        KeyBlock.Rule,
        .. SourceControlRules.All,
    ];
}
