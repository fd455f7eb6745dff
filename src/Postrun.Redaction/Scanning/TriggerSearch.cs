using Postrun.Redaction.Literals;

namespace Postrun.Redaction.Scanning;

/// <summary>Finds literals, and knows what is done where they stand.</summary>
internal sealed class TriggerSearch(Dictionary<Literal, Trigger> triggers)
{
    /// <summary>Most small texts need not all of them, and one takes some milliseconds to make.</summary>
    private readonly Lazy<LiteralSearch> _search = new(() => new([.. triggers.Keys]));
    private readonly Trigger[] _triggers = [.. triggers.Values];
    private readonly int[] _lengths = [.. triggers.Keys.Select(static literal => literal.Text.Length)];

    /// <inheritdoc cref="LiteralSearch.Find"/>
    internal void Find(ReadOnlySpan<byte> text, int from, int to, SearchPath path, List<LiteralHit> hits) => _search.Value.Find(text, from, to, path, hits);

    internal Trigger TriggerOf(LiteralHit hit) => _triggers[hit.Index];

    internal int LengthOf(LiteralHit hit) => _lengths[hit.Index];
}
