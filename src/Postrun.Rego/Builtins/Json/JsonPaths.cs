namespace Postrun.Rego;

/// <summary>Paths into a document, as <c>a/b/0</c> or as an array of their steps.</summary>
internal static class JsonPaths
{
    public static IReadOnlyList<RegoValue> Parse(BuiltinContext context, RegoValue path)
    {
        switch (path)
        {
            case RegoString { Value: "" }:
                return [];
            case RegoString { Value: var text }:
                context.Budget.Spend(1 + text.Length / 8);
                context.Budget.Allocate(text.Length * 40L);
                return [.. text.TrimStart('/').Split('/').Select(static step =>
                    new RegoString(step.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)))];
            case RegoArray steps:
                return steps;
            default:
                throw ElementError.Operand(1, $"must be one of {{set, array}} containing string paths or array of path segments but got {path.TypeName}");
        }
    }

    /// <summary>Several paths as one tree.</summary>
    public static JsonPathTree ToTree(BuiltinContext context, ReadOnlySpan<RegoValue> arguments, int index)
    {
        if (arguments[index] is not (RegoArray or RegoSet))
            throw Operand.Wrong(arguments, index, "set", "array");
        var tree = new JsonPathTree();
        foreach (var path in ((IReadOnlyList<RegoValue>)arguments[index]).Select(path => Parse(context, path)).ToList())
        {
            context.Budget.Spend(1 + path.Count);
            context.Budget.Allocate(path.Count * 4L * Size.Item);
            tree.Add(path);
        }
        return tree;
    }
}

/// <summary>Steps of paths with the steps that follow them; a leaf is where a path ends.</summary>
internal sealed class JsonPathTree
{
    private static readonly JsonPathTree Leaf = new();

    private readonly Dictionary<RegoValue, JsonPathTree> next = [];

    public bool IsLeaf => ReferenceEquals(this, Leaf);

    /// <summary>An index of an array is looked up as text.</summary>
    public JsonPathTree? At(int index) => At(new RegoString(index.ToString(System.Globalization.CultureInfo.InvariantCulture)));

    public JsonPathTree? At(RegoValue step) => next.GetValueOrDefault(step);

    /// <summary>What lies beneath the end of another path adds nothing.</summary>
    public void Add(IReadOnlyList<RegoValue> path)
    {
        var node = this;
        for (var i = 0; i < path.Count; i++)
        {
            if (i == path.Count - 1)
            {
                node.next[path[i]] = Leaf;
                return;
            }
            if (!node.next.TryGetValue(path[i], out var child))
                node.next.Add(path[i], child = new());
            if (child.IsLeaf)
                return;
            node = child;
        }
    }
}
