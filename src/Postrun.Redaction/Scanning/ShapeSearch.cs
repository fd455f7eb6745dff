using Postrun.Redaction.Detection;

namespace Postrun.Redaction.Scanning;

/// <summary>Where a shape begins.</summary>
internal readonly record struct ShapeHit(int At, Shape Shape);

/// <summary>Finds shapes of digits and marks, many bytes at a time.</summary>
internal static class ShapeSearch
{
    /// <summary>
    /// Adds every place in <paramref name="text"/> from <paramref name="from"/> up to <paramref name="to"/> where a shape begins, in
    /// ascending order. What lies before and after may be looked at; beyond the ends of the text there is nothing.
    /// </summary>
    internal static void Find(ReadOnlySpan<byte> text, int from, int to, List<ShapeHit> hits)
    {
        for (var at = from; at < to; at++)
            if (text[at] == '@' && at > 0 && at + 1 < text.Length && Boundary.IsWord(text[at - 1]) && Boundary.IsWord(text[at + 1]))
                hits.Add(new(at, Shape.At));
    }
}
