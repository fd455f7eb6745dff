namespace Postrun.Rego;

internal static class ObjectBuiltins
{
    public static readonly BuiltinFunction[] All =
    [
        new("object.get", 3, Get),
        new("object.keys", 1, Keys),
        new("object.filter", 2, static (context, arguments) => Select(context, arguments, keep: true)),
        new("object.remove", 2, static (context, arguments) => Select(context, arguments, keep: false)),
        new("object.union", 2, Union),
        new("object.union_n", 1, UnionOfAll),
        new("object.subset", 2, static (context, arguments) => RegoBoolean.Of(Subset.Holds(context, arguments[0], arguments[1]))),
    ];

    private static RegoValue Get(BuiltinContext context, ReadOnlySpan<RegoValue> arguments)
    {
        RegoValue? found = Operand.Object(arguments, 0);
        if (arguments[1] is not RegoArray path)
            return Nesting.Step(found, arguments[1]) ?? arguments[2];
        foreach (var key in path)
        {
            context.Budget.Spend();
            found = found is null ? null : Nesting.Step(found, key);
        }
        return found ?? arguments[2];
    }

    private static RegoSet Keys(BuiltinContext context, ReadOnlySpan<RegoValue> arguments)
    {
        var entries = Operand.Object(arguments, 0);
        Charge(context, entries.Count);
        return RegoSet.Of(entries.Select(static entry => entry.Key));
    }

    private static RegoObject Select(BuiltinContext context, ReadOnlySpan<RegoValue> arguments, bool keep)
    {
        var entries = Operand.Object(arguments, 0);
        IEnumerable<RegoValue> keys = arguments[1] switch
        {
            RegoArray array => array,
            RegoSet set => set,
            RegoObject other => other.Select(static entry => entry.Key),
            _ => throw Operand.Wrong(arguments, 1, "object", "set", "array"),
        };
        var wanted = new HashSet<RegoValue>();
        foreach (var key in keys)
        {
            Charge(context, 1);
            wanted.Add(key);
        }
        Charge(context, entries.Count);
        return RegoObject.Of(entries.Where(entry => wanted.Contains(entry.Key) == keep));
    }

    private static RegoObject Union(BuiltinContext context, ReadOnlySpan<RegoValue> arguments)
    {
        var merge = new ObjectMerge(context);
        var (left, right) = (Operand.Object(arguments, 0), Operand.Object(arguments, 1));
        merge.Add(left);
        merge.Add(right);
        return merge.ToObject();
    }

    private static RegoObject UnionOfAll(BuiltinContext context, ReadOnlySpan<RegoValue> arguments)
    {
        var merge = new ObjectMerge(context);
        foreach (var item in Operand.Array(arguments, 0))
            merge.Add(item as RegoObject ?? throw ElementError.Wrong(arguments, 0, item, "object"));
        return merge.ToObject();
    }

    private static void Charge(BuiltinContext context, long count)
    {
        context.Budget.Spend(1 + 4L * count);
        context.Budget.Allocate(count * Size.Item + Size.Value);
    }
}
