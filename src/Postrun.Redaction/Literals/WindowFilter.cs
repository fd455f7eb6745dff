using System.Runtime.CompilerServices;

namespace Postrun.Redaction.Literals;

/// <summary>A set of four bytes each, in letters of either case, that may hold a little more than was put in.</summary>
internal sealed class WindowFilter
{
    private const int Bits = 16;

    private Table _table;

    /// <summary>Letters of both cases become one; other bytes may collide, and are compared later.</summary>
    internal static uint Fold(uint window) => window | 0x20202020;

    internal void Add(uint folded) => _table[(ushort)Hash(folded)] = 1;

    /// <summary>1 where it may be in the set, 0 where it is not.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal byte Holds(uint folded) => _table[(ushort)Hash(folded)];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Hash(uint folded) => folded * 0x9E3779B1 >> (32 - Bits);

    /// <summary>A byte for each, and not a bit: it is as long as a number of 16 bits can tell, so that nothing has to be checked.</summary>
    [InlineArray(1 << Bits)]
    private struct Table
    {
        private byte _first;
    }
}
