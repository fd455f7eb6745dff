using Postrun.Redaction.Literals;

namespace Postrun.Redaction.Scanning;

/// <summary>Finds literals, and knows what is done where they stand.</summary>
internal sealed class TriggerSearch(Dictionary<Literal, Trigger> triggers)
{
    private readonly LiteralSearch _search = new([.. triggers.Keys]);
    private readonly Trigger[] _triggers = [.. triggers.Values];
    private readonly int[] _lengths = [.. triggers.Keys.Select(static literal => literal.Text.Length)];

    /// <inheritdoc cref="LiteralSearch.Find"/>
    internal void Find(ReadOnlySpan<byte> text, int from, int to, SearchPath path, List<LiteralHit> hits) => _search.Find(text, from, to, path, hits);

    internal Trigger TriggerOf(LiteralHit hit) => _triggers[hit.Index];

    internal int LengthOf(LiteralHit hit) => _lengths[hit.Index];
}
