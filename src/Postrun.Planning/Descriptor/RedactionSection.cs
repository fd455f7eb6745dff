using System.Collections.Frozen;
using System.Collections.Immutable;
using Postrun.Model;

namespace Postrun.Planning;

/// <summary>Reads <c>redaction</c>.</summary>
internal static class RedactionSection
{
    private const int MaxReason = 256;

    private static readonly FrozenDictionary<string, bool> Flags = new Dictionary<string, bool> { ["true"] = true, ["false"] = false }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, FindingSeverity> Severities = new Dictionary<string, FindingSeverity>
    {
        ["low"] = FindingSeverity.Low,
        ["medium"] = FindingSeverity.Medium,
        ["high"] = FindingSeverity.High,
        ["critical"] = FindingSeverity.Critical,
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, FindingForm> Forms = new Dictionary<string, FindingForm>
    {
        ["label"] = FindingForm.Label,
        ["remove"] = FindingForm.Remove,
        ["mask"] = FindingForm.Mask,
        ["last4"] = FindingForm.LastFour,
    }.ToFrozenDictionary();

    public static RedactionSource Read(Section root, Layout layout)
    {
        if (root.Open("redaction") is not { } section)
            return new();
        var rules = section.List("rules").Select(section.Context.Path).OfType<Located<UnixPath>>().ToList();
        rules.ForEach(file => layout.RequireOutsideRoots(file, "the file of rules"));
        return new()
        {
            Enabled = section.Choice("enabled", Flags) ?? true,
            Logs = WorkspaceSection.ReadPatterns(section, "logs"),
            Form = section.Choice("form", Forms) ?? FindingForm.Label,
            Rules = [.. rules.Select(static file => file.Value)],
            FailAt = section.Choice("failAt", Severities),
            Allow = [.. section.Mappings("allow").Select(ReadAllowed).OfType<AllowedFinding>()],
            Key = section.File("key", layout, "the key of pseudonyms"),
        };
    }

    /// <summary>Each of the three is needed: a rule allowed everywhere, or for no reason, would be one that nobody remembers.</summary>
    private static AllowedFinding? ReadAllowed(Section section)
    {
        foreach (var key in ImmutableArray.Create("rule", "path", "reason"))
            if (!section.Has(key))
                section.Report($"'redaction.allow' has an entry without '{key}': write {{ rule: ID, path: \"docs/**\", reason: why it is harmless }}");
        var (rule, path, reason) = (section.Text("rule"), section.Text("path", UnixPath.MaxName), section.Text("reason", MaxReason));
        return rule is null || path is null || reason is null ? null : new(rule, path, reason);
    }
}
