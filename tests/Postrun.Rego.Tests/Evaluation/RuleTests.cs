namespace Postrun.Rego.Tests.Evaluation;

public sealed class RuleTests
{
    [Theory]
    [InlineData("p := 1 if input.x else := 2 if input.y else := 3", "2")]
    [InlineData("p := 1 if input.x\nelse := 2 if input.z\nelse := 3", "3")]
    [InlineData("p := 1 if input.x else := 2 if input.z", "undefined")]
    [InlineData("default p := 9\np := 1 if input.x else := 2 if input.z", "9")]
    [InlineData("p := false if input.y else := 2", "false")]
    [InlineData("f(x) := 1 if x == 1 else := 2 if x == 2 else := x\np := [f(1), f(2), f(3)]", "[1, 2, 3]")]
    [InlineData("p := 1 if input.n == 8 else := 8\np := 2 if input.n == 2\np := 3 if input.n == 3\np := 4 if input.n == 4", "8")]
    public void Else_is_tried_where_the_body_has_no_solution(string rules, string value) => Policies.Value(rules, """{"y": true, "n": 5}""").ShouldBe(value);

    [Theory]
    [InlineData("default f(_) := 0\nf(x) := 1 if x == 1\np := [f(1), f(2)]", "[1, 0]")]
    [InlineData("default f(_, _) := {\"a\": [1]}\nf(x, y) := x if y\np := f(1, false)", "{\"a\": [1]}")]
    [InlineData("f(1) := \"one\"\nf([x, _]) := x\nf({\"k\": v}) := v\np := [f(1), f([2, 3]), f({\"k\": 4})]", "[\"one\", 2, 4]")]
    [InlineData("f(x) := 1\nf(x) := 1 if x\np := f(1)", "1")]
    [InlineData("f(_) := 1\np := f(input.missing)", "undefined")]
    [InlineData("f(x) := x.y\np := f({\"y\": 2})", "2")]
    [InlineData("f(x) if x > 1\np := [f(2), 1]", "[true, 1]")]
    [InlineData("u.f(x) := x * 2\np := u.f(2)", "4")]
    [InlineData("f(x) := x * 2\np := data.t.f(2)", "4")]
    [InlineData("f(x) := g(x) + 1\ng(x) := x * 2\np := f(3)", "7")]
    [InlineData("f(x) := y if { y := [z | some z in x; z > 1] }\np := f([1, 2, 3])", "[2, 3]")]
    [InlineData("f(x) := [x, y] if y := f2(x)\nf2(x) := x + 1\np := [z | some v in [1, 2]; z := f(v)]", "[[1, 2], [2, 3]]")]
    [InlineData("f(x, y) := x + y\np if f(1, 2, 3)", "true")]
    public void Functions(string rules, string value) => Policies.Value(rules).ShouldBe(value);

    [Theory]
    [InlineData("p contains x if some x in [1, 2]\np contains 3\np contains x if x := 1", "{1, 2, 3}")]
    [InlineData("p contains 1 if false", "set()")]
    [InlineData("p[x] := y if some x, y in [5, 6]", "{0: 5, 1: 6}")]
    [InlineData("p[\"a\"] := 1\np[\"b\"] := 2 if false", "{\"a\": 1}")]
    [InlineData("p.a.b := 1\np.a.c := 2\np.d contains 3", "{\"a\": {\"b\": 1, \"c\": 2}, \"d\": {3}}")]
    [InlineData("p[x].q contains y if { some x in [\"a\", \"b\"]; some y in [1, 2] }", "{\"a\": {\"q\": {1, 2}}, \"b\": {\"q\": {1, 2}}}")]
    [InlineData("p[x][y] := 1 if { some x in [\"a\", \"b\"]; some y in [1, 2] }", "{\"a\": {1: 1, 2: 1}, \"b\": {1: 1, 2: 1}}")]
    [InlineData("p.a := 1\np[x] := 2 if x := \"b\"", "{\"a\": 1, \"b\": 2}")]
    [InlineData("p.a[x] := 2 if x := \"b\"\np.a.c := 3", "{\"a\": {\"b\": 2, \"c\": 3}}")]
    [InlineData("q contains x if some x in [1, 2, 3]\np := [x | q[x]; x > 1]", "[2, 3]")]
    [InlineData("q[x] := y if some x, y in [5, 6]\np := q[1]", "6")]
    [InlineData("q[x].r contains y if { some x in [\"a\", \"b\"]; some y in [1, 2] }\np := [[x, y] | q[x].r[y]]", "[[\"a\", 1], [\"a\", 2], [\"b\", 1], [\"b\", 2]]")]
    [InlineData("q.a := 1\nq[x] := 2 if x := \"b\"\np := [[k, v] | some k, v in q]", "[[\"a\", 1], [\"b\", 2]]")]
    [InlineData("q.f(x) := x\nq.a := 1\np := data.t.q", "{\"a\": 1}")]
    public void Partial_rules_and_paths_in_heads(string rules, string value) => Policies.Value(rules).ShouldBe(value);

    [Theory]
    [InlineData("p := 1\np := 2", "t.rego:3: eval_conflict_error: complete rules must not produce multiple outputs")]
    [InlineData("p := x if some x in [1, 2]", "t.rego:2: eval_conflict_error: complete rules must not produce multiple outputs")]
    [InlineData("f(_) := 1\nf(_) := 2\np := f(1)", "t.rego:3: eval_conflict_error: functions must not produce multiple outputs for same inputs")]
    [InlineData("f(x) := y if some y in [x, 2]\np := f(1)", "t.rego:2: eval_conflict_error: functions must not produce multiple outputs for same inputs")]
    [InlineData("p[x] := y if { x := \"a\"; some y in [1, 2] }", "object keys must be unique")]
    [InlineData("p := {k: v | k := \"a\"; some v in [1, 2]}", "object keys must be unique")]
    [InlineData("x := \"a\"\np := {\"a\": 1, x: 2}", "object keys must be unique")]
    [InlineData("p := {\"a\": 1, \"a\": 2}", "object keys must be unique")]
    [InlineData("p.a := 1\np[x] := 2 if x := \"a\"", "object keys must be unique")]
    public void Different_answers_to_one_question_are_an_error(string rules, string problem)
    {
        var error = Policies.Failure(rules);
        error.Code.ShouldBe("eval_conflict_error");
        error.Message.ShouldContain(problem);
    }

    [Theory]
    [InlineData("p if p0 == 1\np0 := 1\np0 := 1.0", "true")]
    [InlineData("p := x if some x in [1, 1]", "1")]
    [InlineData("p := {\"a\": 1, \"a\": 1}", "{\"a\": 1}")]
    [InlineData("default p := 1\np := 2", "2")]
    public void The_same_answer_twice_is_none(string rules, string value) => Policies.Value(rules).ShouldBe(value);

    [Theory]
    [InlineData("1", "\"one\"")]
    [InlineData("2", "\"two\"")]
    [InlineData("2.0", "\"two\"")]
    [InlineData("\"x\"", "\"text\"")]
    [InlineData("[1]", "\"array\"")]
    [InlineData("null", "\"other\"")]
    [InlineData("4", "undefined")]
    public void Many_rules_with_one_guard_are_chosen_by_it(string n, string value) => Policies.Value("""
        p := "one" if input.n == 1
        p := "two" if 2 == input.n
        p := "text" if input.n = "x"
        p := "array" if input.n == [1]
        p := "other" if { is_null(input.n); true }
        """, $$"""{"n": {{n}}}""").ShouldBe(value);
}
