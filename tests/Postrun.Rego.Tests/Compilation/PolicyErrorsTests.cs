namespace Postrun.Rego.Tests.Compilation;

public sealed class PolicyErrorsTests
{
    [Fact]
    public void Every_rule_that_is_wrong_is_named()
    {
        var module = RegoModule.Parse("a.rego", """
            package a
            p if x > 1
            q := 1
            r := http.send({})
            s(y) := y
            s := 2
            """);
        RegoPolicy.Errors([module]).Select(static error => error.Place!.Line).ShouldBe([6, 2, 4], ignoreOrder: true);
        RegoPolicy.Errors([module], new() { AllowUnoffered = true }).Count.ShouldBe(2);
    }

    [Fact]
    public void A_circle_is_found_where_all_else_is_well() =>
        RegoPolicy.Errors([RegoModule.Parse("a.rego", "package a\np if q\nq if p")]).ShouldHaveSingleItem().Code.ShouldBe("rego_recursion_error");

    [Fact]
    public void A_policy_has_none() => RegoPolicy.Errors([RegoModule.Parse("a.rego", "package a\np if input.x")]).ShouldBeEmpty();
}
