namespace Postrun.Rego;

/// <summary>Documents with only some of their parts, or without them.</summary>
internal static class JsonSelection
{
    public static RegoValue Filter(BuiltinContext context, RegoValue value, JsonPathTree tree)
    {
        if (tree.IsLeaf)
            return value;
        Enter(context, value);
        return value switch
        {
            RegoArray array => new RegoArray([.. Kept(array, (_, index) => tree.At(index), (item, inner) => Filter(context, item, inner))]),
            RegoSet set => RegoSet.Of(Kept(set, (item, _) => tree.At(item), (item, inner) => Filter(context, item, inner))),
            RegoObject entries => RegoObject.Of(entries.SelectMany(entry => tree.At(entry.Key) is { } inner
                ? [KeyValuePair.Create(entry.Key, Filter(context, entry.Value, inner))]
                : Array.Empty<KeyValuePair<RegoValue, RegoValue>>())),
            _ => value,
        };
    }

    /// <returns><see langword="null"/> where all of it is removed.</returns>
    public static RegoValue? Remove(BuiltinContext context, RegoValue value, JsonPathTree? tree)
    {
        if (tree is null)
            return value;
        if (tree.IsLeaf)
            return null;
        Enter(context, value);
        switch (value)
        {
            case RegoArray array:
                return new RegoArray([.. array.Select((item, index) => Remove(context, item, tree.At(index))).OfType<RegoValue>()]);
            case RegoSet set:
                return RegoSet.Of(set.Select(item => Remove(context, item, tree.At(item))).OfType<RegoValue>());
            case RegoObject entries:
                var left = new Dictionary<RegoValue, RegoValue>();
                foreach (var (key, entry) in entries)
                {
                    if (Remove(context, entry, tree.At(key)) is { } rest)
                        left.Add(key, rest);
                }
                return RegoObject.Of(left);
            default:
                return value;
        }
    }

    private static IEnumerable<RegoValue> Kept(
        IEnumerable<RegoValue> items, Func<RegoValue, int, JsonPathTree?> find, Func<RegoValue, JsonPathTree, RegoValue> filter) =>
        items.Select((item, index) => (item, tree: find(item, index))).Where(static pair => pair.tree is not null).Select(pair => filter(pair.item, pair.tree!));

    private static void Enter(BuiltinContext context, RegoValue value)
    {
        Nesting.Guard();
        var count = value switch { RegoArray array => array.Count, RegoSet set => set.Count, RegoObject entries => entries.Count, _ => 0L };
        context.Budget.Spend(1 + 4L * count);
        context.Budget.Allocate(count * Size.Item + Size.Value);
    }
}
