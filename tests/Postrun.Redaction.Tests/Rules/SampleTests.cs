using System.Text;
using Postrun.Redaction.Rules;
using Postrun.Redaction.Scanning;
using Postrun.Redaction.Tests.Samples;
using Postrun.Redaction.Tests.Scanning;
using Postrun.Redaction.Tests.Text;

namespace Postrun.Redaction.Tests.Rules;

public sealed class SampleTests
{
    private const int Draws = 25;
    private const int FewDraws = 3;

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

    /// <summary>
    /// Another rule may find the value too, but none may cut it, for what the cut leaves would stay. Of the rules that find exactly
    /// the value, its own is the only one of a service: the others are those that know no service.
    /// </summary>
    [Theory]
    [MemberData(nameof(Ids))]
    public void Among_all_rules_a_value_is_kept_whole_and_named_by_its_own(string id)
    {
        var (rule, sample) = Named(id);
        foreach (var (line, expected) in Lines(sample.Matches, FewDraws).Select(Marked))
        {
            var (start, end) = (expected!.Value.Start, expected.Value.Start + expected.Value.Length);
            var hits = ReferenceScanner.Scan(Encoding.UTF8.GetBytes(line), Rules);
            hits.ShouldContain(hit => hit.Rule == rule && hit.Start == start && hit.Length == end - start, line);
            foreach (var hit in hits.Where(hit => hit.Start < end && hit.Start + hit.Length > start))
            {
                var (within, around) = (hit.Start >= start && hit.Start + hit.Length <= end, hit.Start <= start && hit.Start + hit.Length >= end);
                (within || around).ShouldBeTrue($"{hit.Rule.Id} cuts {line}");
                (hit.Rule == rule || !(within && around) || Broad(rule) || Broad(hit.Rule)).ShouldBeTrue($"{hit.Rule.Id} also names {line}");
            }
        }
    }

    /// <summary>What leads the fast search to a value is more than what its rule asks of it.</summary>
    [Fact]
    public void The_redactor_finds_the_value_of_every_sample()
    {
        var lines = AllSamples.List.SelectMany(static sample => Lines(sample.Matches, FewDraws)).Select(Marked).ToArray();
        var findings = new List<Finding>();
        Redacting.Redactor.Scan(new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', lines.Select(static each => each.Line)))), findings.Add, TestContext.Current.CancellationToken);
        var at = 0;
        foreach (var (line, value) in lines)
        {
            var (start, end) = (at + value!.Value.Start, at + value.Value.Start + value.Value.Length);
            findings.ShouldContain(finding => finding.Offset <= start && finding.Offset + finding.Length >= end, line);
            at += Encoding.UTF8.GetByteCount(line) + 1;
        }
    }

    /// <summary>Knows a form that several issuers share.</summary>
    private static bool Broad(Rule rule) => rule.Kind == RuleKind.PersonalData
        || rule.Category is RuleCategory.Generic or RuleCategory.Connection or RuleCategory.PrivateKey
        || rule.Id is "model-api-secret-key" or "azure-signed-key";

    private static (Rule Rule, RuleSample Sample) Named(string id) =>
        (Rules.Single(rule => rule.Id == id), AllSamples.List.Single(sample => sample.Rule == id));

    private static IEnumerable<string> Lines(Func<Dice, string>[] samples, int draws = Draws) =>
        samples.SelectMany(sample => Enumerable.Range(0, draws).Select(seed => sample(new Dice(seed))));

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
