namespace Postrun.Redaction.Tests.Corpus;

/// <summary>A line of the corpus, or the few lines of a private key.</summary>
/// <param name="Kind">What it is, for figures: the id of a rule, or a few words.</param>
/// <param name="Lines">Where it stands, in bytes of the corpus.</param>
/// <param name="Values">Where the planted value stands: one place, or one for each line of a private key. Empty in a near miss.</param>
/// <param name="NearRule">The rule whose value it nearly holds; null where it is of none.</param>
internal sealed record CorpusEntry(string Kind, Range Lines, IReadOnlyList<Range> Values, string? NearRule)
{
    internal bool IsPlanted => Values.Count > 0;
}
