namespace Postrun.Rego;

/// <summary>The variables of one activation of a rule, and what its bodies collect.</summary>
internal sealed class Frame(RegoEvaluator evaluator, int slots, int sinks)
{
    public RegoEvaluator Evaluator => evaluator;

    public RegoValue?[] Slots { get; } = new RegoValue?[slots];

    /// <summary>One for each closure of the rule, and one for the rule itself.</summary>
    public object?[] Sinks { get; } = new object?[sinks];

    /// <summary>What a complete rule or a function has given so far; what a rule of a set or an object gave last.</summary>
    public RegoValue? Result { get; set; }

    /// <summary>Before every step: what it costs, and whether there is room for what it calls.</summary>
    public void Spend() => evaluator.Budget.SpendDeeper();

    public void Allocate(int references) => evaluator.Budget.Allocate((references * 8L) + 48);
}
