using Postrun.Model;
using Postrun.Rego;

namespace Postrun.Planning;

/// <summary>What a rule came to, in the order in which the rules were asked.</summary>
/// <param name="Depth">How many rules asked for it, one for another.</param>
/// <param name="Rule">Such as <c>data.postrun.retention.class</c>.</param>
/// <param name="Value"><see langword="null"/> where the rule gave nothing.</param>
/// <param name="StoppedAt">The first statement that did not hold, where the rule gave nothing.</param>
public sealed record TracedRule(int Depth, string Rule, SourcePlace Place, RegoValue? Value, SourcePlace? StoppedAt);

/// <summary>Evaluates a policy on one item, and notes every rule on the way.</summary>
public sealed class PolicyTrace : IRegoObserver
{
    private readonly List<TracedRule> rules = [];
    private readonly Stack<(int Index, SourcePlace? Waiting)> open = [];

    /// <param name="policy">Loaded with <see cref="CompileOptions.Instrument"/>.</param>
    /// <returns>The input that the policy saw, and the rules.</returns>
    /// <exception cref="RegoException">the policy gives no answer</exception>
    public static (RegoValue Input, IReadOnlyList<TracedRule> Rules) Of(LoadedPolicy policy, RunDescriptor descriptor, KnownFacts item)
    {
        var trace = new PolicyTrace();
        var input = new ItemRecord(new(descriptor)).Fill(item.Facts, own: true);
        policy.Rego.NewEvaluator(new() { Observer = trace }).Evaluate(policy.Decision, input);
        return (input, trace.rules);
    }

    void IRegoObserver.Entered(SourcePlace rule, string name)
    {
        open.Push((rules.Count, null));
        rules.Add(new(open.Count - 1, name, rule, null, null));
    }

    void IRegoObserver.Reached(SourcePlace statement) => open.Push(open.Pop() with { Waiting = statement });

    void IRegoObserver.Held(SourcePlace statement)
    {
    }

    void IRegoObserver.Left(SourcePlace rule, string name, RegoValue? value)
    {
        var (index, waiting) = open.Pop();
        rules[index] = rules[index] with { Value = value, StoppedAt = value is null ? waiting : null };
    }
}
