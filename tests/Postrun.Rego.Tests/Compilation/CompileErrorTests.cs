namespace Postrun.Rego.Tests.Compilation;

public sealed class CompileErrorTests
{
    [Theory]
    [InlineData("p := x", "2:1 rego_unsafe_var_error: var x is unsafe")]
    [InlineData("p if x > 1", "2:8 rego_unsafe_var_error: var x is unsafe")]
    [InlineData("p if {\n  true\n  not q[x]\n}\nq contains 1", "4:3 rego_unsafe_var_error: var x is unsafe")]
    [InlineData("p if { x = y }", "rego_unsafe_var_error")]
    [InlineData("p if { some x; y := x + 1 }", "rego_unsafe_var_error: var x")]
    [InlineData("p contains x if { y := 1 }", "rego_unsafe_var_error: var x is unsafe")]
    [InlineData("p[x] := 1 if { y := 1 }", "rego_unsafe_var_error: var x is unsafe")]
    [InlineData("f(x) := y if { x == 1 }", "rego_unsafe_var_error: var y is unsafe")]
    [InlineData("p if { every x in xs { x > y } }\nxs := [1]", "rego_unsafe_var_error")]
    [InlineData("p := [x | y := 1]", "rego_unsafe_var_error: var x is unsafe")]
    [InlineData("p if { input.x == 1 with input.x as y }", "rego_unsafe_var_error")]
    [InlineData("p if { x := x }", "rego_")]
    [InlineData("p if { x := y; y := x }", "rego_")]
    public void A_variable_without_a_value_is_unsafe(string rules, string error) => Policies.Error(rules).ShouldContain(error);

    [Theory]
    [InlineData("p if { x := 1; x := 2 }", "2:16 rego_compile_error: var x assigned above")]
    [InlineData("p if { some x; some x; x = 1 }", "rego_compile_error: var x assigned above")]
    [InlineData("p if { x = 1; x := 2 }", "2:15 rego_compile_error: var x referenced above")]
    [InlineData("f(x) := 1 if { x := 2 }", "2:16 rego_compile_error: var x assigned above")]
    [InlineData("p if { [x, x] := [1, 1] }", "rego_compile_error: var x assigned above")]
    [InlineData("p if { input := 1 }", "2:8 rego_compile_error: variables must not shadow input")]
    [InlineData("p if { some data; data = 1 }", "rego_compile_error: variables must not shadow data")]
    [InlineData("p if { input.x := 1 }", "2:8 rego_compile_error: cannot assign to a reference")]
    [InlineData("p := (x = 1)", "rego_compile_error: = is a statement")]
    public void A_variable_is_declared_once(string rules, string error) => Policies.Error(rules).ShouldContain(error);

    [Theory]
    [InlineData("p if { x := 1; [x | x := 2] == [2]; x == 1 }")]
    [InlineData("x := 1\np if { x := 2; x == 2 }")]
    [InlineData("f(x) := [y | x := 3; y := x]\np if f(1) == [3]")]
    [InlineData("f(x, x) := x\np if { f(1, 1) == 1; not f(1, 2) }")]
    [InlineData("p if { some i; [1, 2][i] == 2; every i in [1] { i == 1 }; i == 1 }")]
    [InlineData("p if { count := 3; count == 3 }")]
    [InlineData("import input.a as b\np if { b := 5; b == 5 }")]
    public void Inner_names_hide_outer_ones(string rules) => Policies.Value(rules, """{"a": 1}""").ShouldBe("true");

    [Theory]
    [InlineData("p if p", "2:1 rego_recursion_error: rule data.t.p is recursive: data.t.p -> data.t.p")]
    [InlineData("p if q\nq if r\nr if p", "rego_recursion_error: rule data.t.p is recursive: data.t.p -> data.t.q -> data.t.r -> data.t.p")]
    [InlineData("p := data.t[x]", "rego_recursion_error")]
    [InlineData("p := count(data)", "rego_recursion_error")]
    [InlineData("p := data[x].p", "rego_recursion_error")]
    [InlineData("f(x) := f(x)", "rego_recursion_error")]
    [InlineData("f(x) := g(x)\ng(x) := f(x)", "rego_recursion_error")]
    [InlineData("p contains x if some x in p", "rego_recursion_error")]
    [InlineData("p[x] := y if { x := \"a\"; y := p.b }", "rego_recursion_error")]
    [InlineData("p if not q\nq if not p", "rego_recursion_error")]
    [InlineData("p := [1 | p]", "rego_recursion_error")]
    [InlineData("p := 1 if false else := p", "rego_recursion_error")]
    [InlineData("default p := 1\np := 2 if data.t.p == 1", "rego_recursion_error")]
    [InlineData("p if true with data.t.q as p", "rego_recursion_error")]
    [InlineData("f(x) := y if y := g(x) with g as f\ng(x) := x", "rego_recursion_error")]
    public void A_rule_does_not_lead_back_to_itself(string rules, string error) => Policies.Error(rules).ShouldContain(error);

    [Theory]
    [InlineData("p.a := 1\np.b := p2 if p2 := data.t.p.a", "{\"a\": 1, \"b\": 1}")]
    [InlineData("p := data.u[x] if x := \"a\"", "undefined")]
    public void Looking_at_a_neighbour_is_no_recursion(string rules, string value) => Policies.Value(rules).ShouldBe(value);

    [Theory]
    [InlineData("p if foo(1)", "2:6 rego_type_error: undefined function foo")]
    [InlineData("p if foo.bar(1)", "2:6 rego_type_error: undefined function foo.bar")]
    [InlineData("p if data.x.f(1)", "rego_type_error: undefined function data.x.f")]
    [InlineData("q := 1\np if q(1)", "rego_type_error: undefined function q")]
    [InlineData("p if count()", "2:6 rego_type_error: count takes 1 arguments, this call gives 0")]
    [InlineData("p if count(1, 2, 3)", "rego_type_error: count takes 1 arguments, this call gives 3")]
    [InlineData("f(x) := x\np if f(1, 2, 3)", "rego_type_error: data.t.f takes 1 arguments, this call gives 3")]
    [InlineData("p := http.send({})", "2:6 rego_type_error: http.send is not offered here")]
    [InlineData("p if {\n  x := io.jwt.decode(\"\")\n}", "3:8 rego_type_error: io.jwt.decode is not offered here")]
    [InlineData("p := [x | x := net.lookup_ip_addr(\"a\")]", "rego_type_error: net.lookup_ip_addr is not offered here")]
    [InlineData("p if count([]) == 0 with count as http.send", "rego_type_error: http.send is not offered here")]
    public void Functions_that_are_not_there_are_named(string rules, string error) => Policies.Error(rules).ShouldContain(error);

    [Theory]
    [InlineData("p := 1\np contains 2", "3:1 rego_type_error: conflicting rules data.t.p found")]
    [InlineData("f(x) := 1\nf(x, y) := 1", "3:1 rego_type_error: conflicting rules data.t.f found")]
    [InlineData("f(x) := 1\nf := 1", "rego_type_error: conflicting rules data.t.f found")]
    [InlineData("p := 1\np.q := 2", "3:1 rego_type_error: rule data.t.p.q conflicts with rule data.t.p")]
    [InlineData("p contains 1\np.q := 2", "rego_type_error")]
    [InlineData("default p := 1\ndefault p := 2", "3:9 rego_type_error: multiple default rules data.t.p found")]
    public void Rules_that_contradict_one_another_are_named(string rules, string error) => Policies.Error(rules).ShouldContain(error);

    [Theory]
    [InlineData("p if true with foo as 1")]
    [InlineData("p if true with input[x] as 1")]
    [InlineData("p if true with count as sprintf")]
    public void Only_paths_and_functions_can_be_replaced(string rules) => Should.Throw<RegoSyntaxException>(() => Policies.Compile(rules));

    [Fact]
    public void A_package_may_not_be_what_a_rule_of_another_defines() =>
        Should.Throw<RegoSyntaxException>(() => RegoPolicy.Compile([RegoModule.Parse("a.rego", "package a\nb := 1"), RegoModule.Parse("b.rego", "package a.b\nc := 1")]))
            .Message.ShouldContain("rego_type_error");

    [Fact]
    public void Long_bodies_are_put_in_order_soon()
    {
        const int Count = 9_000;
        var lines = Enumerable.Range(0, Count).Select(static i => $"  x{Count - i} = x{Count - i - 1}");
        Policies.Compile($"p if {{\n{string.Join('\n', lines)}\n  x0 = 1\n}}").Modules.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("default p := x", "2:14: rego_compile_error: the value of a default rule is constant")]
    [InlineData("default p := [input.x]", "the value of a default rule is constant")]
    [InlineData("import data.a.f\nimport data.b.f", "import must not shadow import data.a.f")]
    [InlineData("input := 1", "rules must not shadow input")]
    [InlineData("data.x := 1", "rules must not shadow data")]
    public void What_hides_or_only_seems_constant_is_refused(string rules, string error) =>
        Should.Throw<RegoSyntaxException>(() => RegoPolicy.Compile([RegoModule.Parse("a.rego", $"package a\n{rules}\n", RegoVersion.V1)])).Message.ShouldContain(error);
}
