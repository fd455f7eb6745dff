namespace Postrun.Rego.Tests.Evaluation;

/// <summary>Rules with computed keys and rules of one path that meet: every way to the document gives the same.</summary>
public sealed class SharedDocumentTests
{
    [Theory]
    [InlineData("p[k] contains v if {\n  some k, v in {\"a\": 1, \"b\": 2}\n}\np.a contains 7", "p.a", "{1, 7}")]
    [InlineData("p[k] contains v if {\n  some k, v in {\"a\": 1}\n}\np.a contains 7", "p", "{\"a\": {1, 7}}")]
    [InlineData("p[x] := 1 if x := \"foo\"\np.foo := 1", "p.foo", "1")]
    [InlineData("p[x] := 1 if x := \"foo\"\np.bar := 2", "p.bar", "2")]
    [InlineData("p[x].c := 1 if x := \"a\"\np.a.d := 2", "p.a", "{\"c\": 1, \"d\": 2}")]
    [InlineData("p[x] := {\"b\": 1} if x := \"a\"\np.a.c := 2 if false", "p.a", "{\"b\": 1}")]
    [InlineData("p[x] := {\"b\": 1} if x := \"a\"\np.a.c := 2 if false", "p", "{\"a\": {\"b\": 1}}")]
    public void They_give_one_document(string rules, string reference, string value) => Evaluate(rules, reference).ShouldBe(value);

    [Theory]
    [InlineData("p[x] := 1 if x := \"foo\"\np.foo := 2", "p.foo")]
    [InlineData("p[x] := 1 if x := \"foo\"\np.foo := 2", "p")]
    [InlineData("p[x] := {\"b\": 1} if x := \"a\"\np.a.c := 2", "p.a")]
    [InlineData("p[x] := {\"b\": 1} if x := \"a\"\np.a.c := 2", "p")]
    public void A_contradiction_is_an_error_with_a_place_on_every_way(string rules, string reference)
    {
        var error = Should.Throw<RegoException>(() => Evaluate(rules, reference));
        error.Code.ShouldBe("eval_conflict_error");
        error.Message.ShouldStartWith("t.rego:");
    }

    private static string Evaluate(string rules, string reference)
    {
        var policy = RegoPolicy.Compile([RegoModule.Parse("t.rego", $"package t\n\n{rules}\n", RegoVersion.V1)]);
        return policy.NewEvaluator().Evaluate(policy.Prepare($"x = data.t.{reference}"), null).ShouldHaveSingleItem().Get("x")!.ToString();
    }
}
