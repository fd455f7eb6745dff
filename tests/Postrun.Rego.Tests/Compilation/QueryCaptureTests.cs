namespace Postrun.Rego.Tests.Compilation;

public sealed class QueryCaptureTests
{
    private static (RegoQuery Query, IReadOnlyList<RegoObject> Solutions) Evaluate(string query)
    {
        var policy = RegoPolicy.Compile([RegoModule.Parse("a.rego", "package a\nf(x) := x + 1\nno := false")]);
        var prepared = policy.PrepareWithValues(query);
        return (prepared, policy.NewEvaluator().Evaluate(prepared, RegoJson.Parse("""{"xs": [1, 2]}""")));
    }

    private static IEnumerable<string?> Values(string query)
    {
        var (prepared, solutions) = Evaluate(query);
        return solutions.SelectMany(solution => prepared.Statements.Select(statement => statement.Captured is { } name ? RegoJson.ToText(solution.Get(name)!) : "holds"));
    }

    [Theory]
    [InlineData("data.a.no", "false")]
    [InlineData("1 == 2", "false")]
    [InlineData("input.xs[i]", "1,2")]
    [InlineData("x := 3; x > 4", "holds,false")]
    [InlineData("data.a.f(1)", "2")]
    [InlineData("data.a.f(1, 2)", "holds")]
    [InlineData("plus(1, 1, x)", "holds")]
    [InlineData("some x in input.xs; x", "holds,1,holds,2")]
    [InlineData("not data.a.no", "holds")]
    [InlineData("input.y with input as {\"y\": 5}", "5")]
    [InlineData("data.b", "")]
    public void Each_statement_has_the_value_that_it_gave(string query, string values) => string.Join(',', Values(query)).ShouldBe(values);

    [Fact]
    public void Statements_have_their_text_and_place()
    {
        var statements = Evaluate("x := 1;  x == 1\ninput.xs").Query.Statements;
        statements.Select(static statement => statement.Text).ShouldBe(["x := 1", "x == 1", "input.xs"]);
        statements.Select(static statement => (statement.Place.Line, statement.Place.Column)).ShouldBe([(1, 1), (1, 10), (2, 1)]);
    }
}
