using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using Postrun.Redaction.Detection;
using Postrun.Redaction.Literals;
using Postrun.Redaction.Rules;

namespace Postrun.Redaction.Scanning;

/// <summary>The rules of a scan, made ready. Immutable: many scans share one.</summary>
public sealed class RuleSet
{
    private readonly int[][] _byShape = new int[Enum.GetValues<Shape>().Length][];

    private readonly FrozenSet<string> _ids;

    private RuleSet(IReadOnlyList<Rule> rules)
    {
        Rules = rules;
        KeyBlockRule = rules.ToList().IndexOf(KeyBlock.Rule);
        _ids = rules.Select(static rule => rule.Id).ToFrozenSet(StringComparer.Ordinal);
        var everywhere = new Dictionary<Literal, Trigger>();
        var inRuns = new Dictionary<Literal, Trigger>();
        var names = new Dictionary<Literal, Trigger>();
        var indexes = Enumerable.Range(0, rules.Count);
        foreach (var asked in indexes.SelectMany(index => LiteralsOf(rules[index].Detector).Select(literal => (literal, index)))
            .GroupBy(pair => (pair.literal, Place: rules[pair.index].Detector.PlaceOf(pair.literal.Text)), static pair => pair.index))
        {
            var list = asked.Key.Place switch
            {
                LiteralPlace.Names => names,
                LiteralPlace.Runs => inRuns,
                _ => everywhere,
            };
            list[asked.Key.literal] = new(TriggerKind.Rules, [.. asked]);
        }
        if (KeyBlockRule >= 0)
            everywhere[new(KeyBlock.Opening, IgnoreCase: false)] = new(TriggerKind.KeyBlock, []);
        foreach (var escape in Escapes.Literals)
            everywhere.TryAdd(new(escape, IgnoreCase: true), new(TriggerKind.Escape, []));
        (Everywhere, InRuns, Names) = (new(everywhere), new(inRuns), new(names));
        foreach (var shape in Enum.GetValues<Shape>())
            _byShape[(int)shape] = [.. indexes.Where(index => shape != Shape.None && rules[index].Detector.Shape == shape)];
    }

    public IReadOnlyList<Rule> Rules { get; }

    /// <summary>Tells sets of rules apart: the first 16 hexadecimal digits of the SHA-256 of what each rule is.</summary>
    public string Version => field ??= VersionOf(Rules);

    /// <summary>What is looked for at every byte.</summary>
    internal TriggerSearch Everywhere { get; }

    /// <summary>What is looked for in a <see cref="ValueRun"/>.</summary>
    internal TriggerSearch InRuns { get; }

    /// <summary>What is looked for in the name that is before a <see cref="ValueRun"/>.</summary>
    internal TriggerSearch Names { get; }

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

    /// <summary>Whether a rule has this id.</summary>
    internal bool HasId(ReadOnlySpan<byte> id) => _ids.Contains(Encoding.ASCII.GetString(id));

    internal ReadOnlySpan<int> Of(Shape shape) => _byShape[(int)shape];

    /// <summary>Which of two hits gives a finding its name: the one that knows more; then the surer, the longer, the earlier in the list.</summary>
    internal bool IsBetter(RawHit left, RawHit right) =>
        (Specificity(Rules[left.Rule]), left.Confidence, left.Length, -left.Rule).CompareTo((Specificity(Rules[right.Rule]), right.Confidence, right.Length, -right.Rule)) > 0;

    /// <summary>
    /// An issuer says more than a place in a URL or a header, and that more than what might also be a person's, or any name: of these
    /// two the one that does more harm, so that a telephone number at most does not take the place of a password.
    /// </summary>
    internal static int Specificity(Rule rule) => rule.Category switch
    {
        RuleCategory.Generic => 2 * (int)rule.Severity,
        RuleCategory.Connection => Broad,
        _ => rule.Kind == RuleKind.PersonalData ? (2 * (int)rule.Severity) + 1 : Broad + 1,
    };

    private const int Broad = 2 * ((int)Severity.Critical + 1);

    private static IEnumerable<Literal> LiteralsOf(Detector detector) => detector.Literals.Select(text => new Literal(text, detector.IgnoreCase)).Distinct();

    private static string VersionOf(IReadOnlyList<Rule> rules)
    {
        var text = string.Join('\n', rules.Select(static rule => $"{rule.Id} {rule.Severity} {rule.Category} {rule.Detector.Describe()}"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];
    }
}
