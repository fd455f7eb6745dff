namespace Postrun.Rego;

/// <summary>Calls a function by its name, with arguments of JSON.</summary>
internal static class CallA
{
    private static readonly DateTimeOffset Now = new(2026, 1, 2, 3, 4, 5, 678, TimeSpan.Zero);

    private static readonly Dictionary<string, BuiltinFunction> Functions = new BuiltinFunction[][]
    {
        StringBuiltins.All, TrimBuiltins.All, SprintfBuiltins.All, RegexBuiltins.All, GlobBuiltins.All, UnitsBuiltins.All, SemverBuiltins.All,
        TimeBuiltins.All, UuidBuiltins.All, NumberBuiltins.All, CastBuiltins.All, EncodingBuiltins.All, UrlQueryBuiltins.All,
    }.SelectMany(static family => family).ToDictionary(static function => function.Name);

    public static BuiltinContext Context(BudgetLimits? limits = null) =>
        new(new(limits ?? BudgetLimits.Default, TestContext.Current.CancellationToken), new Clock());

    public static RegoValue? Invoke(BuiltinContext context, string name, params RegoValue[] arguments)
    {
        var function = Functions[name];
        arguments.Length.ShouldBe(function.Arity);
        return function.Body!(context, arguments);
    }

    /// <param name="arguments">A JSON array.</param>
    /// <returns>The text of the result in Rego; "undefined" where there is none.</returns>
    public static string Result(string name, string arguments) =>
        Invoke(Context(), name, [.. (RegoArray)RegoJson.Parse(arguments)])?.ToString() ?? "undefined";

    /// <returns>Code and message.</returns>
    public static string Error(string name, string arguments)
    {
        var error = Should.Throw<BuiltinException>(() => Result(name, arguments));
        return $"{error.Code}: {error.Message}";
    }

    private sealed class Clock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Now;
    }
}
