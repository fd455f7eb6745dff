using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Postrun.Redaction.Detection;

namespace Postrun.Redaction.Scanning;

/// <summary>Where a shape begins.</summary>
internal readonly record struct ShapeHit(int At, Shape Shape);

/// <summary>How many bytes are compared together.</summary>
internal enum ShapeWidth
{
    One,
    Sixteen,
    ThirtyTwo,
}

/// <summary>Finds shapes of digits and marks, many bytes at a time.</summary>
/// <remarks>
/// Bytes become bits of classes, 64 at a time. Shifts and conjunctions leave the few places where a shape may end;
/// <see cref="ShapeGates{T}"/> looks at these byte by byte.
/// </remarks>
internal static class ShapeSearch
{
    /// <summary>How far behind the first byte of a shape the place may be that gives it away.</summary>
    private const int Reach = 64;

    internal static ShapeWidth Widest { get; } = Avx2.IsSupported ? ShapeWidth.ThirtyTwo
        : Vector128.IsHardwareAccelerated ? ShapeWidth.Sixteen
        : ShapeWidth.One;

    /// <summary>
    /// Adds every place in <paramref name="text"/> from <paramref name="from"/> up to <paramref name="to"/> where a shape begins, in
    /// ascending order, shapes of one place in the order of their names in <see cref="Shape"/>. What lies before and after may be looked
    /// at; beyond the ends of the text there is nothing.
    /// </summary>
    internal static void Find(ReadOnlySpan<byte> text, int from, int to, List<ShapeHit> hits) => Find(text, from, to, hits, Widest);

    internal static void Find(ReadOnlySpan<byte> text, int from, int to, List<ShapeHit> hits, ShapeWidth width)
    {
        switch (width)
        {
            case ShapeWidth.ThirtyTwo: Find<MaskLanes4>(text, from, to, hits, width); break;
            case ShapeWidth.Sixteen: Find<MaskLanes2>(text, from, to, hits, width); break;
            case ShapeWidth.One: Find<MaskLanes1>(text, from, to, hits, width); break;
        }
    }

    private static void Find<T>(ReadOnlySpan<byte> text, int from, int to, List<ShapeHit> hits, ShapeWidth width)
        where T : struct, IMaskLanes<T>
    {
        const int Part = ByteMasks.Blocks * ByteMasks.BlockLength;
        var places = new ShapePlaces(text, from, to, hits);
        var masks = default(ByteMasks);
        Span<ulong> runs = stackalloc ulong[ByteMasks.Blocks + ByteMasks.MostLanes];
        Span<ulong> groups = stackalloc ulong[runs.Length];
        Span<ulong> others = stackalloc ulong[runs.Length];
        Span<(int Index, int Place)> blocks = stackalloc (int, int)[runs.Length];
        var end = (int)Math.Min(text.Length, (long)to + Reach);
        // From the byte before on: whether a sign stands behind a word is asked as well.
        for (var at = Math.Max(0, from - 1); at < end; at += Part)
        {
            var part = text[at..Math.Min(end, at + Part)];
            var rows = (part.Length + (ByteMasks.BlockLength * T.Count) - 1) / (ByteMasks.BlockLength * T.Count);
            Fill<T>(ref masks, part, rows, width);
            masks.Connect(rows, T.Count);
            var gates = default(ShapeGates<T>);
            // The first row is that of the blocks before: it says only what the next needs.
            for (var row = 0; row <= rows; row++)
                gates.Step(ref masks, (row + 1) * T.Count, runs[(row * T.Count)..], groups[(row * T.Count)..], others[(row * T.Count)..]);
            // No jump depends on whether a gate of a block is open: it could not be foreseen.
            var open = 0;
            for (var lane = 0; lane < T.Count; lane++)
                for (var row = 0; row < rows; row++)
                {
                    var index = ((row + 1) * T.Count) + lane;
                    blocks[open] = (index, at + (((lane * rows) + row) * ByteMasks.BlockLength));
                    open += (runs[index] | groups[index] | others[index]) == 0 ? 0 : 1;
                }
            foreach (var (index, place) in blocks[..open])
            {
                Look(in places, runs[index], place, Gate.Run);
                Look(in places, groups[index], place, Gate.Group);
                Look(in places, others[index], place, Gate.Other);
            }
            masks.Carry(rows, T.Count);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Look(in ShapePlaces places, ulong open, int at, Gate gate)
    {
        for (; open != 0; open &= open - 1)
            places.Look(at + BitOperations.TrailingZeroCount(open), gate);
    }

    /// <summary>Sets the masks of a part of the text: so many rows, lane after lane.</summary>
    private static void Fill<T>(ref ByteMasks masks, ReadOnlySpan<byte> part, int rows, ShapeWidth width)
        where T : struct, IMaskLanes<T>
    {
        Span<byte> last = stackalloc byte[ByteMasks.BlockLength];
        for (var lane = 0; lane < T.Count; lane++)
            for (var row = 0; row < rows; row++)
            {
                var index = ((row + ByteMasks.RowsBefore) * T.Count) + lane;
                scoped var block = part;
                if (part.Length < ByteMasks.BlockLength)
                {
                    last.Clear();
                    part.CopyTo(last);
                    block = last;
                }
                Set(ref masks, index, block, width);
                part = part[Math.Min(part.Length, ByteMasks.BlockLength)..];
            }
    }

    private static void Set(ref ByteMasks masks, int index, ReadOnlySpan<byte> block, ShapeWidth width)
    {
        if (width == ShapeWidth.ThirtyTwo)
            masks.Set256(index, block);
        else if (width == ShapeWidth.Sixteen)
            masks.Set128(index, block);
        else
            masks.SetBytes(index, block);
    }
}
