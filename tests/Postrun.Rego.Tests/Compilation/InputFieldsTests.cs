namespace Postrun.Rego.Tests.Compilation;

public sealed class InputFieldsTests
{
    [Theory]
    [InlineData("p := input.a", "a")]
    [InlineData("p if { input.a; q }\nq if input.b.c", "a,b")]
    [InlineData("p := f(1)\nf(x) := input.c", "c")]
    [InlineData("p := 1\nq := input.z", "")]
    [InlineData("p := input", null)]
    [InlineData("p := input[x] if x := \"a\"", null)]
    [InlineData("p := count([x | some x in input.a])", "a")]
    [InlineData("p := 1 if false else := input.e", "e")]
    [InlineData("default p := 1\np := 2 if input.d", "d")]
    [InlineData("p := time.now_ns()", null)]
    [InlineData("p := rand.intn(\"a\", 5)", null)]
    [InlineData("import input.k.l as m\np := m", "k")]
    [InlineData("p := data.t.q\nq := input.a", "a")]
    [InlineData("p := x if x := q with input.a as input.b\nq := input.c", "a,b,c")]
    [InlineData("p := $\"{input.a}\"", "a")]
    [InlineData("p if every x in input.a { x == input.b }", "a,b")]
    [InlineData("p if not input.a", "a")]
    [InlineData("p if 1 in input.a", "a")]
    public void Of_the_input_only_these_matter(string rules, string? fields)
    {
        var policy = Policies.Compile(rules);
        var found = policy.InputFields(policy.Document("t", "p"));
        (found is null ? null : string.Join(',', found.Order(StringComparer.Ordinal))).ShouldBe(fields);
    }
}
