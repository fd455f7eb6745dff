namespace Postrun.Rego.Tests.Syntax;

public sealed class ParserErrorTests
{
    [Theory]
    [InlineData("p", "2:1 rego_parse_error: a rule has a value (:=), an element (contains), or a body (if)")]
    [InlineData("p {\n  true\n}", "2:3 rego_parse_error: `if` is required before the body of a rule")]
    [InlineData("p[x] { x := 1 }", "2:6 rego_parse_error: `if` is required before the body of a rule")]
    [InlineData("p if {}", "2:7 rego_parse_error: expected a statement, found '}'")]
    [InlineData("p if { x := 1; y := ; z }", "2:21 rego_parse_error: expected a term, found ';'")]
    [InlineData("p := [1, 2", "2:11 rego_parse_error: expected ',', found the end")]
    [InlineData("p := {\"a\": 1, \"b\"}", "2:18 rego_parse_error: expected ':', found '}'")]
    [InlineData("p := [x | x := ; true]", "2:16 rego_parse_error: expected a term, found ';'")]
    [InlineData("p if {\n  some x in\n}", "4:1 rego_parse_error: expected a term, found '}'")]
    [InlineData("p if { every x { true } }", "2:16 rego_parse_error: expected 'in', found '{'")]
    [InlineData("p if { not not true }", "2:12 rego_parse_error: expected an expression, found keyword 'not'")]
    [InlineData("p if { some x, y, z in [1] }", "2:24 rego_parse_error: `some ... in` declares a key and a value at most")]
    [InlineData("p if { some 1 }", "2:15 rego_parse_error: `some` declares variables: some x, y")]
    [InlineData("p if true with input 1", "2:22 rego_parse_error: expected 'as', found '1'")]
    [InlineData("p := 1 q := 2", "2:8 rego_parse_error: expected a new line, found 'q'")]
    [InlineData("default p", "2:9 rego_parse_error: a default rule has a value: default name := value")]
    [InlineData("p contains 1 else := 2", "2:14 rego_parse_error: `else` follows a body")]
    [InlineData("p := 1 if true else", "2:20 rego_parse_error: expected a value or a body, found the end")]
    [InlineData("p contains 1 if true else := 2", "2:27 rego_parse_error: `else` belongs to rules with one value, not to sets")]
    [InlineData("f() := 1", "2:5 rego_parse_error: a function has at least one argument")]
    [InlineData("f(x) contains x", "2:16 rego_parse_error: a function cannot be a set")]
    [InlineData("p := x.[0]", "2:8 rego_parse_error: expected a name behind '.', found '['")]
    [InlineData("p := 1.a", "2:6 rego_parse_error: illegal number '1.a'")]
    [InlineData("p := \"a\".b", "2:11 rego_parse_error: a constant has no fields")]
    [InlineData("p := -x", "2:7 rego_parse_error: expected a number behind '-', found 'x'")]
    [InlineData("p := f(1)(2)", "2:10 rego_parse_error: the result of a call is no function")]
    [InlineData("import foo.bar", "2:8 rego_parse_error: an import begins with data or input, or is rego.v1 or future.keywords; this is 'foo.bar'")]
    [InlineData("import future.keywords.other", "2:8 rego_parse_error: there is no keyword 'other'; there are: contains, every, if, in")]
    [InlineData("if := 1", "2:1 rego_parse_error: expected a rule, found keyword 'if'")]
    public void What_cannot_be_read_is_named_with_its_place(string rules, string error) => Policies.Error(rules).ShouldBe(error);

    [Theory]
    [InlineData("", "1:1")]
    [InlineData("\n\n  p := 1", "3:3")]
    [InlineData("package", "1:8")]
    [InlineData("package a b", "1:11")]
    [InlineData("package 1", "1:9")]
    [InlineData("package a[1]", "1:9")]
    public void A_module_begins_with_its_package(string text, string place) =>
        Should.Throw<RegoSyntaxException>(() => RegoModule.Parse("a.rego", text, RegoVersion.V1)).Message.ShouldStartWith($"a.rego:{place}: rego_parse_error: ");

    [Fact]
    public void Where_there_were_several_ways_to_read_it_the_error_of_the_way_that_went_furthest_is_shown() =>
        Policies.Error("p := [x |\n  some x in input.xs\n  x >\n]\nq := 1").ShouldBe("5:1 rego_parse_error: expected a term, found ']'");

    [Fact]
    public void In_a_query_places_are_those_of_the_query() =>
        Should.Throw<RegoSyntaxException>(() => Policies.Compile("p := 1").Prepare("x := 1;\ny :=")).Message.ShouldBe("query:2:5: rego_parse_error: expected a term, found the end");

    [Theory]
    [InlineData("nested more than 200 deep", "p := ", "[", "1", "]", 10_000)]
    [InlineData("nested more than 200 deep", "p := ", "[x | x := ", "1", "]", 10_000)]
    [InlineData("nested more than 200 deep", "p := ", "$\"{", "1", "}\"", 1_000)]
    [InlineData("nested more than 200 deep", "p if true", " else := 1 if false", "", "", 10_000)]
    [InlineData("more than 100 operators in a row", "p := 1", "+1", "", "", 100_000)]
    [InlineData("more than 100 operators in a row", "p := 1", " in [1]", "", "", 100_000)]
    [InlineData("a path of more than 200 steps", "p := input", ".a", "", "", 100_000)]
    [InlineData("a path of more than 200 steps", "p", ".a", " := 1", "", 100_000)]
    [InlineData("a path of more than 200 steps", "import data", ".a", "", "", 100_000)]
    [InlineData("too many ways to read this", "p := ", "{1 | ", "1", " | 2}", 90)]
    [InlineData("a body of more than 10000 statements", "p if {\n", "true\n", "", "}", 20_000)]
    public void What_is_too_deep_or_too_long_is_an_error(string problem, string before, string open, string inner, string close, int count) =>
        Policies.Error(before + string.Concat(Enumerable.Repeat(open, count)) + inner + string.Concat(Enumerable.Repeat(close, close == "}" && open.EndsWith('\n') ? 1 : count))).ShouldContain(problem);
}
