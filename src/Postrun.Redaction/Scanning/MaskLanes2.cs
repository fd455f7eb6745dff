using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Postrun.Redaction.Scanning;

/// <summary>The masks of two blocks, in a register of 128 bits.</summary>
internal readonly struct MaskLanes2(Vector128<ulong> masks) : IMaskLanes<MaskLanes2>
{
    private readonly Vector128<ulong> _masks = masks;

    public static int Count => 2;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static MaskLanes2 Load(ref ulong masks, int index) => new(Vector128.LoadUnsafe(ref masks, (nuint)index));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static MaskLanes2 operator &(MaskLanes2 left, MaskLanes2 right) => new(left._masks & right._masks);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static MaskLanes2 operator |(MaskLanes2 left, MaskLanes2 right) => new(left._masks | right._masks);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static MaskLanes2 operator ~(MaskLanes2 mask) => new(~mask._masks);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(Span<ulong> masks) => _masks.CopyTo(masks);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static MaskLanes2 Back(MaskLanes2 now, MaskLanes2 previous, [ConstantExpected] int count) =>
        new((now._masks << count) | (previous._masks >>> (64 - count)));
}
