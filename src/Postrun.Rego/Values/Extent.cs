namespace Postrun.Rego;

/// <summary>
/// How large a value is when it is written out. Values share their parts, so that a small program can make one whose text
/// no memory would hold; whoever compares or prints it would never end.
/// </summary>
/// <param name="Nodes">Values in it, itself too, each as often as it occurs.</param>
/// <param name="Depth">0 for a scalar.</param>
internal readonly record struct Extent(long Nodes, int Depth)
{
    public const long MaxNodes = 1 << 25;

    /// <summary>What recursion over a value can go down without using up the stack of a thread.</summary>
    public const int MaxDepth = 2_000;

    public static readonly Extent Scalar = new(1, 0);

    /// <exception cref="BudgetException">a collection of these parts would be too large</exception>
    public static Extent Of(ReadOnlySpan<RegoValue> parts, ReadOnlySpan<RegoValue> more = default)
    {
        var (nodes, depth) = Add(parts, 1, 0);
        (nodes, depth) = Add(more, nodes, depth);
        if (nodes > MaxNodes)
            throw new BudgetException($"the policy makes a value of more than {MaxNodes >> 20} Mi parts");
        if (depth >= MaxDepth)
            throw new BudgetException($"the policy makes a value that is nested more than {MaxDepth} deep");
        return new(nodes, depth + 1);
    }

    private static (long Nodes, int Depth) Add(ReadOnlySpan<RegoValue> parts, long nodes, int depth)
    {
        foreach (var part in parts)
        {
            var extent = part.Extent;
            nodes += extent.Nodes;
            depth = Math.Max(depth, extent.Depth);
        }
        return (nodes, depth);
    }
}
