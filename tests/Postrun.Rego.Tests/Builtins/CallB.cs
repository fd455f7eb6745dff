namespace Postrun.Rego;

/// <summary>Evaluates terms of Rego, so that arguments and results may hold sets and keys of any type.</summary>
internal static class CallB
{
    private static readonly RegoPolicy Policy = RegoPolicy.Compile([]);

    /// <returns>The text of the result in Rego; "undefined" where there is none.</returns>
    public static string Result(string term, RegoValue? input = null, BudgetLimits? limits = null)
    {
        var evaluator = Policy.NewEvaluator(
            new() { StrictBuiltinErrors = true, Limits = limits ?? BudgetLimits.Default }, TestContext.Current.CancellationToken);
        return evaluator.Evaluate(Policy.Prepare($"x := {term}"), input).SingleOrDefault()?.Get("x")?.ToString() ?? "undefined";
    }

    /// <returns>Code and message.</returns>
    public static string Error(string term)
    {
        var error = Should.Throw<RegoException>(() => Result(term));
        return $"{error.Code}: {error.Message}";
    }

    /// <summary>The term needs more than an evaluation may use, and is found out soon.</summary>
    public static void ShouldExhaust(string term, RegoValue? input = null)
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();
        Should.Throw<BudgetException>(() => Result(term, input));
        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(30));
    }

    public static RegoValue Nested(int depth, Func<RegoValue, RegoValue> wrap)
    {
        RegoValue value = RegoNull.Value;
        for (var i = 0; i < depth; i++)
            value = wrap(value);
        return value;
    }
}
