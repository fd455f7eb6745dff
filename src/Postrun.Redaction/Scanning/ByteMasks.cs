using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Postrun.Redaction.Detection;

namespace Postrun.Redaction.Scanning;

/// <summary>What the gates of shapes tell bytes apart by.</summary>
internal enum ByteClass
{
    Digit,

    /// <summary>The bytes of a <see cref="ValueRun"/>.</summary>
    Base64,
    Dot,
    Hyphen,
    Space,
    Colon,

    /// <summary><c>@</c>, <c>+</c> and <c>)</c>: so rare that it is enough to look which of them it is.</summary>
    Rare,
}

/// <summary>Which bytes of a part of a text belong to which class: one bit a byte, the first the lowest, 64 to a block.</summary>
/// <remarks>
/// The part is divided among lanes: each goes through blocks of its own, one a row, so that the block before stands in the row before, in the same
/// lane. Before the first row there is another, of the block before that one, and one that is empty. So many are set together that
/// what is stored has left the store buffer when it is loaded as vectors.
/// </remarks>
[InlineArray(Classes * Stride)]
internal struct ByteMasks
{
    internal const int BlockLength = 64;

    /// <summary>How many blocks a part has at most.</summary>
    internal const int Blocks = 64;

    /// <summary>How many rows there are before the first.</summary>
    internal const int RowsBefore = 2;

    internal const int MostLanes = 4;

    private const int Classes = (int)ByteClass.Rare + 1;
    private const int Stride = Blocks + (RowsBefore * MostLanes);

    private ulong _first;

    /// <summary>The masks of a class, row by row.</summary>
    [UnscopedRef]
    internal ref ulong Of(ByteClass of) => ref this[(int)of * Stride];

    /// <summary>Completes masks of so many rows: the last block of each lane is before the first of the next, and that of all is before the next part.</summary>
    internal void Connect(int rows, int lanes)
    {
        for (var of = 0; of < Classes; of++)
        {
            var masks = this[(of * Stride)..((of + 1) * Stride)];
            var last = masks.Slice((RowsBefore + rows - 1) * lanes, lanes);
            var before = masks.Slice((RowsBefore - 1) * lanes, lanes);
            var carried = masks[0];
            masks[..lanes].Clear();
            last[..^1].CopyTo(before[1..]);
            before[0] = carried;
        }
    }

    /// <summary>Another part follows: the last block is kept for it.</summary>
    internal void Carry(int rows, int lanes)
    {
        for (var of = 0; of < Classes; of++)
            this[of * Stride] = this[(of * Stride) + ((RowsBefore + rows) * lanes) - 1];
    }

    internal void Clear(int index)
    {
        for (var of = 0; of < Classes; of++)
            this[(of * Stride) + index] = 0;
    }

    /// <summary>What a processor without vectors does, and what the vectors are held against.</summary>
    internal void SetBytes(int index, ReadOnlySpan<byte> text)
    {
        Clear(index);
        for (var i = 0; i < BlockLength; i++)
        {
            var bit = 1UL << i;
            if (ValueRun.IsMember(text[i]))
                this[((int)ByteClass.Base64 * Stride) + index] |= bit;
            ByteClass? of = (char)text[i] switch
            {
                >= '0' and <= '9' => ByteClass.Digit,
                '.' => ByteClass.Dot,
                '-' => ByteClass.Hyphen,
                ' ' => ByteClass.Space,
                ':' => ByteClass.Colon,
                '@' or '+' or ')' => ByteClass.Rare,
                _ => null,
            };
            if (of is { } known)
                this[((int)known * Stride) + index] |= bit;
        }
    }

    internal void Set128(int index, ReadOnlySpan<byte> text)
    {
        Clear(index);
        for (var at = 0; at < BlockLength; at += Vector128<byte>.Count)
        {
            var bytes = Vector128.Create(text[at..]);
            var classes = Vector128.ShuffleNative(Low, bytes & Vector128.Create((byte)15)) & Vector128.ShuffleNative(High, (bytes.AsUInt16() >>> 4).AsByte() & Vector128.Create((byte)15));
            Add(ByteClass.Digit, index, at, classes);
            Add(ByteClass.Base64, index, at, ~Vector128.Equals(classes, Vector128<byte>.Zero));
            Add(ByteClass.Dot, index, at, Vector128.Equals(bytes, Vector128.Create((byte)'.')));
            Add(ByteClass.Hyphen, index, at, Vector128.Equals(bytes, Vector128.Create((byte)'-')));
            Add(ByteClass.Space, index, at, Vector128.Equals(bytes, Vector128.Create((byte)' ')));
            Add(ByteClass.Colon, index, at, Vector128.Equals(bytes, Vector128.Create((byte)':')));
            Add(ByteClass.Rare, index, at, Vector128.Equals(bytes, Vector128.Create((byte)'@'))
                | Vector128.Equals(bytes, Vector128.Create((byte)'+')) | Vector128.Equals(bytes, Vector128.Create((byte)')')));
        }
    }

    internal void Set256(int index, ReadOnlySpan<byte> text)
    {
        var block = text[..BlockLength];
        // The first half of a block is the lower half of a mask: where there is AVX2, that comes first.
        var masks = MemoryMarshal.Cast<ulong, uint>(this[index..]);
        Set(masks, Vector256.Create(block));
        Set(masks[1..], Vector256.Create(block[Vector256<byte>.Count..]));
    }

    /// <summary>Which of the bytes are those of a <see cref="ValueRun"/>, one bit each; needs AVX2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static uint Base64In(Vector256<byte> bytes) => ~(uint)Avx2.MoveMask(Avx2.CompareEqual(ClassesOf(bytes), Vector256<byte>.Zero));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> ClassesOf(Vector256<byte> bytes)
    {
        var nibble = Vector256.Create((byte)15);
        return Avx2.And(
            Avx2.Shuffle(Vector256.Create(Low, Low), Avx2.And(bytes, nibble)),
            Avx2.Shuffle(Vector256.Create(High, High), Avx2.And(Avx2.ShiftRightLogical(bytes.AsUInt16(), 4).AsByte(), nibble)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Add(ByteClass of, int index, int at, Vector128<byte> bytes) => this[((int)of * Stride) + index] |= (ulong)bytes.ExtractMostSignificantBits() << at;

    /// <summary>Half a block, which is half a mask of each class.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Set(Span<uint> masks, Vector256<byte> bytes)
    {
        var classes = ClassesOf(bytes);
        Of(masks, ByteClass.Digit) = (uint)Avx2.MoveMask(classes);
        Of(masks, ByteClass.Base64) = ~(uint)Avx2.MoveMask(Avx2.CompareEqual(classes, Vector256<byte>.Zero));
        Of(masks, ByteClass.Dot) = Bits(bytes, (byte)'.');
        Of(masks, ByteClass.Hyphen) = Bits(bytes, (byte)'-');
        Of(masks, ByteClass.Space) = Bits(bytes, (byte)' ');
        Of(masks, ByteClass.Colon) = Bits(bytes, (byte)':');
        Of(masks, ByteClass.Rare) = (uint)Avx2.MoveMask(Avx2.Or(Avx2.CompareEqual(bytes, Vector256.Create((byte)'@')),
            Avx2.Or(Avx2.CompareEqual(bytes, Vector256.Create((byte)'+')), Avx2.CompareEqual(bytes, Vector256.Create((byte)')')))));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ref uint Of(Span<uint> masks, ByteClass of) => ref masks[(int)of * Stride * 2];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Bits(Vector256<byte> bytes, byte value) => (uint)Avx2.MoveMask(Avx2.CompareEqual(bytes, Vector256.Create(value)));

    // By the halves of a byte: 1 where it is 'A' to 'O', 2 'P' to 'Z' (of either case), 4 '+', '-' or '/', 8 '_', 0x80 a digit.
    private static Vector128<byte> Low => Vector128.Create(0x82, 0x83, 0x83, 0x83, 0x83, 0x83, 0x83, 0x83, 0x83, 0x83, 3, 5, 1, 5, 1, 13);

    private static Vector128<byte> High => Vector128.Create((byte)0, 0, 4, 0x80, 1, 10, 1, 2, 0, 0, 0, 0, 0, 0, 0, 0);
}
