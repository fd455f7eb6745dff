using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Postrun.Redaction.Literals;

/// <summary>
/// For each of the four places of a window, and for each value of the lower and the upper half of a byte: which of the 16 buckets
/// have a window with such a byte at that place. Where one bucket is left after all eight look-ups, one of its windows may stand.
/// </summary>
/// <remarks>The technique is that of Teddy in Hyperscan (Wang et al., NSDI 2019).</remarks>
internal sealed class NibbleTables
{
    internal const int BlockLength = 64;

    /// <summary>What has to be at hand for a block: the last window begins in it and ends behind it.</summary>
    internal const int Needed = BlockLength + LiteralWindow.Longest - 1;

    private const int Width = 32;
    private const int Rows = 4 * LiteralWindow.Longest;

    private readonly ushort[] _low = new ushort[LiteralWindow.Longest * 16];
    private readonly ushort[] _high = new ushort[LiteralWindow.Longest * 16];

    /// <summary>Place by place: the lower half for buckets 0 to 7 and for the others, then the upper half.</summary>
    private readonly Vector256<byte>[] _wide;
    private readonly Vector128<byte>[] _narrow;

    internal NibbleTables(IReadOnlyList<LiteralWindow> windows)
    {
        NibbleBucket.Fill(windows, _low, _high);
        var rows = from place in Enumerable.Range(0, LiteralWindow.Longest)
                   from table in new[] { _low, _high }
                   from shift in new[] { 0, 8 }
                   select Vector128.Create([.. table.AsSpan(place * 16, 16).ToArray().Select(buckets => (byte)(buckets >> shift))]);
        _narrow = [.. rows];
        _wide = [.. _narrow.Select(static row => Vector256.Create(row, row))];
    }

    /// <summary>The places of a block where a window may begin, one bit each. All paths say the same.</summary>
    internal ulong Match(ReadOnlySpan<byte> text, SearchPath path) => path switch
    {
        SearchPath.Bits256 => Match256(text),
        SearchPath.Bits128 => Match128(text),
        _ => MatchBytes(text),
    };

    /// <inheritdoc cref="Match"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ulong Match256(ReadOnlySpan<byte> text)
    {
        var block = text[..Needed];
        var tables = _wide.AsSpan(0, Rows);
        var nibble = Vector256.Create((byte)15);
        var (lowLower, lowUpper, highLower, highUpper) = (tables[0], tables[1], tables[2], tables[3]);
        var (lowA, highA) = Halves(Vector256.Create(block), nibble);
        var (lowB, highB) = Halves(Vector256.Create(block[Width..]), nibble);
        var a0 = Buckets(lowLower, highLower, lowA, highA);
        var a1 = Buckets(lowUpper, highUpper, lowA, highA);
        var b0 = Buckets(lowLower, highLower, lowB, highB);
        var b1 = Buckets(lowUpper, highUpper, lowB, highB);
        (lowLower, lowUpper, highLower, highUpper) = (tables[4], tables[5], tables[6], tables[7]);
        (lowA, highA) = Halves(Vector256.Create(block[1..]), nibble);
        (lowB, highB) = Halves(Vector256.Create(block[(1 + Width)..]), nibble);
        a0 = Avx2.And(a0, Buckets(lowLower, highLower, lowA, highA));
        a1 = Avx2.And(a1, Buckets(lowUpper, highUpper, lowA, highA));
        b0 = Avx2.And(b0, Buckets(lowLower, highLower, lowB, highB));
        b1 = Avx2.And(b1, Buckets(lowUpper, highUpper, lowB, highB));
        (lowLower, lowUpper, highLower, highUpper) = (tables[8], tables[9], tables[10], tables[11]);
        (lowA, highA) = Halves(Vector256.Create(block[2..]), nibble);
        (lowB, highB) = Halves(Vector256.Create(block[(2 + Width)..]), nibble);
        a0 = Avx2.And(a0, Buckets(lowLower, highLower, lowA, highA));
        a1 = Avx2.And(a1, Buckets(lowUpper, highUpper, lowA, highA));
        b0 = Avx2.And(b0, Buckets(lowLower, highLower, lowB, highB));
        b1 = Avx2.And(b1, Buckets(lowUpper, highUpper, lowB, highB));
        (lowLower, lowUpper, highLower, highUpper) = (tables[12], tables[13], tables[14], tables[15]);
        (lowA, highA) = Halves(Vector256.Create(block[3..]), nibble);
        (lowB, highB) = Halves(Vector256.Create(block[(3 + Width)..]), nibble);
        a0 = Avx2.And(a0, Buckets(lowLower, highLower, lowA, highA));
        a1 = Avx2.And(a1, Buckets(lowUpper, highUpper, lowA, highA));
        b0 = Avx2.And(b0, Buckets(lowLower, highLower, lowB, highB));
        b1 = Avx2.And(b1, Buckets(lowUpper, highUpper, lowB, highB));
        return Left(a0, a1) | Left(b0, b1) << Width;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector256<byte> Low, Vector256<byte> High) Halves(Vector256<byte> bytes, Vector256<byte> nibble) =>
        (Avx2.And(bytes, nibble), Avx2.And(Avx2.ShiftRightLogical(bytes.AsUInt16(), 4).AsByte(), nibble));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> Buckets(Vector256<byte> lowTable, Vector256<byte> highTable, Vector256<byte> low, Vector256<byte> high) =>
        Avx2.And(Avx2.Shuffle(lowTable, low), Avx2.Shuffle(highTable, high));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Left(Vector256<byte> lower, Vector256<byte> upper) =>
        ~(uint)Avx2.MoveMask(Avx2.CompareEqual(Avx2.Or(lower, upper), Vector256<byte>.Zero));

    private ulong Match128(ReadOnlySpan<byte> text)
    {
        var nibble = Vector128.Create((byte)15);
        var mask = 0UL;
        for (var at = 0; at < BlockLength; at += Vector128<byte>.Count)
        {
            var (lower, upper) = (Vector128<byte>.AllBitsSet, Vector128<byte>.AllBitsSet);
            for (var place = 0; place < LiteralWindow.Longest; place++)
            {
                var bytes = Vector128.Create(text[(at + place)..]);
                var (low, high) = (bytes & nibble, (bytes.AsUInt16() >>> 4).AsByte() & nibble);
                lower &= Vector128.ShuffleNative(_narrow[4 * place], low) & Vector128.ShuffleNative(_narrow[(4 * place) + 2], high);
                upper &= Vector128.ShuffleNative(_narrow[(4 * place) + 1], low) & Vector128.ShuffleNative(_narrow[(4 * place) + 3], high);
            }
            mask |= (ulong)(~Vector128.Equals(lower | upper, Vector128<byte>.Zero)).ExtractMostSignificantBits() << at;
        }
        return mask;
    }

    private ulong MatchBytes(ReadOnlySpan<byte> text)
    {
        var mask = 0UL;
        for (var at = 0; at < BlockLength; at++)
        {
            var buckets = 0xFFFF;
            for (var place = 0; place < LiteralWindow.Longest; place++)
                buckets &= _low[(place * 16) + (text[at + place] & 15)] & _high[(place * 16) + (text[at + place] >> 4)];
            mask |= buckets == 0 ? 0 : 1UL << at;
        }
        return mask;
    }
}
