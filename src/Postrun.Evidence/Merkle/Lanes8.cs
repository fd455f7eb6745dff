using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Postrun.Evidence;

/// <summary>Eight messages in 256-bit registers; needs AVX2.</summary>
internal readonly struct Lanes8(Vector256<uint> words) : ILanes<Lanes8>
{
    private static readonly Vector256<uint> Bits = Vector256.Create(1u, 2, 4, 8, 16, 32, 64, 128);

    private readonly Vector256<uint> words = words;

    public static bool IsSupported => Avx2.IsSupported;

    public static int Count => 8;

    public static Lanes8 All(uint word) => new(Vector256.Create(word));

    public static Lanes8 Gather(ReadOnlySpan<byte> words, int stride) => new(Vector256.Create(
        BinaryPrimitives.ReadUInt32BigEndian(words),
        BinaryPrimitives.ReadUInt32BigEndian(words[stride..]),
        BinaryPrimitives.ReadUInt32BigEndian(words[(2 * stride)..]),
        BinaryPrimitives.ReadUInt32BigEndian(words[(3 * stride)..]),
        BinaryPrimitives.ReadUInt32BigEndian(words[(4 * stride)..]),
        BinaryPrimitives.ReadUInt32BigEndian(words[(5 * stride)..]),
        BinaryPrimitives.ReadUInt32BigEndian(words[(6 * stride)..]),
        BinaryPrimitives.ReadUInt32BigEndian(words[(7 * stride)..])));

    public static Lanes8 operator +(Lanes8 left, Lanes8 right) => new(Avx2.Add(left.words, right.words));

    public static Lanes8 Xor(Lanes8 x, Lanes8 y, Lanes8 z) => new(Avx2.Xor(Avx2.Xor(x.words, y.words), z.words));

    public static Lanes8 Choose(Lanes8 x, Lanes8 y, Lanes8 z) =>
        new(Avx2.Xor(z.words, Avx2.And(x.words, Avx2.Xor(y.words, z.words))));

    public static Lanes8 Majority(Lanes8 x, Lanes8 y, Lanes8 z) =>
        new(Avx2.Xor(y.words, Avx2.And(Avx2.Xor(x.words, y.words), Avx2.Xor(z.words, y.words))));

    public static Lanes8 RotateRight(Lanes8 x, [ConstantExpected] byte bits, [ConstantExpected] byte rest) =>
        new(Avx2.Or(Avx2.ShiftRightLogical(x.words, bits), Avx2.ShiftLeftLogical(x.words, rest)));

    public static Lanes8 ShiftRight(Lanes8 x, [ConstantExpected] byte bits) => new(Avx2.ShiftRightLogical(x.words, bits));

    public static Lanes8 Select(uint lanes, Lanes8 next, Lanes8 last)
    {
        var mask = Avx2.CompareEqual(Avx2.And(Vector256.Create(lanes), Bits), Bits);
        return new(Avx2.BlendVariable(last.words.AsByte(), next.words.AsByte(), mask.AsByte()).AsUInt32());
    }

    public uint this[int lane] => words.GetElement(lane);
}
