using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Postrun.Redaction.Scanning;

/// <summary>Two blocks in a register of 128 bits.</summary>
internal readonly struct MaskLanes2(Vector128<ulong> masks) : IMaskLanes<MaskLanes2>
{
    private readonly Vector128<ulong> _masks = masks;

    public static int Count => 2;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static MaskLanes2 Load(ref ulong masks, int block) => new(Vector128.LoadUnsafe(ref masks, (nuint)block));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static MaskLanes2 operator &(MaskLanes2 left, MaskLanes2 right) => new(left._masks & right._masks);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static MaskLanes2 operator |(MaskLanes2 left, MaskLanes2 right) => new(left._masks | right._masks);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static MaskLanes2 operator ~(MaskLanes2 mask) => new(~mask._masks);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static MaskLanes2 Previous(MaskLanes2 now, MaskLanes2 before) =>
        new(Vector128.Create(before._masks.GetUpper(), now._masks.GetLower()));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static MaskLanes2 Back(MaskLanes2 now, MaskLanes2 previous, [ConstantExpected] int count) =>
        new((now._masks << count) | (previous._masks >>> (64 - count)));

    public bool IsEmpty
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _masks == Vector128<ulong>.Zero;
    }

    public ulong this[int block] => _masks.GetElement(block);
}
