namespace Postrun.Rego;

/// <summary>Objects laid over each other: of a repeated key the later value counts, but objects under it are merged in turn.</summary>
internal sealed class ObjectMerge(BuiltinContext context)
{
    private readonly Dictionary<RegoValue, (RegoValue Value, ObjectMerge? Merged)> entries = [];

    public void Add(RegoObject added)
    {
        Nesting.Guard();
        context.Budget.Spend(1 + 4L * added.Count);
        context.Budget.Allocate(added.Count * 2L * Size.Item);
        foreach (var (key, value) in added)
        {
            if (value is not RegoObject inner || !entries.TryGetValue(key, out var old) || old.Value is not RegoObject outer)
            {
                entries[key] = (value, null);
                continue;
            }
            var merged = old.Merged;
            if (merged is null)
            {
                merged = new(context);
                merged.Add(outer);
            }
            merged.Add(inner);
            entries[key] = (inner, merged);
        }
    }

    public RegoObject ToObject()
    {
        Nesting.Guard();
        return RegoObject.Of(entries.Select(static entry =>
            KeyValuePair.Create(entry.Key, entry.Value.Merged is { } merged ? merged.ToObject() : entry.Value.Value)));
    }
}
