using CsCheck;
using Postrun.Fuzz;

namespace Postrun.Rego.Tests.Properties;

public sealed class EvaluationProperties
{
    /// <summary>Conflicts may be hidden by another order; so many policies without any say enough.</summary>
    private const double MinCompared = 0.7;

    [Fact]
    public void Twice_observed_in_another_order_or_in_the_older_syntax_a_policy_says_the_same()
    {
        var (compared, failed) = (0, 0);
        Gen.Int[0, int.MaxValue].Sample(seed =>
        {
            var random = new Random(seed);
            var equivalence = new Equivalence(PolicyGrammar.Make(random), new(1_000_000, 64 << 20), TestContext.Current.CancellationToken);
            equivalence.Difference(random).ShouldBeNull();
            Interlocked.Add(ref compared, equivalence.Compared);
            Interlocked.Add(ref failed, equivalence.Failed);
        }, iter: 1_000);
        (compared / (double)(compared + failed)).ShouldBeGreaterThan(MinCompared);
    }

    [Fact]
    public void What_with_replaces_is_back_after_the_statement_whichever_way_it_ends() => Gen.Select(Gen.Int[0, 5], Gen.Int[0, 5], Gen.Int[0, 3], Gen.Bool).Sample(static (inner, outer, wanted, nested) =>
    {
        var statement = nested
            ? "some x in xs; y := [z | some z in xs; r == z with input.n as z]; x == input.w with input.n as x"
            : "some x in xs; r == x with input.n as x with data.base as input.k; x >= input.w";
        Policies.Value($$"""
            xs := [0, 1, 2, 3, 4]
            r := input.n
            before := [input.n, data.base]
            p if {
              {{statement}}
              [input.n, data.base] == before
            }
            p if {
              not any_left
              not count([1 | {{statement}}]) > 5
            }
            any_left if {
              {{statement}}
              [input.n, data.base] != before
            }
            """, $$"""{"n": {{inner}}, "k": {{outer}}, "w": {{wanted}}}""", """{"base": 7}""").ShouldBe("true");
    });

    [Theory]
    [InlineData("x := input.n with input.n as 9; x == 9; input.n == 1")]
    [InlineData("some x in [1, 2, 3]; input.n == x with input.n as 3; input.n == 1; x == 3")]
    [InlineData("not input.n == 1 with input.n as 2; input.n == 1")]
    [InlineData("every x in [1, 2] { input.n == x with input.n as x }; input.n == 1")]
    [InlineData("count([y | some x in [1, 2]; y := input.n with input.n as x; input.n == 1]) == 2; input.n == 1")]
    [InlineData("f(3) == 3 with input.n as 3; f(1) == 1")]
    [InlineData("not 1 / 0 == 1 with input.n as 5; input.n == 1")]
    public void After_with_everything_is_as_before(string body) => Policies.Value($"f(x) := input.n if x\np if {{ {body} }}", """{"n": 1}""").ShouldBe("true");
}
