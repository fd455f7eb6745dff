using Postrun.Redaction.Text;
using Postrun.Redaction.UserRules;

namespace Postrun.Cli.Output;

/// <summary>Says on standard error what a redaction did: how often which rule found something, never what.</summary>
internal static class RedactionView
{
    public static void Write(TextSummary summary)
    {
        var redacted = summary.Counts.Sum(static count => count.Redacted);
        var found = summary.Counts.Sum(static count => count.Found);
        if (summary.Kind == TextKind.Binary)
            Terminal.Complain("binary data, which is not looked into: copied as it is");
        else
            Terminal.Complain($"redacted {Units.Count(redacted)}{(found > redacted ? $", left {Units.Count(found - redacted)} that are only shaped like one" : "")} in {Units.Bytes(summary.Length)}");
        foreach (var count in summary.Counts)
            Terminal.Complain($"  {count.Rule.Id} ({RuleWords.Of(count.Confidence)}): {Units.Count(count.Redacted)} of {Units.Count(count.Found)}");
    }
}
