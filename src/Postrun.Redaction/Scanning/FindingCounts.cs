using Postrun.Redaction.Rules;

namespace Postrun.Redaction.Scanning;

/// <summary>How often each rule found something.</summary>
internal sealed class FindingCounts(RuleSet rules)
{
    private readonly SortedDictionary<(int Rule, Confidence Confidence), (long Found, long Redacted)> _counts = [];

    internal void Add(int rule, Confidence confidence, bool redacted)
    {
        var (found, already) = _counts.GetValueOrDefault((rule, confidence));
        _counts[(rule, confidence)] = (found + 1, already + (redacted ? 1 : 0));
    }

    internal IReadOnlyList<RuleCount> ToList() =>
        [.. _counts.Select(count => new RuleCount(rules.Rules[count.Key.Rule], count.Key.Confidence, count.Value.Found, count.Value.Redacted))];
}
