using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Postrun.Redaction.Literals;

/// <summary>Finds many literals at once: many bytes at a time where the processor can.</summary>
internal sealed class LiteralSearch
{
    private readonly NibbleTables _tables;
    private readonly LiteralIndex _index;
    private readonly Vector256<byte>[] _wide;
    private readonly Vector128<byte>[] _narrow;

    internal LiteralSearch(IReadOnlyList<Literal> literals)
    {
        LiteralWindow[] windows = [.. literals.Select(LiteralWindow.Of)];
        _tables = new(windows);
        _index = new(literals, windows);
        var rows = from upperBuckets in new[] { false, true }
                   from place in Enumerable.Range(0, LiteralWindow.Longest)
                   from row in new[] { _tables.Low(place, upperBuckets), _tables.High(place, upperBuckets) }
                   select Vector128.Create(row);
        _narrow = [.. rows];
        _wide = [.. _narrow.Select(static row => Vector256.Create(row, row))];
    }

    internal static SearchPath Best => Avx2.IsSupported ? SearchPath.Bits256 : Vector128.IsHardwareAccelerated ? SearchPath.Bits128 : SearchPath.Scalar;

    /// <summary>
    /// Adds the literals that stand in <paramref name="text"/> and whose window begins from <paramref name="from"/> up to
    /// <paramref name="to"/>. So each is found once when a text is searched part by part, provided that it is wholly in the text.
    /// </summary>
    internal void Find(ReadOnlySpan<byte> text, int from, int to, SearchPath path, List<LiteralHit> hits)
    {
        var at = path switch
        {
            SearchPath.Bits256 => FindWide(text, from, to, hits),
            SearchPath.Bits128 => FindNarrow(text, from, to, hits),
            _ => from,
        };
        for (; at < to; at++)
        {
            var window = Window(text, at);
            if (_tables.Match(window) != 0 && _index.MayHold(window))
                _index.Add(text, at, window, hits);
        }
    }

    private int FindWide(ReadOnlySpan<byte> text, int from, int to, List<LiteralHit> hits)
    {
        const int Width = 32;
        var nibble = Vector256.Create((byte)15);
        var tables = _wide.AsSpan(0, 16);
        var at = from;
        for (; at + Width <= to && at + Width + 3 <= text.Length; at += Width)
        {
            var part = text.Slice(at, Width + 3);
            var (low, high) = Halves(Vector256.Create(part), nibble);
            var lower = Avx2.And(Avx2.Shuffle(tables[0], low), Avx2.Shuffle(tables[1], high));
            var upper = Avx2.And(Avx2.Shuffle(tables[8], low), Avx2.Shuffle(tables[9], high));
            (low, high) = Halves(Vector256.Create(part[1..]), nibble);
            lower = Avx2.And(lower, Avx2.And(Avx2.Shuffle(tables[2], low), Avx2.Shuffle(tables[3], high)));
            upper = Avx2.And(upper, Avx2.And(Avx2.Shuffle(tables[10], low), Avx2.Shuffle(tables[11], high)));
            (low, high) = Halves(Vector256.Create(part[2..]), nibble);
            lower = Avx2.And(lower, Avx2.And(Avx2.Shuffle(tables[4], low), Avx2.Shuffle(tables[5], high)));
            upper = Avx2.And(upper, Avx2.And(Avx2.Shuffle(tables[12], low), Avx2.Shuffle(tables[13], high)));
            (low, high) = Halves(Vector256.Create(part[3..]), nibble);
            lower = Avx2.And(lower, Avx2.And(Avx2.Shuffle(tables[6], low), Avx2.Shuffle(tables[7], high)));
            upper = Avx2.And(upper, Avx2.And(Avx2.Shuffle(tables[14], low), Avx2.Shuffle(tables[15], high)));
            var none = Avx2.CompareEqual(Avx2.Or(lower, upper), Vector256<byte>.Zero);
            for (var places = ~(uint)Avx2.MoveMask(none); places != 0; places &= places - 1)
            {
                var place = at + BitOperations.TrailingZeroCount(places);
                var window = BinaryPrimitives.ReadUInt32LittleEndian(text[place..]);
                if (_index.MayHold(window))
                    _index.Add(text, place, window, hits);
            }
        }
        return at;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector256<byte> Low, Vector256<byte> High) Halves(Vector256<byte> bytes, Vector256<byte> nibble) =>
        (Avx2.And(bytes, nibble), Avx2.And(Avx2.ShiftRightLogical(bytes.AsUInt16(), 4).AsByte(), nibble));

    private int FindNarrow(ReadOnlySpan<byte> text, int from, int to, List<LiteralHit> hits)
    {
        const int Width = 16;
        var nibble = Vector128.Create((byte)15);
        var at = from;
        for (; at + Width <= to && at + Width + 3 <= text.Length; at += Width)
        {
            var part = text.Slice(at, Width + 3);
            var (lower, upper) = (Vector128<byte>.AllBitsSet, Vector128<byte>.AllBitsSet);
            for (var place = 0; place < LiteralWindow.Longest; place++)
            {
                var bytes = Vector128.Create(part[place..]);
                var (low, high) = (bytes & nibble, (bytes.AsUInt16() >>> 4).AsByte() & nibble);
                lower &= Vector128.ShuffleNative(_narrow[2 * place], low) & Vector128.ShuffleNative(_narrow[(2 * place) + 1], high);
                upper &= Vector128.ShuffleNative(_narrow[(2 * place) + 8], low) & Vector128.ShuffleNative(_narrow[(2 * place) + 9], high);
            }
            var left = lower | upper;
            if (left == Vector128<byte>.Zero)
                continue;
            for (var places = (~Vector128.Equals(left, Vector128<byte>.Zero)).ExtractMostSignificantBits(); places != 0; places &= places - 1)
            {
                var place = at + BitOperations.TrailingZeroCount(places);
                var window = BinaryPrimitives.ReadUInt32LittleEndian(text[place..]);
                if (_index.MayHold(window))
                    _index.Add(text, place, window, hits);
            }
        }
        return at;
    }

    /// <summary>Four bytes, the first in the lowest; zeros beyond the end.</summary>
    private static uint Window(ReadOnlySpan<byte> text, int at)
    {
        if (at + LiteralWindow.Longest <= text.Length)
            return BinaryPrimitives.ReadUInt32LittleEndian(text[at..]);
        var window = 0u;
        for (var i = text.Length - 1; i >= at; i--)
            window = window << 8 | text[i];
        return window;
    }
}
