namespace Postrun.Rego;

/// <summary>The fewest blocks that hold the same addresses.</summary>
internal static class CidrMerge
{
    public static IEnumerable<CidrBlock> Merge(IEnumerable<CidrBlock> blocks)
    {
        var ranges = new Stack<Range>();
        foreach (var range in blocks.Select(static block => new Range(block.First, block.Last, block)).OrderBy(static range => range.First).ThenBy(static range => range.Last))
        {
            if (!ranges.TryPeek(out var before) || !Touches(before.Last, range.First))
            {
                ranges.Push(range);
                continue;
            }
            ranges.Pop();
            ranges.Push(new(before.First, UInt128.Max(before.Last, range.Last), null));
        }
        return ranges.Reverse().SelectMany(static range => range.Alone is { } block ? [block] : Split(range.First, range.Last));
    }

    private static bool Touches(UInt128 last, UInt128 first) => last == UInt128.MaxValue || first <= last + 1;

    private static IEnumerable<CidrBlock> Split(UInt128 first, UInt128 last)
    {
        while (true)
        {
            // As large as its place allows, and as the range has room for.
            var free = first == 0 ? 128 : (int)UInt128.TrailingZeroCount(first);
            while (free > 0 && (first | ~CidrBlock.Mask(128 - free)) > last)
                free--;
            var block = new CidrBlock(first, 128 - free, IpAddress.IsV4(first) && free <= 32);
            yield return block;
            if (block.Last >= last)
                yield break;
            first = block.Last + 1;
        }
    }

    /// <param name="Alone">The block that the range is, if it is not merged of several.</param>
    private readonly record struct Range(UInt128 First, UInt128 Last, CidrBlock? Alone);
}
