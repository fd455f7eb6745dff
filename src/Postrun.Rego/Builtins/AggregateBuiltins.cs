namespace Postrun.Rego;

internal static class AggregateBuiltins
{
    public static readonly BuiltinFunction[] All =
    [
        new("count", 1, Count),
        new("sum", 1, static (context, arguments) => Fold(context, arguments, RegoNumber.Zero, ArithmeticBuiltins.Add)),
        new("product", 1, static (context, arguments) => Fold(context, arguments, RegoNumber.Of(1), ArithmeticBuiltins.Multiply)),
        new("max", 1, static (context, arguments) => Extreme(context, arguments, 1)),
        new("min", 1, static (context, arguments) => Extreme(context, arguments, -1)),
        new("sort", 1, Sort),
        new("any", 1, static (context, arguments) => RegoBoolean.Of(Items(context, arguments, "array", "set").Any(IsTrue))),
        new("all", 1, static (context, arguments) => RegoBoolean.Of(Items(context, arguments, "array", "set").All(IsTrue))),
        new("internal.member_2", 2, Member),
        new("internal.member_3", 3, MemberAt),
    ];

    private static RegoNumber Count(BuiltinContext context, ReadOnlySpan<RegoValue> arguments)
    {
        switch (arguments[0])
        {
            case RegoArray array:
                return RegoNumber.Of(array.Count);
            case RegoObject entries:
                return RegoNumber.Of(entries.Count);
            case RegoSet set:
                return RegoNumber.Of(set.Count);
            case RegoString text:
                context.Budget.Spend(1 + text.Value.Length / 8);
                var points = 0L;
                foreach (var _ in text.Value.EnumerateRunes())
                    points++;
                return RegoNumber.Of(points);
            default:
                throw Operand.Wrong(arguments, 0, "array", "object", "set", "string");
        }
    }

    private static RegoNumber Fold(
        BuiltinContext context, ReadOnlySpan<RegoValue> arguments, RegoNumber start, Func<BuiltinContext, RegoNumber, RegoNumber, RegoNumber> step)
    {
        var result = start;
        foreach (var item in Items(context, arguments, "set", "array"))
            result = step(context, result, item as RegoNumber ?? throw ElementError.Wrong(arguments, 0, item, "number"));
        return result;
    }

    private static RegoValue? Extreme(BuiltinContext context, ReadOnlySpan<RegoValue> arguments, int sign)
    {
        RegoValue? result = null;
        foreach (var item in Items(context, arguments, "set", "array"))
        {
            if (result is null || item.CompareTo(result) * sign >= 0)
                result = item;
        }
        return result;
    }

    private static RegoArray Sort(BuiltinContext context, ReadOnlySpan<RegoValue> arguments)
    {
        var items = Items(context, arguments, "set", "array");
        context.Budget.Allocate(items.Count * 8L + Size.Value);
        context.Budget.Spend(items.Count * (long)System.Numerics.BitOperations.Log2((uint)items.Count + 1));
        // Stable, as numbers that are written differently may be equal.
        return new([.. items.Order()]);
    }

    private static RegoBoolean Member(BuiltinContext context, ReadOnlySpan<RegoValue> arguments)
    {
        var wanted = arguments[0];
        switch (arguments[1])
        {
            case RegoSet set:
                context.Budget.Spend();
                return RegoBoolean.Of(set.Contains(wanted));
            case RegoArray array:
                context.Budget.Spend(1 + array.Count);
                return RegoBoolean.Of(array.Items.Contains(wanted));
            case RegoObject entries:
                context.Budget.Spend(1 + entries.Count);
                return RegoBoolean.Of(entries.Any(entry => entry.Value.Equals(wanted)));
            default:
                return RegoBoolean.False;
        }
    }

    private static RegoBoolean MemberAt(BuiltinContext context, ReadOnlySpan<RegoValue> arguments)
    {
        context.Budget.Spend();
        var found = arguments[2] switch
        {
            RegoArray array => array.Get(arguments[0]),
            RegoObject entries => entries.Get(arguments[0]),
            RegoSet set when set.Contains(arguments[0]) => arguments[0],
            _ => null,
        };
        return RegoBoolean.Of(found is not null && found.Equals(arguments[1]));
    }

    private static bool IsTrue(RegoValue value) => value is RegoBoolean { Value: true };

    private static IReadOnlyList<RegoValue> Items(BuiltinContext context, ReadOnlySpan<RegoValue> arguments, params ReadOnlySpan<string> expected)
    {
        if (arguments[0] is not (RegoArray or RegoSet))
            throw Operand.Wrong(arguments, 0, expected);
        var items = (IReadOnlyList<RegoValue>)arguments[0];
        context.Budget.Spend(1 + items.Count);
        return items;
    }
}
