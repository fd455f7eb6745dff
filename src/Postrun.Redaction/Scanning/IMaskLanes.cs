using System.Diagnostics.CodeAnalysis;

namespace Postrun.Redaction.Scanning;

/// <summary>Masks of one or more blocks of 64 bytes in one register: one block of each lane of <see cref="ByteMasks"/>.</summary>
internal interface IMaskLanes<T>
    where T : struct, IMaskLanes<T>
{
    /// <summary>How many lanes there are.</summary>
    static abstract int Count { get; }

    static abstract T Load(ref ulong masks, int index);

    void Store(Span<ulong> masks);

    static abstract T operator &(T left, T right);

    static abstract T operator |(T left, T right);

    static abstract T operator ~(T mask);

    /// <summary>For every byte, whether the one so many before it is in the mask.</summary>
    static abstract T Back(T now, T previous, [ConstantExpected] int count);
}
