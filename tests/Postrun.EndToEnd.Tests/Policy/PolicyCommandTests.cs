using System.Text.Json.Nodes;

namespace Postrun.EndToEnd.Tests;

/// <summary><c>postrun policy</c>, by the native executable.</summary>
public sealed class PolicyCommandTests : IDisposable
{
    private readonly string directory = Directory.CreateTempSubdirectory("postrun-policy-").FullName;

    private ToolResult Policy(params string[] arguments) => Tool.Run(PostrunBinary.Path, ["policy", .. arguments], directory: directory);

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(directory, name), text);

    [Fact]
    public void The_policies_that_are_shipped_pass_their_tests_which_reach_every_line()
    {
        var result = Tool.Run(PostrunBinary.Path, ["policy", "test", "policies", "--coverage", "--threshold", "100"], directory: PolicyPageTests.Root()).ShouldExit(0);
        var report = JsonNode.Parse(result.OutBytes)!;
        report["coverage"]!.GetValue<double>().ShouldBe(100);
        foreach (var name in new[] { "retention", "redaction", "revocation" })
            report["files"]![$"policies/{name}.rego"]!["covered_lines"]!.GetValue<int>().ShouldBeGreaterThan(20);
    }

    [Fact]
    public void Check_names_what_is_wrong_with_every_module()
    {
        Write("a.rego", "package a\n\np if {\n");
        Write("b.rego", "package b\np :=\n");
        var result = Policy("check", ".").ShouldExit(2);
        result.Error.ShouldContain("./a.rego:");
        result.Error.ShouldContain("./b.rego:3:1: rego_parse_error");
        var errors = JsonNode.Parse(Policy("check", ".", "--output", "json").ShouldExit(2).OutBytes)!["errors"]!.AsArray();
        errors.Count.ShouldBe(2);
        errors[1]!["location"]!["row"]!.GetValue<int>().ShouldBe(3);
    }

    [Fact]
    public void Check_names_every_rule_that_does_not_compile()
    {
        Write("a.rego", "package a\np if x > 1\nq := http.send({})\n");
        Write("a_test.rego", "package a\ntest_q if http.send({}) with http.send as 1\n");
        var error = Policy("check", ".").ShouldExit(2).Error;
        error.ShouldContain("./a.rego:2:8: rego_unsafe_var_error");
        error.ShouldContain("./a.rego:3:6: rego_type_error: http.send is not offered here");
        error.ShouldNotContain("a_test.rego");
    }

    [Fact]
    public void A_policy_that_contradicts_the_one_that_is_built_in_is_refused()
    {
        Write("a.rego", "package postrun\nretention := 1\n");
        Policy("check", "a.rego").ShouldExit(2).Error.ShouldContain("conflicts with rule data.postrun.retention");
        Write("a.rego", "package postrun.retention\ndecision := 1\n");
        Policy("check", "a.rego").ShouldExit(0);
    }

    [Fact]
    public void A_module_of_version_0_is_read_as_that_where_it_is_said()
    {
        // In version 1 this is no module; in version 0 contains is a name.
        Write("a.rego", "package a\ncontains[x] { x := 1 }\n");
        Policy("check", "a.rego", "--v0-compatible").ShouldExit(0);
        Policy("eval", "data.a.contains", "--data", "a.rego", "--v0-compatible").ShouldExit(0).Out.ShouldBe("[\n  1\n]\n");
    }

    [Fact]
    public void Eval_exits_as_asked_and_complains_in_one_line()
    {
        Policy("eval", "data.none", "--output", "json").ShouldExit(0).Out.ShouldBe("{}\n");
        Policy("eval", "data.none", "--fail").ShouldExit(1);
        Policy("eval", "to_number(\"x\")").ShouldExit(0).Out.ShouldBe("undefined\n");
        Policy("eval", "to_number(\"x\")", "--strict-builtin-errors").ShouldExit(2).Error.ShouldStartWith("postrun: query:1: eval_builtin_error: to_number");
        Policy("eval", "x > 1").ShouldExit(2).Error.ShouldContain(": var x is unsafe");
        Policy("eval", "1", "--input", "none.json").ShouldExit(2).Error.ShouldContain("none.json");
        Policy("eval", "1", "--data", "none").ShouldExit(2).Error.ShouldContain("none: cannot be read");
    }

    [Fact]
    public void What_a_policy_prints_goes_to_standard_error()
    {
        var result = Policy("eval", "print(\"seen\"); x := 1").ShouldExit(0);
        result.Out.ShouldBe("x = 1\n");
        result.Error.ShouldBe("seen\n");
    }

    [Fact]
    public void Test_says_what_failed_and_why()
    {
        Write("a_test.rego", """
            package a
            test_good if true
            test_bad if {
                print("before", 1)
                1 == 2
            }
            todo_test_later if false
            f(_) := 1
            f(_) := 2
            test_contradiction if f(1)
            """);
        var result = Policy("test", ".").ShouldExit(1);
        result.Out.ShouldNotContain("test_good");
        result.Out.ShouldMatch(@"data\.a\.test_bad: FAIL \([0-9.]+(µs|ms|s)\)\n  \./a_test\.rego:5:5: 1 == 2\n  before 1\n");
        result.Out.ShouldContain("eval_conflict_error");
        result.Out.ShouldContain("data.a.todo_test_later: SKIPPED\n");
        result.Out.ShouldEndWith("PASS: 1/4\nFAIL: 1/4\nERROR: 1/4\nSKIPPED: 1/4\n");
        Policy("test", ".", "--run", "good", "--verbose").ShouldExit(0).Out.ShouldContain("data.a.test_good: PASS");
        var entries = JsonNode.Parse(Policy("test", ".", "--output", "json").ShouldExit(1).OutBytes)!.AsArray();
        entries.Count.ShouldBe(4);
        entries[1]!["fail"]!.GetValue<bool>().ShouldBeTrue();
    }

    [Fact]
    public void No_tests_are_no_success()
    {
        Write("a.rego", "package a\np := 1\n");
        Policy("test", ".").ShouldExit(2).Error.ShouldContain("there are no tests");
        Write("a_test.rego", "package a\ntest_p if p == 1\n");
        Policy("test", ".", "--run", "nothing").ShouldExit(2).Error.ShouldContain("--run");
        Policy("test", ".", "--run", "(").ShouldExit(2).Error.ShouldContain("is no regular expression");
    }

    [Fact]
    public void What_no_test_reaches_is_named_where_a_threshold_asks_for_more()
    {
        Write("a.rego", "package a\np := 1\nq if {\n  input.x\n}\n");
        Write("a_test.rego", "package a\ntest_p if p == 1\n");
        var result = Policy("test", ".", "--threshold", "90").ShouldExit(1);
        result.Error.ShouldContain("./a.rego:3-4: is reached by no test");
        result.Error.ShouldContain("50 % of the lines are reached, and --threshold asks for 90 %");
        Policy("test", ".", "--threshold", "50").ShouldExit(0);
    }

    public void Dispose() => Directory.Delete(directory, recursive: true);
}
