using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Postrun.Redaction.Scanning;

/// <summary>One block in a register of any processor.</summary>
internal readonly struct MaskLanes1(ulong mask) : IMaskLanes<MaskLanes1>
{
    private readonly ulong _mask = mask;

    public static int Count => 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static MaskLanes1 Load(ref ulong masks, int block) => new(MemoryMarshal.CreateReadOnlySpan(ref masks, block + 1)[block]);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static MaskLanes1 operator &(MaskLanes1 left, MaskLanes1 right) => new(left._mask & right._mask);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static MaskLanes1 operator |(MaskLanes1 left, MaskLanes1 right) => new(left._mask | right._mask);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static MaskLanes1 operator ~(MaskLanes1 mask) => new(~mask._mask);

    public static MaskLanes1 Previous(MaskLanes1 now, MaskLanes1 before) => before;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static MaskLanes1 Back(MaskLanes1 now, MaskLanes1 previous, [ConstantExpected] int count) =>
        new((now._mask << count) | (previous._mask >> (64 - count)));

    public bool IsEmpty => _mask == 0;

    public ulong this[int block] => _mask;
}
