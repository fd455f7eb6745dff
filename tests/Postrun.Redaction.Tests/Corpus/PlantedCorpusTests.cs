using System.Text;
using Postrun.Redaction.Rules;
using Postrun.Redaction.Scanning;
using Postrun.Redaction.Tests.Text;

namespace Postrun.Redaction.Tests.Corpus;

/// <summary>What is asked of redaction as a whole, on values in the lines that they stand in.</summary>
public sealed class PlantedCorpusTests
{
    private const int Entries = 20_000;
    private const int Seed = 1;
    private const double LeastRecall = 0.99;
    private const double LeastPrecision = 0.98;

    private static readonly PlantedCorpus Corpus = PlantedCorpus.Of(Entries, Seed);

    [Fact]
    public void Values_are_found_and_what_is_nearly_one_is_not()
    {
        var text = Corpus.Text;
        var findings = new List<Finding>();
        Redacting.Redactor.Scan(new MemoryStream(text), findings.Add, TestContext.Current.CancellationToken).Length.ShouldBe(text.Length);
        var score = Score.Of(Corpus, findings);
        Console.WriteLine($"figure: planted corpus, {Entries:N0} lines: {score.Total}");
        foreach (var (category, tally) in score.ByCategory)
            Console.WriteLine($"figure: planted corpus, {category}: {tally}");
        score.Total.Recall.ShouldBeGreaterThanOrEqualTo(LeastRecall, Missed(text, score));
        score.Total.Precision.ShouldBeGreaterThanOrEqualTo(LeastPrecision, Wrong(text, score));
    }

    [Fact]
    public void Half_of_it_is_planted_and_every_rule_is_among_it()
    {
        Corpus.Entries.Count.ShouldBe(Entries);
        Corpus.Entries.Count(static entry => entry.Value is not null).ShouldBe(Entries / 2);
        Corpus.Entries.Where(static entry => entry.Value is not null).Select(static entry => entry.Kind).Distinct()
            .ShouldBe(BuiltInRules.All.Select(static rule => rule.Id), ignoreOrder: true);
    }

    [Fact]
    public void A_seed_gives_the_same_text_and_another_one_another()
    {
        PlantedCorpus.Of(200, seed: 7).Text.ShouldBe(PlantedCorpus.Of(200, seed: 7).Text);
        PlantedCorpus.Of(200, seed: 7).Text.ShouldNotBe(PlantedCorpus.Of(200, seed: 8).Text);
    }

    private static string Missed(byte[] text, Score score) =>
        string.Join('\n', score.Missed.Select(entry => $"{entry.Kind} is not found in {Encoding.UTF8.GetString(text[entry.Lines])}").Take(50));

    private static string Wrong(byte[] text, Score score) => string.Join('\n', score.False.Take(50).Select(pair =>
        $"{pair.Finding.Rule.Id} {Encoding.UTF8.GetString(text, (int)pair.Finding.Offset, pair.Finding.Length)} in {Encoding.UTF8.GetString(text[pair.Entry.Lines])}"));
}
