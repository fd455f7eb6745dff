using System.Runtime.CompilerServices;

namespace Postrun.Redaction.Literals;

/// <summary>A set of four bytes each, in letters of either case, that may hold a little more than was put in.</summary>
internal sealed class WindowFilter
{
    /// <summary>So that it fits into the first cache beside the text, and few of them are set.</summary>
    private const int Bits = 17;

    private const int MarkBits = 14;

    /// <summary>The mark of a place where several meet; the others are smaller.</summary>
    private const byte Several = 255;

    private Words _words;
    private Marks _marks;

    /// <summary>Letters of both cases become one; other bytes may collide, and are compared later.</summary>
    internal static uint Fold(uint window) => window | 0x20202020;

    internal void Add(uint folded)
    {
        var hash = Hash(folded);
        _words[(int)(hash >> (32 - Bits + 5))] |= 1U << (int)(hash >> (32 - Bits));
        ref var mark = ref _marks[(int)(hash >> (32 - MarkBits))];
        mark = mark == 0 || mark == MarkOf(folded) ? MarkOf(folded) : Several;
    }

    /// <summary>Odd where it may be in the set, even where it is not. <see cref="Holds"/> knows more, and takes longer.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal uint MayHold(uint folded)
    {
        var hash = Hash(folded);
        return _words[(int)(hash >> (32 - Bits + 5))] >> (int)(hash >> (32 - Bits));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool Holds(uint folded)
    {
        if ((MayHold(folded) & 1) == 0)
            return false;
        var mark = _marks[(int)(Hash(folded) >> (32 - MarkBits))];
        return mark == Several || mark == MarkOf(folded);
    }

    /// <summary>Tells apart what meets in one place.</summary>
    private static byte MarkOf(uint folded) => (byte)(((folded * 0x85EBCA6B) >> 25) + 1);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Hash(uint folded) => folded * 0x9E3779B1;

    /// <summary>As long as the numbers are, so that nothing has to be checked.</summary>
    [InlineArray(1 << (Bits - 5))]
    private struct Words
    {
        private uint _first;
    }

    [InlineArray(1 << MarkBits)]
    private struct Marks
    {
        private byte _first;
    }
}
