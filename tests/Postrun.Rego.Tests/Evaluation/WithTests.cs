namespace Postrun.Rego.Tests.Evaluation;

public sealed class WithTests
{
    private const string Input = """{"n": 1, "o": {"a": 1, "b": 2}}""";
    private const string Data = """{"base": {"a": 1, "b": {"c": 2}}, "t": {"under": 5, "q": {"x": 7}}}""";

    private static string Value(string rules) => Policies.Value(rules, Input, Data);

    [Theory]
    [InlineData("p := x if { x := input.n with input.n as 5; input.n == 1 }", "5")]
    [InlineData("p := x if x := input with input.n as 5", "{\"n\": 5, \"o\": {\"a\": 1, \"b\": 2}}")]
    [InlineData("p := x if x := input with input.o.a as 5", "{\"n\": 1, \"o\": {\"a\": 5, \"b\": 2}}")]
    [InlineData("p := x if x := input with input.n.deep as 5", "{\"n\": {\"deep\": 5}, \"o\": {\"a\": 1, \"b\": 2}}")]
    [InlineData("p := x if x := input with input as 5", "5")]
    [InlineData("p := x if x := input with input as {} with input.a as 1 with input.b as 2", "{\"a\": 1, \"b\": 2}")]
    [InlineData("p if input.missing with input.missing as true", "true")]
    [InlineData("p if not input.n with input.n as false", "true")]
    [InlineData("p := [x | some x in [1, 2]; y := input.n with input.n as x; y == x]", "[1, 2]")]
    [InlineData("p := [y, z] if { y := q with input.n as 5; z := q }\nq := input.n * 2", "[10, 2]")]
    [InlineData("p := [x | x := q[_] with input.n as 3]\nq contains input.n\nq contains 0", "[0, 3]")]
    [InlineData("p if { every x in [1, 2] { y := input.n with input.n as x; y == x }; input.n == 1 }", "true")]
    [InlineData("p := input.n if { x := input.missing with input.n as 2 }", "undefined")]
    [InlineData("p := x if x := input.n with input.n as input.missing", "undefined")]
    [InlineData("p := [i | some i in [1, 2, 3]; input.n == i with input.n as 2]", "[2]")]
    public void Of_input(string rules, string value) => Value(rules).ShouldBe(value);

    [Theory]
    [InlineData("p := x if x := data.base with data.base.a as 5", "{\"a\": 5, \"b\": {\"c\": 2}}")]
    [InlineData("p := x if x := data.base with data.base.b.d as 5", "{\"a\": 1, \"b\": {\"c\": 2, \"d\": 5}}")]
    [InlineData("p := x if x := data.base with data.base as 5", "5")]
    [InlineData("p := x if x := data.new.a with data.new.a as 5", "5")]
    [InlineData("p := x if x := q with data.t.q as 5\nq := 1", "5")]
    [InlineData("p := x if x := q with data.t.r as 5\nq := r + 1\nr := 1", "6")]
    [InlineData("p := x if x := data.u.q with data.u.q as {1, 2}\n", "{1, 2}")]
    [InlineData("p := [x, data.base.a] if x := data.base.a with data.base.a as 9", "[9, 1]")]
    [InlineData("p := count(x) if x := r with data.t.r.a as 1\nr.b := 2\nr.c := 3", "3")]
    [InlineData("p := x if x := r[k] with data.t.r.a as 1 with data.t.k as \"a\"\nr.b := 2\nk := \"b\"", "1")]
    [InlineData("p := x if x := data.base.a with data.base as {\"a\": 3} with data.base.a as 4", "4")]
    public void Of_data(string rules, string value) => Value(rules).ShouldBe(value);

    [Theory]
    [InlineData("p := x if x := count([1]) with count as 7", "7")]
    [InlineData("p := x if x := count([1]) with count as f\nf(_) := 8", "8")]
    [InlineData("p := x if x := f(1) with f as 9\nf(_) := 8", "9")]
    [InlineData("p := x if x := f(1) with f as g\nf(_) := 8\ng(x) := x + 1", "2")]
    [InlineData("p := x if x := f(1) with data.t.f as 9\nf(_) := 8", "9")]
    [InlineData("p := x if x := q with count as 7\nq := count([1])", "7")]
    [InlineData("p := x if x := count([1, 2]) with count as f\nf(xs) := count(xs) + 10", "12")]
    [InlineData("p := [count([1]), x] if x := count([1]) with count as 7", "[1, 7]")]
    [InlineData("p := x if x := upper(\"a\") with upper as lower", "\"a\"")]
    [InlineData("p := x if x := time.now_ns() with time.now_ns as 5", "5")]
    public void Of_functions(string rules, string value) => Value(rules).ShouldBe(value);

    [Theory]
    [InlineData("p := data.base.b.c", "2")]
    [InlineData("p := data.t.under", "5")]
    [InlineData("q.y := 8\np := data.t.q.x", "7")]
    [InlineData("q.y := 8\np := [k | data.t.q[k]]", "[\"x\", \"y\"]")]
    [InlineData("q := {\"z\": 1}\np := data.t.q.z", "1")]
    [InlineData("p := [k | some k, _ in data.base]", "[\"a\", \"b\"]")]
    [InlineData("p := data.missing", "undefined")]
    public void Base_data_and_rules_stand_side_by_side(string rules, string value) => Value(rules).ShouldBe(value);

    [Fact]
    public void A_package_as_a_whole_holds_rules_and_base_data() =>
        RegoJson.ToText(Whole("q.y := 8\nr := 1 if input.n\nf(x) := x\ns contains 2")!).ShouldBe("""{"q":{"x":7,"y":8},"r":1,"s":[2],"under":5}""");

    private static RegoValue? Whole(string rules)
    {
        var policy = Policies.Compile(rules, data: Data);
        return policy.NewEvaluator().Evaluate(policy.Document("t"), RegoJson.Parse(Input));
    }
}
