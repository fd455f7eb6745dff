using System.Runtime.CompilerServices;

namespace Postrun.Redaction.Literals;

/// <summary>A set of four bytes each, in letters of either case, that may hold a little more than was put in.</summary>
internal sealed class WindowFilter
{
    private const int Bits = 16;

    private readonly ulong[] _set = new ulong[1 << (Bits - 6)];

    /// <summary>Letters of both cases become one; other bytes may collide, and are compared later.</summary>
    internal static uint Fold(uint window) => window | 0x20202020;

    internal void Add(uint folded)
    {
        var bit = Hash(folded);
        _set[bit >> 6] |= 1UL << (int)(bit & 63);
    }

    /// <summary>The lowest bit says whether it may be in the set; the others say nothing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ulong Bit(uint folded)
    {
        var bit = Hash(folded);
        return _set[bit >> 6] >> (int)(bit & 63);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Hash(uint folded) => folded * 0x9E3779B1 >> (32 - Bits);
}
