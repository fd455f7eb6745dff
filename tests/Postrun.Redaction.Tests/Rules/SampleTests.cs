using System.Text;
using Postrun.Redaction.Rules;
using Postrun.Redaction.Scanning;
using Postrun.Redaction.Tests.Samples;
using Postrun.Redaction.Tests.Scanning;

namespace Postrun.Redaction.Tests.Rules;

public sealed class SampleTests
{
    private const int Draws = 25;

    /// <summary>All but the one that sees several lines, which has tests of its own.</summary>
    private static readonly IReadOnlyList<Rule> Rules = [.. BuiltInRules.All.Where(static rule => rule != KeyBlock.Rule)];

    public static TheoryData<string> Ids() => [.. Rules.Select(static rule => rule.Id)];

    [Fact]
    public void Every_rule_has_samples_and_every_sample_a_rule() =>
        AllSamples.List.Select(static sample => sample.Rule).ShouldBe(Rules.Select(static rule => rule.Id), ignoreOrder: true);

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_rule_finds_exactly_the_value_of_its_samples(string id)
    {
        var (rule, sample) = Named(id);
        sample.Matches.ShouldNotBeEmpty();
        foreach (var (line, expected) in Lines(sample.Matches).Select(Marked))
        {
            expected.ShouldNotBeNull(line);
            ReferenceScanner.Scan(Encoding.UTF8.GetBytes(line), [rule])
                .Select(static hit => (hit.Start, hit.Length)).Distinct().ShouldBe([expected.Value], line);
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_rule_finds_nothing_in_what_is_nearly_one(string id)
    {
        var (rule, sample) = Named(id);
        sample.Misses.ShouldNotBeEmpty();
        foreach (var line in Lines(sample.Misses))
            ReferenceScanner.Scan(Encoding.UTF8.GetBytes(line), [rule]).ShouldBeEmpty(line);
    }

    private static (Rule Rule, RuleSample Sample) Named(string id) =>
        (Rules.Single(rule => rule.Id == id), AllSamples.List.Single(sample => sample.Rule == id));

    private static IEnumerable<string> Lines(Func<Dice, string>[] samples) =>
        samples.SelectMany(static sample => Enumerable.Range(0, Draws).Select(seed => sample(new Dice(seed))));

    /// <summary>The line without marks, and where in its bytes the value stands.</summary>
    private static (string Line, (int Start, int Length)? Value) Marked(string marked)
    {
        var (open, close) = (marked.IndexOf('⟦', StringComparison.Ordinal), marked.IndexOf('⟧', StringComparison.Ordinal));
        if (open < 0 || close < open)
            return (marked, null);
        var (before, value) = (marked[..open], marked[(open + 1)..close]);
        return (before + value + marked[(close + 1)..], (Encoding.UTF8.GetByteCount(before), Encoding.UTF8.GetByteCount(value)));
    }
}
