using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Postrun.Redaction.Literals;

/// <summary>Finds some hundred literals at once, many bytes at a time where the processor can.</summary>
/// <remarks>
/// Nibbles leave a few places of a hundred, three bytes at these a few of a thousand, and there the literals are compared. Each step goes through
/// a part of the text before the next, because jumps that cannot be foreseen cost more than all the rest.
/// </remarks>
internal sealed class LiteralSearch
{
    /// <summary>How much is looked at before its places are: so that they fit on the stack.</summary>
    private const int Part = 16 * NibbleTables.BlockLength;

    /// <summary>So many places of a block are written down without asking whether there are so many.</summary>
    private const int Together = 4;

    private readonly NibbleTables _tables;
    private readonly LiteralIndex _index;

    internal LiteralSearch(IReadOnlyList<Literal> literals)
    {
        var windows = LiteralWindow.Choose(literals);
        _tables = new(windows);
        _index = new(windows);
    }

    internal static SearchPath Best => Avx2.IsSupported && Bmi1.X64.IsSupported ? SearchPath.Bits256
        : Vector128.IsHardwareAccelerated ? SearchPath.Bits128
        : SearchPath.Scalar;

    /// <summary>
    /// Adds the literals that stand in <paramref name="text"/> and of which a part begins from <paramref name="from"/> up to
    /// <paramref name="to"/>. So each is found when a text is searched part by part, provided that it is wholly in the text; at the border
    /// of two parts it may be found with both.
    /// </summary>
    internal void Find(ReadOnlySpan<byte> text, int from, int to, SearchPath path, List<LiteralHit> hits)
    {
        if (path == SearchPath.Bits256 && to > from && to - from <= NibbleTables.BlockLength && text.Length - from >= NibbleTables.Needed)
        {
            FindInBlock(text, from, to, hits);
            return;
        }
        Span<int> places = stackalloc int[Math.Min(Part, to - from + NibbleTables.BlockLength) + Together];
        for (var at = from; at < to; at += Part)
        {
            var found = places[.._index.Keep(text, places[..Places(text, at, Math.Min(to, at + Part), path, places)])];
            foreach (var place in found)
                _index.Find(text, place, hits);
        }
    }

    /// <summary>Of a run, or of a name: there are so many of them that nothing is prepared.</summary>
    private void FindInBlock(ReadOnlySpan<byte> text, int from, int to, List<LiteralHit> hits)
    {
        var mask = _tables.Match256(text.Slice(from, NibbleTables.Needed)) & (ulong.MaxValue >> (NibbleTables.BlockLength - to + from));
        for (; mask != 0; mask = Bmi1.X64.ResetLowestSetBit(mask))
            if (from + (int)Bmi1.X64.TrailingZeroCount(mask) is var at && _index.MayStand(text, at))
                _index.Find(text, at, hits);
    }

    /// <summary>Writes down where nibbles let a window pass; says how many places these are.</summary>
    private int Places(ReadOnlySpan<byte> text, int from, int to, SearchPath path, Span<int> places)
    {
        var (count, at) = (0, from);
        if (path == SearchPath.Bits256)
            for (; at + NibbleTables.BlockLength <= to && at + NibbleTables.Needed <= text.Length; at += NibbleTables.BlockLength)
                count += Write256(_tables.Match256(text.Slice(at, NibbleTables.Needed)), at, places[count..]);
        for (; at < to; at += NibbleTables.BlockLength)
        {
            var mask = text.Length - at >= NibbleTables.Needed ? _tables.Match(text.Slice(at, NibbleTables.Needed), path) : MatchLast(text[at..], path);
            if (to - at < NibbleTables.BlockLength)
                mask &= (1UL << (to - at)) - 1;
            count += Write(mask, at, places[count..]);
        }
        return count;
    }

    private ulong MatchLast(ReadOnlySpan<byte> rest, SearchPath path)
    {
        Span<byte> last = stackalloc byte[NibbleTables.Needed];
        last.Clear();
        rest[..Math.Min(rest.Length, last.Length)].CopyTo(last);
        return _tables.Match(last, path);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Write256(ulong mask, int at, Span<int> places)
    {
        var count = BitOperations.PopCount(mask);
        var first = places[..Together];
        first[0] = at + (int)Bmi1.X64.TrailingZeroCount(mask);
        mask = Bmi1.X64.ResetLowestSetBit(mask);
        first[1] = at + (int)Bmi1.X64.TrailingZeroCount(mask);
        mask = Bmi1.X64.ResetLowestSetBit(mask);
        first[2] = at + (int)Bmi1.X64.TrailingZeroCount(mask);
        mask = Bmi1.X64.ResetLowestSetBit(mask);
        first[3] = at + (int)Bmi1.X64.TrailingZeroCount(mask);
        if (count > Together)
            Write(Bmi1.X64.ResetLowestSetBit(mask), at, places[Together..]);
        return count;
    }

    private static int Write(ulong mask, int at, Span<int> places)
    {
        var count = 0;
        for (; mask != 0; mask &= mask - 1)
            places[count++] = at + BitOperations.TrailingZeroCount(mask);
        return count;
    }
}
