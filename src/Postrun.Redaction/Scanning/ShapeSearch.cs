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
        var gates = new ShapeGates<T>(new(text, from, to, hits));
        var masks = default(ByteMasks);
        var end = (int)Math.Min(text.Length, (long)to + Reach);
        for (var at = from; at < end; at += ByteMasks.Blocks * ByteMasks.BlockLength)
        {
            var part = text[at..Math.Min(end, at + (ByteMasks.Blocks * ByteMasks.BlockLength))];
            var blocks = Fill(ref masks, part, width);
            for (; blocks % T.Count != 0; blocks++)
                masks.Clear(blocks);
            for (var block = 0; block < blocks; block += T.Count)
                gates.Step(ref masks, block, at + (block * ByteMasks.BlockLength));
            masks.Carry();
        }
    }

    /// <summary>Sets the masks of a part of the text, and says how many there are.</summary>
    private static int Fill(ref ByteMasks masks, ReadOnlySpan<byte> part, ShapeWidth width)
    {
        var block = 0;
        for (; part.Length >= ByteMasks.BlockLength; part = part[ByteMasks.BlockLength..])
        {
            if (width == ShapeWidth.ThirtyTwo)
                masks.Set256(block++, part);
            else if (width == ShapeWidth.Sixteen)
                masks.Set128(block++, part);
            else
                masks.SetBytes(block++, part);
        }
        if (part.IsEmpty)
            return block;
        Span<byte> last = stackalloc byte[ByteMasks.BlockLength];
        last.Clear();
        part.CopyTo(last);
        masks.SetBytes(block++, last);
        return block;
    }
}
