using System.Runtime.Intrinsics;
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
/// <see cref="ShapeGates"/> looks at these byte by byte.
/// </remarks>
internal static class ShapeSearch
{
    /// <summary>How far behind the first byte of a shape the place may be that gives it away.</summary>
    private const int Reach = 64;

    internal static ShapeWidth Widest { get; } = Vector256.IsHardwareAccelerated ? ShapeWidth.ThirtyTwo
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
        var gates = new ShapeGates(text, from, to, hits);
        var end = (int)Math.Min(text.Length, (long)to + Reach);
        var at = from;
        for (; at <= end - ByteClasses.Block; at += ByteClasses.Block)
            gates.Step(Classes(text, at, width), at);
        if (at >= end)
            return;
        Span<byte> last = stackalloc byte[ByteClasses.Block];
        last.Clear();
        text[at..end].CopyTo(last);
        gates.Step(Classes(last, 0, width), at);
    }

    private static ByteClasses Classes(ReadOnlySpan<byte> text, int at, ShapeWidth width) => width switch
    {
        ShapeWidth.ThirtyTwo => ByteClasses.Of256(text, at),
        ShapeWidth.Sixteen => ByteClasses.Of128(text, at),
        _ => ByteClasses.OfBytes(text, at),
    };
}
