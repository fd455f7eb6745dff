using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Postrun.Redaction.Scanning;

/// <summary>Four blocks in a register of 256 bits; needs AVX2.</summary>
internal readonly struct MaskLanes4(Vector256<ulong> masks) : IMaskLanes<MaskLanes4>
{
    private readonly Vector256<ulong> _masks = masks;

    public static int Count => 4;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static MaskLanes4 Load(ref ulong masks, int block) => new(Vector256.LoadUnsafe(ref masks, (nuint)block));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static MaskLanes4 operator &(MaskLanes4 left, MaskLanes4 right) => new(Avx2.And(left._masks, right._masks));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static MaskLanes4 operator |(MaskLanes4 left, MaskLanes4 right) => new(Avx2.Or(left._masks, right._masks));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static MaskLanes4 operator ~(MaskLanes4 mask) => new(Avx2.Xor(mask._masks, Vector256<ulong>.AllBitsSet));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static MaskLanes4 Previous(MaskLanes4 now, MaskLanes4 before)
    {
        const byte LastFirst = 0b10_01_00_11;
        const byte FirstOfBefore = 0b0000_0011;
        return new(Avx2.Blend(Avx2.Permute4x64(now._masks, LastFirst).AsUInt32(), Avx2.Permute4x64(before._masks, LastFirst).AsUInt32(), FirstOfBefore).AsUInt64());
    }

    // Inlined, both counts are constants.
#pragma warning disable CA1857
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static MaskLanes4 Back(MaskLanes4 now, MaskLanes4 previous, [ConstantExpected] int count) =>
        new(Avx2.Or(Avx2.ShiftLeftLogical(now._masks, (byte)count), Avx2.ShiftRightLogical(previous._masks, (byte)(64 - count))));
#pragma warning restore CA1857

    public bool IsEmpty
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Avx.TestZ(_masks, _masks);
    }

    public ulong this[int block] => _masks.GetElement(block);
}
