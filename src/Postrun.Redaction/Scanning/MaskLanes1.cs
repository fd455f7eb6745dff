using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Postrun.Redaction.Scanning;

/// <summary>The mask of one block, in a register of any processor.</summary>
internal readonly struct MaskLanes1(ulong mask) : IMaskLanes<MaskLanes1>
{
    private readonly ulong _mask = mask;

    public static int Count => 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static MaskLanes1 Load(ref ulong masks, int index) => new(MemoryMarshal.CreateReadOnlySpan(ref masks, index + 1)[index]);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static MaskLanes1 operator &(MaskLanes1 left, MaskLanes1 right) => new(left._mask & right._mask);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static MaskLanes1 operator |(MaskLanes1 left, MaskLanes1 right) => new(left._mask | right._mask);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static MaskLanes1 operator ~(MaskLanes1 mask) => new(~mask._mask);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(Span<ulong> masks) => masks[0] = _mask;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static MaskLanes1 Back(MaskLanes1 now, MaskLanes1 previous, [ConstantExpected] int count) =>
        new((now._mask << count) | (previous._mask >> (64 - count)));
}
