using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Postrun.Redaction.Literals;

/// <summary>Finds some hundred short literals, many bytes at a time where the processor can.</summary>
internal sealed class NibbleSearch
{
    /// <summary>Makes one of all bytes that may follow on three.</summary>
    private const uint AnyFourth = 0xFF000000;

    private readonly NibbleTables _tables;
    private readonly LiteralIndex _index = new();

    /// <summary>Those of three bytes.</summary>
    private readonly LiteralIndex _shortest = new();
    private readonly bool _anyShortest;
    private readonly Vector256<byte>[] _wide;
    private readonly Vector128<byte>[] _narrow;

    internal NibbleSearch(IReadOnlyList<IndexedLiteral> literals)
    {
        LiteralWindow[] windows = [.. literals.Select(static literal => LiteralWindow.Of(literal.Literal))];
        _tables = new(windows);
        foreach (var (literal, window) in literals.Zip(windows))
            (window.Length < LiteralWindow.Longest ? _shortest : _index).Add(literal, window.Offset);
        _anyShortest = windows.Any(static window => window.Length < LiteralWindow.Longest);
        var rows = from upperBuckets in new[] { false, true }
                   from place in Enumerable.Range(0, LiteralWindow.Longest)
                   from row in new[] { _tables.Low(place, upperBuckets), _tables.High(place, upperBuckets) }
                   select Vector128.Create(row);
        _narrow = [.. rows];
        _wide = [.. _narrow.Select(static row => Vector256.Create(row, row))];
    }

    /// <inheritdoc cref="LiteralSearch.Find"/>
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
            if (_tables.Match(window) != 0)
                Look(text, at, window, hits);
        }
    }

    private int FindWide(ReadOnlySpan<byte> text, int from, int to, List<LiteralHit> hits)
    {
        const int Width = 32;
        var nibble = Vector256.Create((byte)15);
        var tables = _wide.AsSpan(0, 16);
        var at = from;
        for (; at < to && at + Width + 3 <= text.Length; at += Width)
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
            var places = ~(uint)Avx2.MoveMask(none);
            if (to - at < Width)
                places &= (1u << (to - at)) - 1;
            for (; places != 0; places &= places - 1)
            {
                var place = at + BitOperations.TrailingZeroCount(places);
                Look(text, place, BinaryPrimitives.ReadUInt32LittleEndian(text[place..]), hits);
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
        for (; at < to && at + Width + 3 <= text.Length; at += Width)
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
            var places = (~Vector128.Equals(left, Vector128<byte>.Zero)).ExtractMostSignificantBits();
            if (to - at < Width)
                places &= (1u << (to - at)) - 1;
            for (; places != 0; places &= places - 1)
            {
                var place = at + BitOperations.TrailingZeroCount(places);
                Look(text, place, BinaryPrimitives.ReadUInt32LittleEndian(text[place..]), hits);
            }
        }
        return at;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Look(ReadOnlySpan<byte> text, int at, uint window, List<LiteralHit> hits)
    {
        var folded = WindowFilter.Fold(window);
        if (_index.Holds(folded))
            _index.Find(text, at, folded, hits);
        if (_anyShortest && _shortest.Holds(folded | AnyFourth))
            _shortest.Find(text, at, folded | AnyFourth, hits);
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
