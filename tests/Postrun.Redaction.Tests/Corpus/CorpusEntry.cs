namespace Postrun.Redaction.Tests.Corpus;

/// <summary>A line of the corpus, or the few lines of a private key.</summary>
/// <param name="Kind">What it is: the id of a rule, or a few words.</param>
/// <param name="Lines">Where it stands, in bytes of the corpus.</param>
/// <param name="Value">Where the planted value stands; null in a near miss.</param>
/// <param name="NearRule">The rule whose value it nearly holds; null where it is of none.</param>
internal sealed record CorpusEntry(string Kind, Range Lines, Range? Value, string? NearRule);
