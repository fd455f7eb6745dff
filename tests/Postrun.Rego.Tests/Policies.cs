namespace Postrun.Rego.Tests;

/// <summary>Evaluates rules of the package <c>t</c>; the first of them stands on line 2.</summary>
internal static class Policies
{
    public static RegoModule Module(string rules, RegoVersion version = RegoVersion.V1) => RegoModule.Parse("t.rego", "package t\n" + rules, version);

    public static RegoPolicy Compile(string rules, RegoVersion version = RegoVersion.V1, string? data = null, CompileOptions? options = null) =>
        RegoPolicy.Compile([Module(rules, version)], data is null ? null : (RegoObject)RegoJson.Parse(data), options);

    /// <returns>The document <c>data.t.p</c> as Rego writes it; "undefined" where there is none.</returns>
    public static string Value(string rules, string? input = null, string? data = null, RegoVersion version = RegoVersion.V1, EvaluationOptions? options = null)
    {
        var policy = Compile(rules, version, data);
        var evaluator = policy.NewEvaluator(options, TestContext.Current.CancellationToken);
        return evaluator.Evaluate(policy.Document("t", "p"), input is null ? null : RegoJson.Parse(input))?.ToString() ?? "undefined";
    }

    /// <returns>Code, place and what is wrong.</returns>
    public static string Error(string rules, RegoVersion version = RegoVersion.V1)
    {
        var error = Should.Throw<RegoSyntaxException>(() => Compile(rules, version));
        return $"{error.Place!.Line}:{error.Place.Column} {error.Code}: {error.Problem}";
    }

    public static RegoException Failure(string rules, string? input = null, EvaluationOptions? options = null) =>
        Should.Throw<RegoException>(() => Value(rules, input, options: options));
}
