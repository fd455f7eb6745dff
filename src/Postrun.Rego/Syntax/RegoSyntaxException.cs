namespace Postrun.Rego;

/// <summary>A policy that cannot be parsed or compiled.</summary>
/// <param name="code"><c>rego_parse_error</c>, <c>rego_compile_error</c>, <c>rego_unsafe_var_error</c>, <c>rego_recursion_error</c> or <c>rego_type_error</c>.</param>
public sealed class RegoSyntaxException(string code, SourcePlace place, string problem) : RegoException(code, $"{place}: {code}: {problem}", place)
{
    internal const string Parse = "rego_parse_error";
    internal const string Compile = "rego_compile_error";
    internal const string Unsafe = "rego_unsafe_var_error";
    internal const string Recursion = "rego_recursion_error";
    internal const string Type = "rego_type_error";

    /// <summary>What is wrong, without the place.</summary>
    public string Problem { get; } = problem;
}
