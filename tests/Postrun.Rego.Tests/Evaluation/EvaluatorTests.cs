namespace Postrun.Rego.Tests.Evaluation;

public sealed class EvaluatorTests
{
    [Fact]
    public void What_depends_on_nothing_is_evaluated_once_and_what_depends_on_input_each_time()
    {
        var printed = new List<string>();
        var policy = Policies.Compile("p := [q, r] if input\nq := 1 if print(\"constant\")\nr := 1 if { print(\"input\", input.x, input.missing, [1, \"a\"]) }");
        var evaluator = policy.NewEvaluator(new() { Print = (place, text) => printed.Add($"{place.Line}: {text}") }, TestContext.Current.CancellationToken);
        for (var i = 0; i < 3; i++)
            evaluator.Evaluate(policy.Document("t", "p"), RegoJson.Parse($$"""{"x": {{i}}}""")).ShouldNotBeNull();
        printed.ShouldBe(["3: constant", "4: input 0 <undefined> [1, \"a\"]", "4: input 1 <undefined> [1, \"a\"]", "4: input 2 <undefined> [1, \"a\"]"], ignoreOrder: true);
    }

    [Fact]
    public void Under_with_a_constant_is_evaluated_anew() =>
        Policies.Value("p := [a, b] if { a := q; b := q with data.t.r as 5 }\nq := r + 1\nr := 1").ShouldBe("[2, 6]");

    [Fact]
    public void A_record_is_the_input_of_one_evaluation_after_another()
    {
        var policy = Policies.Compile("p := [input.a, input.b] if input.a != \"x\"\np := input if input.a == \"x\"");
        var evaluator = policy.NewEvaluator(null, TestContext.Current.CancellationToken);
        var shape = new RegoShape("b", "a");
        var record = new RegoRecord(shape);
        var results = new List<string?>();
        foreach (var (a, b) in new (RegoValue, RegoValue)[] { (RegoNumber.Of(1), RegoBoolean.True), (new RegoString("y"), RegoNull.Value), (new RegoString("x"), RegoNumber.Of(2)) })
        {
            record.Set(shape.PlaceOf("a"), a);
            record.Set(shape.PlaceOf("b"), b);
            results.Add(evaluator.Evaluate(policy.Document("t", "p"), record)?.ToString());
        }
        results.ShouldBe(["[1, true]", "[\"y\", null]", "{\"a\": \"x\", \"b\": 2}"]);
    }

    [Fact]
    public void A_record_equals_the_object_that_it_stands_for()
    {
        var shape = new RegoShape("b", "a");
        var record = new RegoRecord(shape);
        record.Set(shape.PlaceOf("a"), RegoNumber.Of(1));
        var plain = RegoJson.Parse("""{"b": null, "a": 1.0}""");
        record.Equals(plain).ShouldBeTrue();
        plain.Equals(record).ShouldBeTrue();
        record.CompareTo(plain).ShouldBe(0);
        record.GetHashCode().ShouldBe(plain.GetHashCode());
    }

    [Fact]
    public void Errors_of_functions_are_undefined_or_end_the_evaluation()
    {
        const string Rules = "default p := 7\np := 1 / input.x";
        Policies.Value(Rules, """{"x": 0}""").ShouldBe("7");
        var error = Policies.Failure(Rules, """{"x": 0}""", new() { StrictBuiltinErrors = true });
        error.Code.ShouldBe("eval_builtin_error");
        error.Message.ShouldBe("t.rego:3: eval_builtin_error: div: divide by zero");
    }

    [Fact]
    public void An_evaluation_has_one_instant_and_one_chance()
    {
        var policy = Policies.Compile("p if { time.now_ns() == q; rand.intn(\"a\", 1000000000000) == r }\nq := time.now_ns()\nr := rand.intn(\"a\", 1000000000000)\nd := r");
        var evaluator = policy.NewEvaluator(null, TestContext.Current.CancellationToken);
        evaluator.Evaluate(policy.Document("t", "p"), null).ShouldBe(RegoBoolean.True);
        var first = evaluator.Evaluate(policy.Document("t", "d"), null);
        evaluator.Evaluate(policy.Document("t", "d"), null).ShouldNotBe(first);
    }

    [Fact]
    public void A_query_gives_every_solution_with_its_variables()
    {
        var policy = Policies.Compile("p contains x if some x in [1, 2, 3]");
        policy.NewEvaluator().Evaluate(policy.Prepare("data.t.p[x]; x > 1; y := [x, input]; _ = x"), RegoNumber.Of(5)).Select(static solution => solution.ToString())
            .ShouldBe(["{\"x\": 2, \"y\": [2, 5]}", "{\"x\": 3, \"y\": [3, 5]}"]);
    }

    [Fact]
    public void A_policy_serves_any_number_of_evaluators_at_once()
    {
        var policy = Policies.Compile("p := count([x | some x in numbers.range(1, input.n); q[x % 5]])\nq contains x if some x in [1, 2, 3]\nr[x] := x if some x in [1]");
        Parallel.For(1, 200, new() { MaxDegreeOfParallelism = 4 }, n =>
        {
            var evaluator = policy.NewEvaluator();
            for (var i = 0; i < 5; i++)
                evaluator.Evaluate(policy.Document("t", "p"), RegoJson.Parse($$"""{"n": {{n}}}""")).ShouldBe(RegoNumber.Of(Enumerable.Range(1, n).Count(static x => x % 5 is 1 or 2 or 3)));
        });
    }
}
