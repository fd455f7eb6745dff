namespace Postrun.Rego.Tests.Testing;

public sealed class RegoTestSuiteTests
{
    private static RegoTestResult[] Run(string text)
    {
        var suite = RegoTestSuite.Of([RegoModule.Parse("a_test.rego", text)]);
        return [.. suite.Tests.Select(test => suite.Run(test, TimeProvider.System))];
    }

    [Fact]
    public void A_rule_that_is_true_passes_and_one_that_is_not_fails_at_the_statement_that_does_not_hold()
    {
        var results = Run("""
            package a
            test_good if 1 == 1
            test_bad if {
                x := 3
                every y in [1, 2, 3] { y < x }
                x == 3
            }
            test_false := false
            """);
        results.Select(static result => result.Outcome).ShouldBe([TestOutcome.Passed, TestOutcome.Failed, TestOutcome.Failed]);
        results[1].ShouldSatisfyAllConditions(
            static result => result.Test.ToString().ShouldBe("data.a.test_bad"),
            static result => result.Place.ShouldBe(new("a_test.rego", 5, 5)),
            static result => result.Line.ShouldBe("every y in [1, 2, 3] { y < x }"));
        results[2].Place!.Line.ShouldBe(8);
    }

    [Fact]
    public void Tests_of_one_name_do_not_hide_behind_one_another()
    {
        var results = Run("package a\ntest_x if true\ntest_x if false\nsub.test_x if true");
        results.Select(static result => (result.Test.ToString(), result.Outcome)).ShouldBe(
        [
            ("data.a.test_x", TestOutcome.Passed), ("data.a.test_x#01", TestOutcome.Failed), ("data.a.sub.test_x", TestOutcome.Passed),
        ]);
    }

    [Fact]
    public void What_is_to_be_done_is_skipped_and_a_contradiction_is_an_error()
    {
        var results = Run("package a\ntodo_test_x if false\nf(_) := 1\nf(_) := 2\ntest_y if f(1)");
        results.Select(static result => result.Outcome).ShouldBe([TestOutcome.Skipped, TestOutcome.Error]);
        results[1].Error.ShouldNotBeNull().ShouldContain("eval_conflict_error");
    }

    [Fact]
    public void Functions_that_are_not_offered_can_be_replaced_and_not_called()
    {
        var results = Run("""
            package a
            p := http.send({"url": "x"}).body
            test_replaced if p == 1 with http.send as {"body": 1}
            test_called if p
            """);
        results.Select(static result => result.Outcome).ShouldBe([TestOutcome.Passed, TestOutcome.Error]);
        results[1].Error.ShouldNotBeNull().ShouldContain("http.send is not offered");
    }

    [Fact]
    public void What_a_test_prints_is_kept() =>
        Run("package a\ntest_x if {\n print(\"x is\", 3)\n false\n}").Single().Output.ShouldBe(["x is 3"]);

    [Theory]
    [InlineData("test_x(y) if y")]
    [InlineData("test_x contains 1")]
    [InlineData("test_x[y] := 1 if some y in [1]")]
    public void What_has_not_one_value_is_refused(string rule) =>
        Should.Throw<RegoSyntaxException>(() => Run($"package a\n{rule}")).Message.ShouldContain("a test is a rule with one value");
}
