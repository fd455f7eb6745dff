using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Postrun.Redaction.Scanning;

/// <summary>Four blocks in a register of 256 bits.</summary>
internal readonly struct MaskLanes4(Vector256<ulong> masks) : IMaskLanes<MaskLanes4>
{
    private readonly Vector256<ulong> _masks = masks;

    public static int Count => 4;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static MaskLanes4 Load(ref ulong masks, int block) => new(Vector256.LoadUnsafe(ref masks, (nuint)block));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static MaskLanes4 operator &(MaskLanes4 left, MaskLanes4 right) => new(left._masks & right._masks);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static MaskLanes4 operator |(MaskLanes4 left, MaskLanes4 right) => new(left._masks | right._masks);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static MaskLanes4 operator ~(MaskLanes4 mask) => new(~mask._masks);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static MaskLanes4 Previous(MaskLanes4 now, MaskLanes4 before) => new(Vector256.ConditionalSelect(
        Vector256.Create(ulong.MaxValue, 0, 0, 0),
        Vector256.Shuffle(before._masks, Vector256.Create(3UL, 0, 1, 2)),
        Vector256.Shuffle(now._masks, Vector256.Create(3UL, 0, 1, 2))));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static MaskLanes4 Back(MaskLanes4 now, MaskLanes4 previous, [ConstantExpected] int count) =>
        new((now._masks << count) | (previous._masks >>> (64 - count)));

    public bool IsEmpty
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _masks == Vector256<ulong>.Zero;
    }

    public ulong this[int block] => _masks.GetElement(block);
}
