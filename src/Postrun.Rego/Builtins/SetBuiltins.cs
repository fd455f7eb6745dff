namespace Postrun.Rego;

internal static class SetBuiltins
{
    public static readonly BuiltinFunction[] All =
    [
        // The empty set has no other notation.
        new("set", 0, static (_, _) => RegoSet.Empty),
        new("intersection", 1, Intersection),
        new("union", 1, Union),
        new("set_diff", 2, static (context, arguments) => SetAlgebra.Difference(context, Operand.Set(arguments, 0), Operand.Set(arguments, 1))),
    ];

    private static RegoSet Intersection(BuiltinContext context, ReadOnlySpan<RegoValue> arguments)
    {
        RegoSet? result = null;
        foreach (var item in Operand.Set(arguments, 0))
            result = result is null ? Inner(item) : SetAlgebra.Intersection(context, result, Inner(item));
        return result ?? RegoSet.Empty;
    }

    private static RegoSet Union(BuiltinContext context, ReadOnlySpan<RegoValue> arguments)
    {
        var items = new HashSet<RegoValue>();
        foreach (var item in Operand.Set(arguments, 0))
        {
            var inner = Inner(item);
            context.Budget.Spend(1 + inner.Count);
            context.Budget.Allocate(inner.Count * (long)Size.Item);
            items.UnionWith(inner);
        }
        return RegoSet.Of(items);
    }

    private static RegoSet Inner(RegoValue item) => item as RegoSet ?? throw Operand.Wrong([item], 0, "set");
}
