using Postrun.Redaction.Rules;

namespace Postrun.Redaction.Scanning;

/// <summary>The rules of a scan, made ready. Immutable: many scans share one.</summary>
public sealed class RuleSet
{
    private RuleSet(IReadOnlyList<Rule> rules) => Rules = rules;

    public IReadOnlyList<Rule> Rules { get; }

    /// <summary>Rules with unique ids.</summary>
    /// <exception cref="ArgumentException">Two rules have one id.</exception>
    public static RuleSet Of(IReadOnlyList<Rule> rules) => new(rules);
}
