namespace Postrun.Rego;

/// <summary>A rule, compiled.</summary>
internal sealed class Rule(RuleNode node, RegoModule module, RuleSyntax syntax, int id)
{
    public RuleNode Node => node;

    public RegoModule Module => module;

    public RuleSyntax Syntax => syntax;

    public SourcePlace Place => syntax.Place;

    /// <summary>Its place among all rules of the policy.</summary>
    public int Id => id;

    public int Slots { get; set; }

    public int Sinks { get; set; }

    /// <summary>Runs the body and hands over what the head gives.</summary>
    public Step Body { get; set; } = StopStep.Instance;

    public Rule? Else { get; set; }

    /// <summary>What must hold of the input or of an argument for the body to have a solution.</summary>
    public List<RuleGuard> Guards { get; } = [];

    public Dependencies Dependencies { get; } = new();
}
