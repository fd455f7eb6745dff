using System.Collections.Concurrent;
using System.Collections.Frozen;
using Postrun.Redaction.Rules;
using Postrun.Redaction.Scanning;
using Postrun.Redaction.Forms;

namespace Postrun.Redaction.UserRules;

/// <summary>Which rules are asked, where, and in which form their findings are redacted.</summary>
/// <remarks>Immutable but for what it remembers: many threads may use one.</remarks>
public sealed class RuleSelection
{
    private readonly IReadOnlyList<Allowance> _allowances;
    private readonly FrozenDictionary<string, RedactionForm> _forms;
    private readonly Fingerprinter? _fingerprint;
    private readonly ConcurrentDictionary<string, RuleSet> _sets = new(StringComparer.Ordinal);

    internal RuleSelection(IEnumerable<Rule> rules, IReadOnlyList<Allowance> allowances, FrozenDictionary<string, RedactionForm> forms, Fingerprinter? fingerprint = null) =>
        (Rules, _allowances, _forms, _fingerprint) = ([.. rules], allowances, forms, fingerprint);

    /// <summary>The rules that the executable brings, everywhere.</summary>
    public static RuleSelection BuiltIn { get; } = new(BuiltInRules.All, [], FrozenDictionary<string, RedactionForm>.Empty);

    /// <summary>All that are not disabled.</summary>
    public IReadOnlyList<Rule> Rules { get; }

    /// <summary>Whether something is allowed by its fingerprint, which means nothing without the key that it was made with.</summary>
    public bool NamesFingerprints => _allowances.Any(static allowance => allowance.Fingerprints.Count > 0);

    /// <summary>The same under the key that fingerprints are made with. Without one, nothing is allowed by its fingerprint.</summary>
    public RuleSelection With(ReadOnlyMemory<byte> key) => new(Rules, _allowances, _forms, value => Fingerprint.Of(value, key.Span));

    /// <summary>
    /// Whether a finding is allowed by its fingerprint alone: one that several rules gave, or that was decoded, is longer than what
    /// each of them saw.
    /// </summary>
    public bool Allows(string path, Finding finding) => _allowances.Any(allowance =>
        allowance.Fingerprints.Contains(finding.Fingerprint) && allowance.IsFor(finding.Rule) && allowance.IsFor(path));

    /// <summary>The form that a file gives to a rule or its category; null where none does.</summary>
    public RedactionForm? FormOf(Rule rule) => _forms.TryGetValue(rule.Id, out var form) ? form : null;

    /// <summary>The rules for the file that has this path, without what is allowed in it.</summary>
    public RuleSet For(string path)
    {
        var here = Enumerable.Range(0, _allowances.Count).Where(number => _allowances[number].IsFor(path)).ToArray();
        // Most files have the same allowances, and a set takes some time to make.
        return _sets.GetOrAdd(string.Join(',', here), _ => RuleSet.Of(Allow([.. here.Select(number => _allowances[number])])));
    }

    internal IReadOnlyList<Rule> Allow(IReadOnlyList<Allowance> allowances) => [.. Rules
        .Select(rule => (rule, allowances: allowances.Where(allowance => allowance.IsFor(rule)).ToArray()))
        .Where(static pair => !pair.allowances.Any(static allowance => allowance.IsForAnyValue))
        // What is spread over lines has no value that a condition could be held against.
        .Select(pair => pair.allowances.Length == 0 || pair.rule == KeyBlock.Rule ? pair.rule : pair.rule with { Detector = new AllowingDetector(pair.rule.Detector, pair.allowances, _fingerprint) })];
}
