namespace Postrun.Rego;

/// <summary>A comparison with a constant that the body of a rule begins with.</summary>
internal sealed record RuleGuard(ReferenceExpression Reference, RegoValue Value)
{
    /// <summary>Of the path in the input.</summary>
    public string Name { get; } = string.Join('\0', Reference.ConstantKeys!.Select(static key => key.ToString()));
}

/// <summary>Chooses, by one value of the input, the rules that can hold at all.</summary>
internal sealed class RuleIndex
{
    private const int FewRules = 3;

    /// <summary>Rules without a guard stand under every value: so many places are not worth it.</summary>
    private const int MaxPlaces = 1_000_000;

    private readonly ReferenceExpression reference;
    private readonly Dictionary<RegoValue, Rule[]> byValue = [];
    private readonly Rule[] others;

    private RuleIndex(RuleGuard guard, IReadOnlyList<Rule> rules)
    {
        reference = guard.Reference;
        var wanted = rules.Select(rule => ValueOf(rule, guard.Name)).ToArray();
        others = [.. rules.Where((_, i) => wanted[i] is null)];
        var groups = Enumerable.Range(0, rules.Count).Where(i => wanted[i] is not null).GroupBy(i => wanted[i]!).ToArray();
        if ((long)groups.Length * others.Length > MaxPlaces)
        {
            others = [.. rules];
            return;
        }
        foreach (var group in groups)
            byValue.Add(group.Key, others.Length == 0 ? [.. group.Select(i => rules[i])] : [.. rules.Where((_, i) => wanted[i] is null || wanted[i]!.Equals(group.Key))]);
    }

    /// <summary><see langword="null"/> where it would not pay.</summary>
    public static RuleIndex? Of(IReadOnlyList<Rule> rules)
    {
        if (rules.Count < FewRules)
            return null;
        var best = rules.Where(CanBePassedOver).SelectMany(static rule => rule.Guards).GroupBy(static guard => guard.Name).MaxBy(static group => group.Count());
        return best is not null && best.Count() >= FewRules - 1 ? new(best.First(), rules) : null;
    }

    public Rule[] Candidates(Frame frame) =>
        reference.Evaluate(frame) is { } value && byValue.TryGetValue(value, out var rules) ? rules : others;

    private static RegoValue? ValueOf(Rule rule, string name) => CanBePassedOver(rule) ? rule.Guards.Find(guard => guard.Name == name)?.Value : null;

    /// <summary>Where something else is tried in its place, a rule can hold whatever the value is.</summary>
    private static bool CanBePassedOver(Rule rule) => rule.Else is null;
}
