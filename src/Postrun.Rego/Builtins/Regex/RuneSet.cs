namespace Postrun.Rego;

/// <summary>A set of code points: ordered ranges that neither touch nor overlap.</summary>
internal sealed class RuneSet
{
    public const int Last = 0x10FFFF;

    public static readonly RuneSet Any = new([(0, Last)]);

    private readonly (int From, int To)[] ranges;
    private readonly UInt128 ascii;

    private RuneSet((int From, int To)[] ordered)
    {
        ranges = ordered;
        foreach (var (from, to) in ordered)
        {
            for (var i = from; i <= to && i < 128; i++)
                ascii |= UInt128.One << i;
        }
    }

    public ReadOnlySpan<(int From, int To)> Ranges => ranges;

    /// <param name="parts">In any order.</param>
    public static RuneSet Of(IEnumerable<(int From, int To)> parts)
    {
        var ordered = parts.ToArray();
        Array.Sort(ordered);
        var merged = new List<(int From, int To)>(ordered.Length);
        foreach (var part in ordered)
        {
            if (merged.Count > 0 && part.From <= merged[^1].To + 1)
                merged[^1] = (merged[^1].From, Math.Max(merged[^1].To, part.To));
            else
                merged.Add(part);
        }
        return new([.. merged]);
    }

    public RuneSet Negate()
    {
        var gaps = new List<(int, int)>(ranges.Length + 1);
        var next = 0;
        foreach (var (from, to) in ranges)
        {
            if (from > next)
                gaps.Add((next, from - 1));
            next = to + 1;
        }
        if (next <= Last)
            gaps.Add((next, Last));
        return new([.. gaps]);
    }

    public bool Contains(int codePoint)
    {
        if (codePoint < 128)
            return (ascii >> codePoint & 1) != 0;
        int low = 0, high = ranges.Length - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (codePoint < ranges[middle].From)
                high = middle - 1;
            else if (codePoint > ranges[middle].To)
                low = middle + 1;
            else
                return true;
        }
        return false;
    }
}
