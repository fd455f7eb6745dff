using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Postrun.Evidence;

/// <summary>Sixteen messages in 512-bit registers; needs AVX-512F.</summary>
internal readonly struct Lanes16(Vector512<uint> words) : ILanes<Lanes16>
{
    // Truth tables of vpternlogd, from its arguments 0xf0, 0xcc and 0xaa.
    private const byte XorTable = 0x96;
    private const byte ChooseTable = 0xca;
    private const byte MajorityTable = 0xe8;

    private static readonly Vector512<uint> Bits = Vector512.Create(
        1u, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 4096, 8192, 16384, 32768);

    private readonly Vector512<uint> words = words;

    public static bool IsSupported => Avx512F.IsSupported;

    public static int Count => 16;

    public static Lanes16 All(uint word) => new(Vector512.Create(word));

    public static Lanes16 Gather(ReadOnlySpan<byte> words, int stride)
    {
        Span<uint> lanes = stackalloc uint[16];
        for (var lane = 0; lane < lanes.Length; lane++)
            lanes[lane] = BinaryPrimitives.ReadUInt32BigEndian(words[(lane * stride)..]);
        return new(Vector512.Create<uint>(lanes));
    }

    public static Lanes16 operator +(Lanes16 left, Lanes16 right) => new(Avx512F.Add(left.words, right.words));

    public static Lanes16 Xor(Lanes16 x, Lanes16 y, Lanes16 z) => new(Avx512F.TernaryLogic(x.words, y.words, z.words, XorTable));

    public static Lanes16 Choose(Lanes16 x, Lanes16 y, Lanes16 z) => new(Avx512F.TernaryLogic(x.words, y.words, z.words, ChooseTable));

    public static Lanes16 Majority(Lanes16 x, Lanes16 y, Lanes16 z) => new(Avx512F.TernaryLogic(x.words, y.words, z.words, MajorityTable));

    public static Lanes16 RotateRight(Lanes16 x, [ConstantExpected] byte bits, [ConstantExpected] byte rest) => new(Avx512F.RotateRight(x.words, bits));

    public static Lanes16 ShiftRight(Lanes16 x, [ConstantExpected] byte bits) => new(Avx512F.ShiftRightLogical(x.words, bits));

    public static Lanes16 Select(uint lanes, Lanes16 next, Lanes16 last)
    {
        var mask = Vector512.Equals(Avx512F.And(Vector512.Create(lanes), Bits), Bits);
        return new(Vector512.ConditionalSelect(mask, next.words, last.words));
    }

    public uint this[int lane] => words.GetElement(lane);
}
