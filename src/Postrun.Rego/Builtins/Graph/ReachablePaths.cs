namespace Postrun.Rego;

/// <summary>Every path through a graph that ends where there is no way on, or only ways back into itself.</summary>
internal sealed class ReachablePaths(BuiltinContext context, RegoObject graph)
{
    private readonly HashSet<RegoValue> paths = [];
    private readonly HashSet<RegoValue> visited = [];
    private readonly List<RegoValue> path = [];

    public RegoSet From(IReadOnlyList<RegoValue> initial)
    {
        foreach (var root in initial)
        {
            if (graph.Get(root) is not null)
                Follow(root);
        }
        return RegoSet.Of(paths);
    }

    private void Follow(RegoValue node)
    {
        Nesting.Guard();
        context.Budget.Spend();
        // What is not in the graph does not belong to the path that leads there.
        if (graph.Get(node) is not { } edges)
        {
            Keep();
            return;
        }
        path.Add(node);
        visited.Add(node);
        var neighbors = GraphBuiltins.Vertices(edges);
        if (neighbors.Count == 0)
            Keep();
        foreach (var neighbor in neighbors)
        {
            context.Budget.Spend();
            if (visited.Contains(neighbor))
                Keep();
            else
                Follow(neighbor);
        }
        visited.Remove(node);
        path.RemoveAt(path.Count - 1);
    }

    private void Keep()
    {
        context.Budget.Spend(1 + path.Count);
        context.Budget.Allocate(path.Count * 8L + Size.Value + Size.Item);
        paths.Add(new RegoArray([.. path]));
    }
}
