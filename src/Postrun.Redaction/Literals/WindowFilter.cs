using System.Runtime.CompilerServices;

namespace Postrun.Redaction.Literals;

/// <summary>A set of four bytes each, in letters of either case, that may hold a little more than was put in.</summary>
internal sealed class WindowFilter
{
    /// <summary>So that it fits into the first cache beside the text.</summary>
    private const int Bits = 14;

    /// <summary>The mark of a place where several meet; the others are smaller.</summary>
    private const byte Several = 255;

    private Table _table;

    /// <summary>Letters of both cases become one; other bytes may collide, and are compared later.</summary>
    internal static uint Fold(uint window) => window | 0x20202020;

    internal void Add(uint folded)
    {
        ref var mark = ref _table[(int)Hash(folded)];
        mark = mark == 0 || mark == MarkOf(folded) ? MarkOf(folded) : Several;
    }

    /// <summary>Not 0 where it may be in the set, 0 where it is not. <see cref="Holds"/> knows more, and takes longer.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal byte MayHold(uint folded) => _table[(int)Hash(folded)];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool Holds(uint folded)
    {
        var mark = MayHold(folded);
        return mark != 0 && (mark == Several || mark == MarkOf(folded));
    }

    /// <summary>Tells apart what meets in one place.</summary>
    private static byte MarkOf(uint folded) => (byte)(((folded * 0x85EBCA6B) >> 25) + 1);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Hash(uint folded) => folded * 0x9E3779B1 >> (32 - Bits);

    /// <summary>A byte for each, and not a bit; as long as the numbers are, so that nothing has to be checked.</summary>
    [InlineArray(1 << Bits)]
    private struct Table
    {
        private byte _first;
    }
}
