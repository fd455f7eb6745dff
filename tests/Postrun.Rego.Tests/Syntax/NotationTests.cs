namespace Postrun.Rego.Tests.Syntax;

public sealed class NotationTests
{
    [Theory]
    [InlineData("p := input.if.else.not.in", "5")]
    [InlineData("p := {\"if\": 1}.if", "1")]
    [InlineData("p.if := 1", "{\"if\": 1}")]
    [InlineData("p := input[\"if\"].else[\"not\"].in", "5")]
    [InlineData("p := contains(\"ab\", \"a\")", "true")]
    [InlineData("import data.if as x\np := x", "undefined")]
    public void Keywords_are_names_behind_a_dot_and_contains_is_a_function(string rules, string value) =>
        Policies.Value(rules, """{"if": {"else": {"not": {"in": 5}}}}""").ShouldBe(value);

    [Theory]
    [InlineData("""p := $"a{1 + 1}b" """, "\"a2b\"")]
    [InlineData("""p := $"{input.missing}" """, "\"<undefined>\"")]
    [InlineData("""p := $"{input.s} {input.o}" """, "\"x {\\\"a\\\": [1, null]}\"")]
    [InlineData("""p := $"\{{1}\}" """, null)]
    [InlineData("""p := $"\{{1}}" """, "\"{1}\"")]
    [InlineData("""p := $"{$"{$"{1}"}"}" """, "\"1\"")]
    [InlineData("p := $`a\n{1}\\n`", "\"a\\n1\\\\n\"")]
    [InlineData("""p := $"{{1, 2}}" """, "\"{1, 2}\"")]
    [InlineData("""p := $"{[x | some x in [1, 2]]}" """, "\"[1, 2]\"")]
    [InlineData("""p := $"" """, "\"\"")]
    [InlineData("""p := $"{input.n with input.n as 7}" """, "\"7\"")]
    public void Templates(string rules, string? value)
    {
        if (value is null)
            Should.Throw<RegoSyntaxException>(() => Policies.Value(rules));
        else
            Policies.Value(rules, """{"s": "x", "o": {"a": [1, null]}}""").ShouldBe(value);
    }

    [Fact]
    public void A_template_of_an_expression_with_many_values_is_an_error() =>
        Policies.Failure("""p := $"{[1, 2][_]}" """).Code.ShouldBe("eval_conflict_error");

    [Theory]
    [InlineData("1 + 2 * 3 - 4 / 2", "5")]
    [InlineData("(1 + 2) * 3", "9")]
    [InlineData("10 - 3 - 2", "5")]
    [InlineData("{1} | {2} & {3}", "{1}")]
    [InlineData("1 + 1 == 2", "true")]
    [InlineData("{1, 2} - {2} == {1}", "true")]
    [InlineData("7 % 4 * 2", "6")]
    [InlineData("1 in [1] == true", "false")]
    [InlineData("-1", "-1")]
    [InlineData("1-1", "0")]
    [InlineData("[1,]", "[1]")]
    [InlineData("{1,}", "{1}")]
    [InlineData("{\"a\": 1,}", "{\"a\": 1}")]
    [InlineData("{}", "{}")]
    [InlineData("set()", "set()")]
    [InlineData("[[1, 2], [3]][0][1]", "2")]
    [InlineData("{\"a\": {\"b\": 1}}[\"a\"].b", "1")]
    [InlineData("\"\\u00e9\\ud83d\\ude00\\n\\t\\\"\\\\\\/\"", "\"é😀\\n\\t\\\"\\\\/\"")]
    [InlineData("`a\\n\"b`", "\"a\\\\n\\\"b\"")]
    [InlineData("[x | x := 1] == [1]", "true")]
    [InlineData("{[1 | true] | true}", "{[1]}")]
    [InlineData("{k: v | some k, v in [5, 6]}", "{0: 5, 1: 6}")]
    public void Terms_mean_what_they_mean_everywhere(string term, string value) => Policies.Value($"p := {term}").ShouldBe(value);

    [Theory]
    [InlineData("p if {\n  true; true\n  ; true\n}", "true")]
    [InlineData("p if { true; }", "true")]
    [InlineData("p :=\n  1", "1")]
    [InlineData("p := [\n  1,\n  2,\n]", "[1, 2]")]
    [InlineData("p if\n  true", "true")]
    [InlineData("p if {\"a\": 1}", "true")]
    [InlineData("p if {x | some x in [1]} == {1}", "true")]
    [InlineData("p if {k: v | some k, v in [1]}", "true")]
    [InlineData("p := 1; q := 2", "1")]
    [InlineData("\ufeffp := 1", "1")]
    public void Lines_and_braces(string rules, string value) => Policies.Value(rules).ShouldBe(value);

    [Fact]
    public void Annotations_belong_to_what_follows_them()
    {
        var module = RegoModule.Parse("a.rego", """
            # METADATA
            # title: the package
            package a

            # METADATA
            # title: the rule
            # authors:
            # - Ann <ann@example.org>
            # custom:
            #   level: 3
            p := rego.metadata.rule()

            q := count(rego.metadata.chain())
            """, RegoVersion.V1);
        var policy = RegoPolicy.Compile([module]);
        var evaluator = policy.NewEvaluator();
        evaluator.Evaluate(policy.Document("a", "p"), null)!.ToString()
            .ShouldBe("""{"authors": [{"email": "ann@example.org", "name": "Ann"}], "custom": {"level": 3}, "scope": "rule", "title": "the rule"}""");
        evaluator.Evaluate(policy.Document("a", "q"), null)!.ToString().ShouldBe("2");
    }

    [Fact]
    public void Metadata_that_is_not_YAML_is_an_error_at_its_first_line() =>
        Policies.Error("p := 1\n# METADATA\n# a: [1\nq := 1").ShouldStartWith("3:1 rego_parse_error: metadata is not YAML");
}
