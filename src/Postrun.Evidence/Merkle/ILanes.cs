using System.Diagnostics.CodeAnalysis;

namespace Postrun.Evidence;

/// <summary>32-bit words of several messages side by side, and the operations of SHA-256 on them (FIPS 180-4, 4.1.2).</summary>
internal interface ILanes<TSelf>
    where TSelf : unmanaged, ILanes<TSelf>
{
    /// <summary>Messages that are hashed at once.</summary>
    static abstract int Count { get; }

    static abstract TSelf All(uint word);

    /// <summary>Big-endian words, the next lane <paramref name="stride"/> bytes on.</summary>
    static abstract TSelf Gather(ReadOnlySpan<byte> words, int stride);

    static abstract TSelf operator +(TSelf left, TSelf right);

    static abstract TSelf Xor(TSelf x, TSelf y, TSelf z);

    static abstract TSelf Choose(TSelf x, TSelf y, TSelf z);

    static abstract TSelf Majority(TSelf x, TSelf y, TSelf z);

    /// <param name="rest">32 less <paramref name="bits"/>, for processors that have no rotation.</param>
    static abstract TSelf RotateRight(TSelf x, [ConstantExpected] byte bits, [ConstantExpected] byte rest);

    static abstract TSelf ShiftRight(TSelf x, [ConstantExpected] byte bits);

    /// <summary>Takes <paramref name="next"/> in the lanes whose bit is set, <paramref name="last"/> in the others.</summary>
    static abstract TSelf Select(uint lanes, TSelf next, TSelf last);

    uint this[int lane] { get; }
}
