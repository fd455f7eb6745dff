namespace Postrun.Rego;

internal static class ComparisonBuiltins
{
    public static readonly BuiltinFunction[] All =
    [
        new("equal", 2, static (context, arguments) => Is(Compare(context, arguments) == 0)),
        new("neq", 2, static (context, arguments) => Is(Compare(context, arguments) != 0)),
        new("lt", 2, static (context, arguments) => Is(Compare(context, arguments) < 0)),
        new("lte", 2, static (context, arguments) => Is(Compare(context, arguments) <= 0)),
        new("gt", 2, static (context, arguments) => Is(Compare(context, arguments) > 0)),
        new("gte", 2, static (context, arguments) => Is(Compare(context, arguments) >= 0)),
    ];

    private static RegoBoolean Is(bool value) => RegoBoolean.Of(value);

    private static int Compare(BuiltinContext context, ReadOnlySpan<RegoValue> arguments)
    {
        context.Budget.Spend();
        return arguments[0].CompareTo(arguments[1]);
    }
}
