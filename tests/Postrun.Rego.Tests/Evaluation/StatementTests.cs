namespace Postrun.Rego.Tests.Evaluation;

public sealed class StatementTests
{
    private const string Input = """{"n": 1, "xs": [3, 1, 2], "o": {"a": 1, "b": [1, {"c": 2}]}, "s": "text", "no": false, "nil": null}""";

    private static string Value(string rules) => Policies.Value(rules, Input);

    [Theory]
    [InlineData("p if input.n", "true")]
    [InlineData("p if input.no", "undefined")]
    [InlineData("p if input.nil", "true")]
    [InlineData("p if input.missing", "undefined")]
    [InlineData("p if 0", "true")]
    [InlineData("p if not input.no", "true")]
    [InlineData("p if not input.missing.deeper", "true")]
    [InlineData("p if not input.n == 1", "undefined")]
    [InlineData("p := input.no", "false")]
    [InlineData("p := [input.missing]", "undefined")]
    [InlineData("p := input.o.b[1].c", "2")]
    [InlineData("p := input.xs[3]", "undefined")]
    [InlineData("p := input.xs[-1]", "undefined")]
    [InlineData("p := input.s.x", "undefined")]
    [InlineData("p := 1 / 0", "undefined")]
    [InlineData("p if not 1 / 0", "true")]
    [InlineData("p := 1 + \"a\"", "undefined")]
    public void Truth_and_undefined(string rules, string value) => Value(rules).ShouldBe(value);

    [Theory]
    [InlineData("p := [x | some x in input.xs]", "[3, 1, 2]")]
    [InlineData("p := [[i, x] | some i, x in input.xs; x > 1]", "[[0, 3], [2, 2]]")]
    [InlineData("p := {k | some k, _ in input.o}", "{\"a\", \"b\"}")]
    [InlineData("p := {x | some x in {1, 2}}", "{1, 2}")]
    [InlineData("p := [i | input.xs[i] == 2]", "[2]")]
    [InlineData("p := [[i, j] | some i, j; input.xs[i] + input.xs[j] == 5; i < j]", "[[0, 2]]")]
    [InlineData("p := count([1 | input.xs[_]; input.xs[_]])", "9")]
    [InlineData("p := [y | [_, {\"c\": y}] = input.o.b]", "[2]")]
    [InlineData("p := [y | some [x, y] in [[1, 2], [3, 4], [5]]; x > 1]", "[4]")]
    [InlineData("p := [y | some {\"a\": y} in [{\"a\": 1}, {\"b\": 2}, {\"a\": 3, \"b\": 4}]]", "[1]")]
    [InlineData("p := x if { [x, 1] = [2, y]; y == 1 }", "2")]
    [InlineData("p := x if { {\"a\": x, \"b\": _} = input.o }", "1")]
    [InlineData("p := x if { x = y; y = 3 }", "3")]
    [InlineData("p := z if { z := x + y; x = 1; y = 2 }", "3")]
    [InlineData("p := {x: y | some x; y := input.o[x]; is_number(y)}", "{\"a\": 1}")]
    [InlineData("p if { some x in input.xs; x == 2 }", "true")]
    [InlineData("p if { some x in input.missing }", "undefined")]
    [InlineData("p := [v | walk(input.o, [path, v]); count(path) == 3]", "[2]")]
    [InlineData("p := [x | some x in [1, 2, 2]; some y in [2, 2]; x == y]", "[2, 2, 2, 2]")]
    [InlineData("p := {1: x | some x in [2, 2]}", "{1: 2}")]
    [InlineData("p := sum([x | some x in input.xs])", "6")]
    [InlineData("p := [x | x := input.xs[_]][0]", "3")]
    [InlineData("p := {[x, y] | some x in [1, 2]; y := {z | some z in input.xs; z > x}}", "{[1, {2, 3}], [2, {3}]}")]
    public void Solutions_are_found_by_all_ways(string rules, string value) => Value(rules).ShouldBe(value);

    [Theory]
    [InlineData("p if every x in input.xs { x > 0 }", "true")]
    [InlineData("p if every x in input.xs { x > 1 }", "undefined")]
    [InlineData("p if every x in [] { false }", "true")]
    [InlineData("p if every x in input.missing { true }", "undefined")]
    [InlineData("p if every x in 1 { true }", "undefined")]
    [InlineData("p if every i, x in input.xs { i >= 0; x < 4 }", "true")]
    [InlineData("p if every k, v in {\"a\": 1} { k == \"a\"; v == 1 }", "true")]
    [InlineData("p if every x in [[1], [2]] { some y in x; y > 0 }", "true")]
    [InlineData("p if not every x in input.xs { x > 1 }", "true")]
    [InlineData("p if every x in [1, 2] { every y in [3] { x < y } }", "true")]
    public void Every(string rules, string value) => Value(rules).ShouldBe(value);

    [Theory]
    [InlineData("p := 1 in [1, 2]", "true")]
    [InlineData("p := 3 in [1, 2]", "false")]
    [InlineData("p := 1 in {\"a\": 1}", "true")]
    [InlineData("p := \"a\" in {\"a\": 1}", "false")]
    [InlineData("p := 1 in {1}", "true")]
    [InlineData("p := 1 in 5", "false")]
    [InlineData("p := (\"a\", 1 in {\"a\": 1})", "true")]
    [InlineData("p := (0, 3 in input.xs)", "true")]
    [InlineData("p if { \"a\", 1 in input.o }", "true")]
    [InlineData("p if not 9 in input.xs", "true")]
    [InlineData("p := input.missing in [1]", "undefined")]
    [InlineData("p := false in [false]", "true")]
    public void Membership(string rules, string value) => Value(rules).ShouldBe(value);
}
