using System.Diagnostics.CodeAnalysis;

namespace Postrun.Redaction.Scanning;

/// <summary>Masks of one or more blocks in a row, each of 64 bytes, in one register.</summary>
internal interface IMaskLanes<T>
    where T : struct, IMaskLanes<T>
{
    /// <summary>How many blocks there are.</summary>
    static abstract int Count { get; }

    static abstract T Load(ref ulong masks, int block);

    static abstract T operator &(T left, T right);

    static abstract T operator |(T left, T right);

    static abstract T operator ~(T mask);

    /// <summary>The blocks one before <paramref name="now"/>, where <paramref name="before"/> are those before all of them.</summary>
    static abstract T Previous(T now, T before);

    /// <summary>For every byte, whether the one so many before it is in the mask.</summary>
    static abstract T Back(T now, T previous, [ConstantExpected] int count);

    bool IsEmpty { get; }

    ulong this[int block] { get; }
}
