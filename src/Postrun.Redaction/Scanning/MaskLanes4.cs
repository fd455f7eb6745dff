using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Postrun.Redaction.Scanning;

/// <summary>The masks of four blocks, in a register of 256 bits; needs AVX2.</summary>
internal readonly struct MaskLanes4(Vector256<ulong> masks) : IMaskLanes<MaskLanes4>
{
    private readonly Vector256<ulong> _masks = masks;

    public static int Count => 4;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static MaskLanes4 Load(ref ulong masks, int index) => new(Vector256.LoadUnsafe(ref masks, (nuint)index));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static MaskLanes4 operator &(MaskLanes4 left, MaskLanes4 right) => new(Avx2.And(left._masks, right._masks));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static MaskLanes4 operator |(MaskLanes4 left, MaskLanes4 right) => new(Avx2.Or(left._masks, right._masks));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static MaskLanes4 operator ~(MaskLanes4 mask) => new(Avx2.Xor(mask._masks, Vector256<ulong>.AllBitsSet));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(Span<ulong> masks) => _masks.CopyTo(masks);

#pragma warning disable CA1857 // Inlined, both counts are constants.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static MaskLanes4 Back(MaskLanes4 now, MaskLanes4 previous, [ConstantExpected] int count) =>
        new(Avx2.Or(Avx2.ShiftLeftLogical(now._masks, (byte)count), Avx2.ShiftRightLogical(previous._masks, (byte)(64 - count))));
#pragma warning restore CA1857
}
