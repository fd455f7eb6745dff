using Postrun.Model;
using Postrun.Rego;

namespace Postrun.Planning;

/// <summary>What a rule came to, in the order in which the rules were asked.</summary>
/// <param name="Depth">How many rules asked for it, one for another.</param>
/// <param name="Rule">Such as <c>data.postrun.retention.class</c>.</param>
/// <param name="Value"><see langword="null"/> where the rule gave nothing.</param>
/// <param name="StoppedAt">The first statement that did not hold, where the rule gave nothing.</param>
public sealed record TracedRule(int Depth, string Rule, SourcePlace Place, RegoValue? Value, SourcePlace? StoppedAt);

/// <summary>What a policy saw of one item, and every rule on the way to its decision.</summary>
public sealed class PolicyTrace : IRegoObserver
{
    private readonly List<TracedRule> rules = [];
    private readonly Stack<(int Index, SourcePlace? Waiting)> open = [];

    private PolicyTrace(RegoValue input) => Input = input;

    public RegoValue Input { get; }

    public IReadOnlyList<TracedRule> Rules => rules;

    /// <summary>The error in which the evaluation ended; the rules are then those before it.</summary>
    public string? Problem { get; private set; }

    /// <param name="policy">Loaded with <see cref="CompileOptions.Instrument"/>.</param>
    /// <param name="now">The instant for which the policy was loaded.</param>
    public static PolicyTrace Of(LoadedPolicy policy, RunDescriptor descriptor, KnownFacts item, DateTimeOffset now)
    {
        var input = new ItemRecord(new(descriptor)).Fill(item.Facts, own: true);
        var trace = new PolicyTrace(input);
        try
        {
            var evaluator = policy.Rego.NewEvaluator(RetentionPolicy.Evaluation(now) with { Observer = trace });
            var answer = evaluator.Evaluate(policy.Decision, input);
            if (!policy.FileSets.IsEmpty && DecisionReader.TryRead(answer, descriptor.Run.FinishedAt ?? now) is { } proposed)
            {
                var files = new FileSetPolicy(policy.FileSets, descriptor, now).Input(input, proposed);
                foreach (var set in policy.FileSets)
                    evaluator.Evaluate(set, files);
            }
        }
        catch (RegoException e)
        {
            trace.Problem = e.Message;
        }
        return trace;
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
