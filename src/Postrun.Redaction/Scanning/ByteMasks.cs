using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Postrun.Redaction.Detection;

namespace Postrun.Redaction.Scanning;

/// <summary>What the gates of shapes tell bytes apart by.</summary>
internal enum ByteClass
{
    Digit,
    Two,
    Dot,
    Hyphen,
    Space,
    Colon,
    At,
    Plus,
    Close,

    /// <summary>Letters, <c>/</c> and <c>_</c>: Base64 without what other classes hold.</summary>
    Letter,
}

/// <summary>Which bytes of some blocks in a row belong to which class: one bit a byte, the first the lowest. Before them stands the block before the first.</summary>
/// <remarks>So many together that what is stored has left the store buffer when it is loaded as vectors of other borders.</remarks>
[InlineArray(Classes * Stride)]
internal struct ByteMasks
{
    internal const int BlockLength = 64;

    internal const int Blocks = 32;

    private const int Classes = (int)ByteClass.Letter + 1;
    private const int Stride = Blocks + 1;

    private ulong _first;

    /// <summary>The masks of a class: first that of the block before, then those of the blocks.</summary>
    [UnscopedRef]
    internal ref ulong Of(ByteClass of) => ref this[(int)of * Stride];

    /// <summary>The last of the blocks becomes the one before the next.</summary>
    internal void Carry()
    {
        for (var of = 0; of < Classes; of++)
            this[of * Stride] = this[(of * Stride) + Blocks];
    }

    internal void Clear(int block)
    {
        for (var of = 0; of < Classes; of++)
            this[(of * Stride) + block + 1] = 0;
    }

    /// <summary>What a processor without vectors does, and what the vectors are held against.</summary>
    internal void SetBytes(int block, ReadOnlySpan<byte> text)
    {
        Clear(block);
        for (var i = 0; i < BlockLength; i++)
        {
            var of = text[i] switch
            {
                >= (byte)'0' and <= (byte)'9' => ByteClass.Digit,
                (byte)'.' => ByteClass.Dot,
                (byte)'-' => ByteClass.Hyphen,
                (byte)' ' => ByteClass.Space,
                (byte)':' => ByteClass.Colon,
                (byte)'@' => ByteClass.At,
                (byte)'+' => ByteClass.Plus,
                (byte)')' => ByteClass.Close,
                var value when ValueRun.IsMember(value) => ByteClass.Letter,
                _ => (ByteClass)Classes,
            };
            if (of <= ByteClass.Letter)
                this[((int)of * Stride) + block + 1] |= 1UL << i;
            if (text[i] == '2')
                this[((int)ByteClass.Two * Stride) + block + 1] |= 1UL << i;
        }
    }

    internal void Set128(int block, ReadOnlySpan<byte> text)
    {
        ref readonly var first = ref text[..BlockLength][0];
        var bytes = (Vector128.LoadUnsafe(in first), Vector128.LoadUnsafe(in first, 16), Vector128.LoadUnsafe(in first, 32), Vector128.LoadUnsafe(in first, 48));
        this[block + 1] = Bits(IsDigit(bytes.Item1), IsDigit(bytes.Item2), IsDigit(bytes.Item3), IsDigit(bytes.Item4));
        Set(ByteClass.Two, block, bytes, (byte)'2');
        Set(ByteClass.Dot, block, bytes, (byte)'.');
        Set(ByteClass.Hyphen, block, bytes, (byte)'-');
        Set(ByteClass.Space, block, bytes, (byte)' ');
        Set(ByteClass.Colon, block, bytes, (byte)':');
        Set(ByteClass.At, block, bytes, (byte)'@');
        Set(ByteClass.Plus, block, bytes, (byte)'+');
        Set(ByteClass.Close, block, bytes, (byte)')');
        this[((int)ByteClass.Letter * Stride) + block + 1] = Bits(IsLetter(bytes.Item1), IsLetter(bytes.Item2), IsLetter(bytes.Item3), IsLetter(bytes.Item4));
    }

    internal void Set256(int block, ReadOnlySpan<byte> text)
    {
        ref readonly var first = ref text[..BlockLength][0];
        var low = Vector256.LoadUnsafe(in first);
        var high = Vector256.LoadUnsafe(in first, (nuint)Vector256<byte>.Count);
        this[block + 1] = Bits(IsDigit(low), IsDigit(high));
        Set(ByteClass.Two, block, low, high, (byte)'2');
        Set(ByteClass.Dot, block, low, high, (byte)'.');
        Set(ByteClass.Hyphen, block, low, high, (byte)'-');
        Set(ByteClass.Space, block, low, high, (byte)' ');
        Set(ByteClass.Colon, block, low, high, (byte)':');
        Set(ByteClass.At, block, low, high, (byte)'@');
        Set(ByteClass.Plus, block, low, high, (byte)'+');
        Set(ByteClass.Close, block, low, high, (byte)')');
        this[((int)ByteClass.Letter * Stride) + block + 1] = Bits(IsLetter(low), IsLetter(high));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Set(ByteClass of, int block, in (Vector128<byte>, Vector128<byte>, Vector128<byte>, Vector128<byte>) bytes, byte value)
    {
        var wanted = Vector128.Create(value);
        this[((int)of * Stride) + block + 1] = Bits(Vector128.Equals(bytes.Item1, wanted), Vector128.Equals(bytes.Item2, wanted),
            Vector128.Equals(bytes.Item3, wanted), Vector128.Equals(bytes.Item4, wanted));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> IsDigit(Vector128<byte> bytes) =>
        Vector128.LessThan(bytes - Vector128.Create((byte)'0'), Vector128.Create((byte)10));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> IsLetter(Vector128<byte> bytes) =>
        Vector128.LessThan((bytes | Vector128.Create((byte)0x20)) - Vector128.Create((byte)'a'), Vector128.Create((byte)26))
        | Vector128.Equals(bytes, Vector128.Create((byte)'/'))
        | Vector128.Equals(bytes, Vector128.Create((byte)'_'));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Bits(Vector128<byte> first, Vector128<byte> second, Vector128<byte> third, Vector128<byte> fourth) =>
        first.ExtractMostSignificantBits() | ((ulong)second.ExtractMostSignificantBits() << 16)
        | ((ulong)third.ExtractMostSignificantBits() << 32) | ((ulong)fourth.ExtractMostSignificantBits() << 48);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Set(ByteClass of, int block, Vector256<byte> low, Vector256<byte> high, byte value)
    {
        var wanted = Vector256.Create(value);
        this[((int)of * Stride) + block + 1] = Bits(Avx2.CompareEqual(low, wanted), Avx2.CompareEqual(high, wanted));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> IsDigit(Vector256<byte> bytes) => IsBelow(Avx2.Subtract(bytes, Vector256.Create((byte)'0')), 10);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> IsLetter(Vector256<byte> bytes) => Avx2.Or(
        IsBelow(Avx2.Subtract(Avx2.Or(bytes, Vector256.Create((byte)0x20)), Vector256.Create((byte)'a')), 26),
        Avx2.Or(Avx2.CompareEqual(bytes, Vector256.Create((byte)'/')), Avx2.CompareEqual(bytes, Vector256.Create((byte)'_'))));

    /// <summary>There is no comparison of bytes without sign: what is the smaller one with the last that is below, is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> IsBelow(Vector256<byte> bytes, byte limit) => Avx2.CompareEqual(bytes, Avx2.Min(bytes, Vector256.Create((byte)(limit - 1))));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Bits(Vector256<byte> low, Vector256<byte> high) => (uint)Avx2.MoveMask(low) | ((ulong)(uint)Avx2.MoveMask(high) << 32);
}
