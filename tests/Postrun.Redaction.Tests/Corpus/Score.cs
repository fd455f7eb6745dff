using Postrun.Redaction.Rules;
using Postrun.Redaction.Scanning;

namespace Postrun.Redaction.Tests.Corpus;

/// <summary>How what was found compares with what was planted.</summary>
internal sealed class Score
{
    /// <summary>Values that no finding covers.</summary>
    internal List<CorpusEntry> Missed { get; } = [];

    /// <summary>Findings that touch no value, with the entry that they are in.</summary>
    internal List<(Finding Finding, CorpusEntry Entry)> False { get; } = [];

    internal Tally Total { get; } = new();

    internal SortedDictionary<RuleCategory, Tally> ByCategory { get; } = [];

    /// <param name="findings">In the order of the text.</param>
    internal static Score Of(PlantedCorpus corpus, IReadOnlyList<Finding> findings)
    {
        var score = new Score();
        var next = 0;
        foreach (var entry in corpus.Entries)
        {
            var first = next;
            while (next < findings.Count && findings[next].Offset < entry.Lines.End.Value)
                next++;
            score.Add(entry, findings.Skip(first).Take(next - first).ToArray());
        }
        next.ShouldBe(findings.Count);
        return score;
    }

    private void Add(CorpusEntry entry, Finding[] findings)
    {
        if (entry.Value is { } planted)
        {
            var found = findings.Any(finding => finding.Offset <= planted.Start.Value && finding.Offset + finding.Length >= planted.End.Value);
            Count(BuiltInRules.All.Single(rule => rule.Id == entry.Kind).Category, tally => tally.CountPlanted(found));
            if (!found)
                Missed.Add(entry);
        }
        foreach (var finding in findings)
        {
            if (IsBeside(entry, finding))
                continue;
            var right = entry.Value is { } value && finding.Offset < value.End.Value && finding.Offset + finding.Length > value.Start.Value;
            Count(finding.Rule.Category, tally => tally.CountFinding(right));
            if (!right)
                False.Add((finding, entry));
        }
    }

    /// <summary>
    /// What is nearly a value of a service is still a secret where the name beside it says so: half a token behind <c>CREDENTIAL=</c>.
    /// That a rule which knows only such names finds it is neither right nor wrong.
    /// </summary>
    private static bool IsBeside(CorpusEntry entry, Finding finding) => entry.NearRule is not null && entry.NearRule != finding.Rule.Id
        && finding.Rule.Category is RuleCategory.Generic or RuleCategory.Connection;

    private void Count(RuleCategory category, Action<Tally> count)
    {
        if (!ByCategory.TryGetValue(category, out var tally))
            ByCategory[category] = tally = new();
        count(tally);
        count(Total);
    }
}
