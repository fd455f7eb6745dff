namespace Postrun.Rego;

internal static class GraphBuiltins
{
    public static readonly BuiltinFunction[] All =
    [
        new("graph.reachable", 2, Reachable),
        new("graph.reachable_paths", 2, static (context, arguments) =>
            new ReachablePaths(context, Operand.Object(arguments, 0)).From(Initial(arguments))),
        new("walk", 1, Walk) { Relation = true },
    ];

    private static RegoSet Reachable(BuiltinContext context, ReadOnlySpan<RegoValue> arguments)
    {
        var graph = Operand.Object(arguments, 0);
        var queue = new Queue<RegoValue>(Initial(arguments));
        var reached = new HashSet<RegoValue>();
        while (queue.TryDequeue(out var node))
        {
            context.Budget.Spend();
            if (graph.Get(node) is not { } edges || !reached.Add(node))
                continue;
            foreach (var neighbor in Vertices(edges))
            {
                context.Budget.Spend();
                context.Budget.Allocate(Size.Item);
                queue.Enqueue(neighbor);
            }
        }
        return RegoSet.Of(reached);
    }

    private static RegoArray Walk(BuiltinContext context, ReadOnlySpan<RegoValue> arguments)
    {
        var found = new List<RegoValue>();
        Walk(context, found, [], arguments[0]);
        return new([.. found]);
    }

    private static void Walk(BuiltinContext context, List<RegoValue> found, List<RegoValue> path, RegoValue value)
    {
        Nesting.Guard();
        context.Budget.Spend(1 + path.Count / 16);
        context.Budget.Allocate(path.Count * 8L + 2 * Size.Value + Size.Item);
        found.Add(new RegoArray(new RegoArray([.. path]), value));
        path.Add(RegoNull.Value);
        switch (value)
        {
            case RegoArray array:
                for (var i = 0; i < array.Count; i++)
                {
                    path[^1] = RegoNumber.Of(i);
                    Walk(context, found, path, array[i]);
                }
                break;
            case RegoObject entries:
                foreach (var (key, entry) in entries)
                {
                    path[^1] = key;
                    Walk(context, found, path, entry);
                }
                break;
            case RegoSet set:
                foreach (var item in set)
                {
                    path[^1] = item;
                    Walk(context, found, path, item);
                }
                break;
        }
        path.RemoveAt(path.Count - 1);
    }

    private static IReadOnlyList<RegoValue> Initial(ReadOnlySpan<RegoValue> arguments) => arguments[1] is RegoArray or RegoSet
        ? Vertices(arguments[1])
        : throw Operand.Wrong(arguments, 1, "{array, set}");

    /// <summary>None, where the value is no collection of vertices.</summary>
    internal static IReadOnlyList<RegoValue> Vertices(RegoValue edges) => edges as IReadOnlyList<RegoValue> ?? [];
}
