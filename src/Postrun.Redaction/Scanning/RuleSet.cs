using System.Security.Cryptography;
using System.Text;
using Postrun.Redaction.Detection;
using Postrun.Redaction.Forms;
using Postrun.Redaction.Literals;
using Postrun.Redaction.Rules;

namespace Postrun.Redaction.Scanning;

/// <summary>The rules of a scan, made ready. Immutable: many scans share one.</summary>
public sealed class RuleSet
{
    private readonly int[][] _byShape = new int[Enum.GetValues<Shape>().Length][];

    private RuleSet(IReadOnlyList<Rule> rules)
    {
        Rules = rules;
        KeyBlockRule = rules.ToList().IndexOf(KeyBlock.Rule);
        var triggers = new Dictionary<Literal, Trigger>();
        var indexes = Enumerable.Range(0, rules.Count);
        foreach (var group in indexes.SelectMany(index => LiteralsOf(rules[index].Detector).Select(literal => (literal, index))).GroupBy(static pair => pair.literal, static pair => pair.index))
            triggers[group.Key] = new(TriggerKind.Rules, [.. group.Distinct()]);
        triggers[new(Labels.Redacted, IgnoreCase: false)] = new(TriggerKind.Label, []);
        triggers[new(Labels.Sealed, IgnoreCase: false)] = new(TriggerKind.Label, []);
        if (KeyBlockRule >= 0)
            triggers[new(KeyBlock.Opening, IgnoreCase: false)] = new(TriggerKind.KeyBlock, []);
        foreach (var escape in Escapes.Literals)
            triggers.TryAdd(new(escape, IgnoreCase: true), new(TriggerKind.Escape, []));
        Triggers = [.. triggers.Values];
        Search = new([.. triggers.Keys]);
        foreach (var shape in Enum.GetValues<Shape>())
            _byShape[(int)shape] = [.. indexes.Where(index => shape != Shape.None && rules[index].Detector.Shape == shape)];
    }

    public IReadOnlyList<Rule> Rules { get; }

    /// <summary>Tells sets of rules apart: the first 16 hexadecimal digits of the SHA-256 of what each rule is.</summary>
    public string Version => field ??= VersionOf(Rules);

    internal LiteralSearch Search { get; }

    /// <summary>By the index of the literal that was found.</summary>
    internal IReadOnlyList<Trigger> Triggers { get; }

    /// <summary>The number of the rule of private keys over several lines; negative where the set has none.</summary>
    internal int KeyBlockRule { get; }

    /// <summary>Rules with unique ids.</summary>
    /// <exception cref="ArgumentException">Two rules have one id.</exception>
    public static RuleSet Of(IReadOnlyList<Rule> rules)
    {
        if (rules.GroupBy(static rule => rule.Id).FirstOrDefault(static group => group.Count() > 1) is { } twice)
            throw new ArgumentException($"Two rules have the id {twice.Key}.", nameof(rules));
        return new([.. rules]);
    }

    internal ReadOnlySpan<int> Of(Shape shape) => _byShape[(int)shape];

    private static IEnumerable<Literal> LiteralsOf(Detector detector) => detector.Literals.Select(text => new Literal(text, detector.IgnoreCase)).Distinct();

    private static string VersionOf(IReadOnlyList<Rule> rules)
    {
        var text = string.Join('\n', rules.Select(static rule => $"{rule.Id} {rule.Severity} {rule.Category} {rule.Detector.Describe()}"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];
    }
}
