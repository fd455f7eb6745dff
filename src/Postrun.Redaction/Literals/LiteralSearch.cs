using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Postrun.Redaction.Literals;

/// <summary>Finds many literals at once.</summary>
/// <remarks>
/// The more literals there are, the more often nibbles let something pass. So they tell only the short ones; of the others it is
/// enough to look at every fourth place.
/// </remarks>
internal sealed class LiteralSearch
{
    private readonly NibbleSearch _short;
    private readonly SampledSearch _long = new();

    internal LiteralSearch(IReadOnlyList<Literal> literals)
    {
        var rest = new List<IndexedLiteral>();
        for (var index = 0; index < literals.Count; index++)
        {
            var literal = new IndexedLiteral(literals[index], index);
            if (SampledSearch.Takes(literal.Literal))
                _long.Add(literal);
            else
                rest.Add(literal);
        }
        _short = new(rest);
    }

    internal static SearchPath Best => Avx2.IsSupported ? SearchPath.Bits256 : Vector128.IsHardwareAccelerated ? SearchPath.Bits128 : SearchPath.Scalar;

    /// <summary>
    /// Adds the literals that stand in <paramref name="text"/> and of which a part begins from <paramref name="from"/> up to
    /// <paramref name="to"/>. So each is found when a text is searched part by part, provided that it is wholly in the text; at the border
    /// of two parts it may be found with both.
    /// </summary>
    internal void Find(ReadOnlySpan<byte> text, int from, int to, SearchPath path, List<LiteralHit> hits)
    {
        _short.Find(text, from, to, path, hits);
        _long.Find(text, from, to, hits);
    }
}
