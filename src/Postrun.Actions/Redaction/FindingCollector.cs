using System.Collections.Immutable;
using Postrun.Model;
using Postrun.Redaction.Rules;
using Postrun.Redaction.Scanning;
using Postrun.Redaction.Text;

namespace Postrun.Actions;

/// <summary>What is found in one file, and what the policy says of it.</summary>
/// <param name="path">Of the file, relative to its workspace root.</param>
internal sealed class FindingCollector(RedactionTools tools, FindingPlace place, UnixPath path)
{
    private static readonly Reason NeverRewritten = new("redaction.guard", "the policy would redact it, but what lies here is never rewritten");

    private readonly Dictionary<(Rule, Confidence), FindingDecision> decisions = [];
    private readonly List<FoundAt> places = [];

    public RedactionOptions Options => new() { Key = tools.Key, Redacts = Redacts, FormOf = tools.FormOf };

    public IReadOnlyList<FoundAt> Places => places;

    /// <summary>A person has to act, and nothing is rewritten.</summary>
    public bool Fails => decisions.Values.Any(static decision => decision.Action == FindingAction.Fail);

    /// <summary>What is to be redacted has an original that is not simply replaced.</summary>
    public bool KeepsOriginal => decisions.Values.Any(static decision => decision is { Action: FindingAction.Redact, Original: not OriginalText.Replace });

    public void Take(Finding finding)
    {
        if (places.Count < FileFindings.MaxPlaces && DecisionOn(finding.Rule, finding.Confidence).Action != FindingAction.Report)
            places.Add(new(finding.Rule.Id, finding.Fingerprint, finding.Line, finding.Offset, finding.Length));
    }

    public ImmutableArray<FindingCount> Counts(TextSummary summary, bool redacted) => [.. summary.Counts.Select(count =>
    {
        var decision = DecisionOn(count.Rule, count.Confidence);
        return new FindingCount(
            count.Rule.Id, count.Rule.Name, count.Rule.Kind == RuleKind.Credential, SeverityOf(count.Rule), count.Confidence == Confidence.Checksum,
            decision.Action, count.Found, redacted ? count.Redacted : 0, decision.Reasons);
    })];

    private bool Redacts(Rule rule, Confidence confidence) => DecisionOn(rule, confidence).Action == FindingAction.Redact;

    private FindingDecision DecisionOn(Rule rule, Confidence confidence)
    {
        if (decisions.TryGetValue((rule, confidence), out var known))
            return known;
        var decision = tools.Policy.Decide(new(
            rule.Id, rule.Kind == RuleKind.Credential, SeverityOf(rule), confidence == Confidence.Checksum, place, path));
        if (decision.Action == FindingAction.Redact && !place.IsRewritable())
            decision = decision with { Action = FindingAction.Fail, Reasons = [NeverRewritten, .. decision.Reasons] };
        return decisions[(rule, confidence)] = decision;
    }

    private static FindingSeverity SeverityOf(Rule rule) => rule.Severity switch
    {
        Severity.Low => FindingSeverity.Low,
        Severity.Medium => FindingSeverity.Medium,
        Severity.High => FindingSeverity.High,
        _ => FindingSeverity.Critical,
    };
}
