namespace Postrun.Rego.Tests.Evaluation;

public sealed class BudgetTests
{
    private static string Failure(string rules, long steps = 100_000, long memory = 8 << 20)
    {
        var error = Policies.Failure(rules, """{"x": 1}""", new() { Limits = new(steps, memory) });
        error.ShouldBeOfType<BudgetException>().Code.ShouldBe("eval_budget_error");
        return error.Message;
    }

    private static string Rules(int count, Func<int, string> rule) => string.Join('\n', Enumerable.Range(0, count).Select(rule));

    [Theory]
    [InlineData("p := count([1 | some x in numbers.range(1, 1000); some y in numbers.range(1, 1000)])")]
    [InlineData("p if { every x in numbers.range(1, 1000) { every y in numbers.range(1, 1000) { x; y } } }")]
    [InlineData("a := numbers.range(1, 5000)\nb := numbers.range(1, 5000)\np := count([1 | some x in a; a == b])")]
    [InlineData("a := numbers.range(1, 5000)\nb := numbers.range(1, 5000)\np := count([1 | some x in a; [x, a] = [x, b]])")]
    [InlineData("a := numbers.range(1, 5000)\nb := numbers.range(1, 5000)\np := count([1 | some x in a; equal(a, b)])")]
    [InlineData("a := numbers.range(1, 5000)\nb := numbers.range(1, 5000)\np := count([1 | some x in a; b in [a]])")]
    [InlineData("a := numbers.range(1, 5000)\nb := numbers.range(1, 5000)\np := {[k, x] | some x in numbers.range(1, 500); k := [a, b][x % 2]}")]
    [InlineData("a := numbers.range(1, 5000)\nb := numbers.range(1, 5000)\np := sort([[k, x] | some x in numbers.range(1, 500); k := [a, b][x % 2]])")]
    [InlineData("f0(x) := x\nf1(x) := f0(x) + f0(x)\nf2(x) := f1(x) + f1(x)\np := count([1 | some x in numbers.range(1, 100000); f2(x)])")]
    public void Work_without_end_ends(string rules) => Failure(rules).ShouldBe("the policy needs more than 100000 steps");

    [Theory]
    [InlineData("p := numbers.range(1, 1000000)")]
    [InlineData("p := [x | some x in numbers.range(1, 60000); y := [x, x, x, x]]")]
    [InlineData("p := sprintf(\"%9000000d\", [1])")]
    public void Memory_without_end_ends(string rules) => Failure(rules, steps: 10_000_000).ShouldContain("MiB");

    [Fact]
    public void A_text_that_doubles_ends() => Failure($"s0 := \"ab\"\n{Rules(60, static i => $"s{i + 1} := concat(\"\", [s{i}, s{i}])")}\np := s60").ShouldContain("8 MiB");

    [Fact]
    public void An_array_that_doubles_ends() => Failure($"s0 := [1]\n{Rules(60, static i => $"s{i + 1} := [s{i}, s{i}]")}\np := s60").ShouldContain("parts");

    [Fact]
    public void Calls_nested_too_deeply_end()
    {
        var policy = Policies.Compile($"f0(x) := x\n{Rules(1_000, static i => $"f{i + 1}(x) := [f{i}(x)][0]")}\np := f1000(1)");
        Exception? error = null;
        var small = new Thread(() => error = Record.Exception(() => policy.NewEvaluator().Evaluate(policy.Document("t", "p"), null)), 512 << 10);
        small.Start();
        small.Join();
        error.ShouldBeOfType<BudgetException>().Message.ShouldBe("the policy is nested too deeply");
    }

    [Fact]
    public void After_an_error_the_evaluator_is_as_good_as_new()
    {
        var policy = Policies.Compile("p := q if input.deep\np := q + 1 if not input.deep\nq := count([1 | some x in numbers.range(1, input.n)])");
        var evaluator = policy.NewEvaluator(new() { Limits = new(2_000, 1 << 20) }, TestContext.Current.CancellationToken);
        for (var i = 0; i < 3; i++)
        {
            Should.Throw<BudgetException>(() => evaluator.Evaluate(policy.Document("t", "p"), RegoJson.Parse("""{"n": 100000}""")));
            evaluator.Evaluate(policy.Document("t", "p"), RegoJson.Parse("""{"n": 2}""")).ShouldBe(RegoNumber.Of(3));
        }
    }

    [Fact]
    public async Task A_cancellation_ends_an_evaluation()
    {
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var policy = Policies.Compile("p := count([1 | some x in numbers.range(1, 10000); some y in numbers.range(1, 10000)])");
        var evaluator = policy.NewEvaluator(new() { Limits = new(long.MaxValue, long.MaxValue) }, cancellation.Token);
        cancellation.CancelAfter(TimeSpan.FromMilliseconds(50));
        await Should.ThrowAsync<OperationCanceledException>(Task.Run(() => evaluator.Evaluate(policy.Document("t", "p"), null), TestContext.Current.CancellationToken));
        Should.Throw<OperationCanceledException>(() => evaluator.Evaluate(policy.Document("t", "p"), null));
    }

    [Fact]
    public void What_depends_on_nothing_is_evaluated_once()
    {
        var policy = Policies.Compile("p := q + input.x\nq := count([1 | some x in numbers.range(1, 1000)])");
        var evaluator = policy.NewEvaluator(new() { Limits = new(4_500, 1 << 20) }, TestContext.Current.CancellationToken);
        evaluator.Evaluate(policy.Document("t", "p"), RegoJson.Parse("""{"x": 1}""")).ShouldBe(RegoNumber.Of(1001));
        for (var i = 0; i < 100; i++)
            evaluator.Evaluate(policy.Document("t", "p"), RegoJson.Parse("""{"x": 2}""")).ShouldBe(RegoNumber.Of(1002));
    }
}
