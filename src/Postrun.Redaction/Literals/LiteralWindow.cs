namespace Postrun.Redaction.Literals;

/// <summary>The part of a literal that is looked for first: three bytes of it, or four.</summary>
/// <param name="Offset">Where it begins in the literal.</param>
internal readonly record struct LiteralWindow(Literal Literal, int Offset, int Length)
{
    internal const int Shortest = 3;
    internal const int Longest = 4;

    /// <summary>What a window costs that never stands in a text: it makes others pass. Measured: more makes too few windows of too frequent bytes.</summary>
    private const double Least = 1e-5;

    /// <summary>The bytes without the case of letters, the first in the lowest; zeros where it is short.</summary>
    internal uint Folded
    {
        get
        {
            var folded = 0u;
            for (var place = Length - 1; place >= 0; place--)
                folded = folded << 8 | Fold(Literal.Text[Offset + place]);
            return folded;
        }
    }

    /// <summary>Letters of both cases become one; other bytes may collide, and are compared later.</summary>
    internal static uint Fold(uint bytes) => bytes | 0x20202020;

    /// <summary>A window for each literal: rare in logs, and the same for as many of them as may be, so that there are few.</summary>
    internal static LiteralWindow[] Choose(IReadOnlyList<Literal> literals)
    {
        var windows = Enumerable.Range(0, literals.Count).SelectMany(index => Of(literals[index]).Select(window => (Index: index, Window: window))).ToLookup(static pair => pair.Window.Folded);
        var queue = new PriorityQueue<uint, double>(windows.Select(static same => (same.Key, CostOf(same.First().Window, same.Count()))));
        var chosen = new LiteralWindow?[literals.Count];
        while (queue.TryDequeue(out var folded, out var cost))
        {
            var left = windows[folded].Where(pair => chosen[pair.Index] is null).ToList();
            if (left.Count == 0)
                continue;
            // Others have taken some of its literals: then it may no longer be the best.
            if (CostOf(left[0].Window, left.Count) is var now && now > cost)
                queue.Enqueue(folded, now);
            else
                foreach (var (index, window) in left)
                    chosen[index] ??= window;
        }
        return [.. chosen.Select(static window => window!.Value)];
    }

    /// <summary>The bytes that may stand at a place of the window: one, or a letter in both cases.</summary>
    internal (byte First, byte Second) BytesAt(int place)
    {
        var letter = (byte)Literal.Text[Offset + place];
        return Literal.IgnoreCase && char.IsAsciiLetter((char)letter) ? ((byte)(letter | 0x20), (byte)(letter & ~0x20)) : (letter, letter);
    }

    /// <summary>For each of the literals that it finds.</summary>
    private static double CostOf(LiteralWindow window, int literals) => (OrdinaryText.FrequencyOf(window) + Least) / literals;

    private static byte Fold(char letter) => (byte)(letter | 0x20);

    private static IEnumerable<LiteralWindow> Of(Literal literal)
    {
        for (var length = Shortest; length <= Longest; length++)
            for (var offset = 0; offset + length <= literal.Text.Length; offset++)
                yield return new(literal, offset, length);
    }
}
