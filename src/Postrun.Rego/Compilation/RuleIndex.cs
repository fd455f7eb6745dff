namespace Postrun.Rego;

/// <summary>A comparison with a constant that the body of a rule begins with.</summary>
internal sealed record RuleGuard(ReferenceExpression Reference, RegoValue Value);

/// <summary>Chooses, by one value of the input, the rules that can hold at all.</summary>
internal sealed class RuleIndex
{
    private const int FewRules = 3;

    private readonly ReferenceExpression reference;
    private readonly Dictionary<RegoValue, Rule[]> byValue = [];
    private readonly Rule[] others;

    private RuleIndex(ReferenceExpression reference, IReadOnlyList<Rule> rules)
    {
        this.reference = reference;
        others = [.. rules.Where(rule => ValueOf(rule) is null)];
        foreach (var value in rules.Select(ValueOf).OfType<RegoValue>().Distinct())
            byValue.Add(value, [.. rules.Where(rule => ValueOf(rule) is not { } wanted || wanted.Equals(value))]);
    }

    /// <summary><see langword="null"/> where it would not pay.</summary>
    public static RuleIndex? Of(IReadOnlyList<Rule> rules)
    {
        if (rules.Count < FewRules)
            return null;
        var best = rules.Where(static rule => rule.Else is null).SelectMany(static rule => rule.Guards).GroupBy(static guard => Name(guard.Reference)).MaxBy(static group => group.Count());
        return best is not null && best.Count() >= FewRules - 1 ? new(best.First().Reference, rules) : null;
    }

    public Rule[] Candidates(Frame frame) =>
        reference.Evaluate(frame) is { } value && byValue.TryGetValue(value, out var rules) ? rules : others;

    /// <summary>Where something else is tried in its place, a rule can hold whatever the value is.</summary>
    private RegoValue? ValueOf(Rule rule) => rule.Else is not null ? null : rule.Guards.Find(guard => Name(guard.Reference) == Name(reference))?.Value;

    private static string Name(ReferenceExpression reference) => string.Join('\0', reference.ConstantKeys!.Select(static key => key.ToString()));
}
