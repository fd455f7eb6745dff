using System.Text.RegularExpressions;
using Postrun.Redaction.Rules;

namespace Postrun.Redaction.UserRules;

/// <summary>Reads one entry of <c>rules</c>.</summary>
internal static partial class RuleReader
{
    internal const int ShortestLiteral = 3;

    private const int LongestLiteral = 64;

    private const int LongestName = 100;

    /// <summary>A byte has at most so many bits.</summary>
    private const double MostEntropy = 8;

    internal static readonly string[] Keys = ["id", "name", "reference", "severity", "category", "literals", "ignore_case", "pattern", "min_entropy", "samples"];

    internal static readonly string[] SampleKeys = ["match", "no_match"];

    /// <returns>null where something is wrong with it; the errors then say what.</returns>
    internal static Rule? Read(SourceNode node, IReadOnlySet<string> taken, ErrorList errors)
    {
        var before = errors.Count;
        if (!Section.TryOpen(node, "the rule", Keys, errors, out var section))
            return null;
        var id = ReadId(section, taken);
        var name = section.Required("name", "say in a few words what it finds");
        if (name is { Text.Length: > LongestName } || name?.Text.Any(char.IsControl) == true)
            errors.Add(name, $"'name' must be one line of at most {LongestName} characters");
        var reference = ReadReference(section);
        var severity = section.Choice(section.Required("severity", "write low, medium, high or critical"), "severity", RuleWords.Severities);
        var category = section.Choice(section.Optional("category"), "category", RuleWords.Categories) ?? RuleCategory.Generic;
        var leastEntropy = section.Number("min_entropy", 0, MostEntropy) ?? 0;
        var ignoreCase = section.Flag("ignore_case") ?? false;
        var pattern = ReadPattern(section, ignoreCase);
        var literals = ReadLiterals(section, pattern);
        if (errors.Count > before)
        {
            Samples(section, "match");
            return null;
        }
        var rule = new Rule
        {
            Id = id!,
            Name = name!.Text,
            Reference = reference,
            Severity = severity!.Value,
            Category = category,
            Detector = new UserDetector(pattern!, leastEntropy) { Literals = literals, IgnoreCase = ignoreCase },
        };
        CheckSamples(section, rule);
        return errors.Count == before ? rule : null;
    }

    private static string? ReadId(Section section, IReadOnlySet<string> taken)
    {
        if (section.Required("id", "give it a name of its own, such as acme-token") is not { } scalar)
            return null;
        if (!Id.IsMatch(scalar.Text) || RuleWords.Categories.ContainsKey(scalar.Text))
            section.Errors.Add(scalar, $"'id' cannot be {ErrorList.Quote(scalar.Text)}: write small letters, digits and single hyphens, and no name of a category, such as acme-token");
        else if (taken.Contains(scalar.Text))
            section.Errors.Add(scalar, $"there is a rule {ErrorList.Quote(scalar.Text)} already: take another id, and name that one under 'disable' where yours replaces it");
        return scalar.Text;
    }

    private static string ReadReference(Section section)
    {
        if (section.Optional("reference") is not { } scalar)
            return "";
        if (!Uri.TryCreate(scalar.Text, UriKind.Absolute, out var address) || address.Scheme != Uri.UriSchemeHttps)
            section.Errors.Add(scalar, "'reference' must be an https address that describes the form, or be left out");
        return scalar.Text;
    }

    private static UserPattern? ReadPattern(Section section, bool ignoreCase)
    {
        if (section.Required("pattern", "write a regular expression in single quotes") is not { } scalar)
            return null;
        if (!UserPattern.TryRead(scalar.Text, ignoreCase, out var pattern, out var problem))
            section.Errors.Add(scalar, $"'pattern' {problem}");
        return pattern;
    }

    private static string[] ReadLiterals(Section section, UserPattern? pattern)
    {
        var literals = section.Texts("literals");
        foreach (var literal in literals.Where(static literal => literal.Text.Length is < ShortestLiteral or > LongestLiteral || literal.Text.Any(static unit => unit is < ' ' or > '~')))
            section.Errors.Add(literal, $"a literal has {ShortestLiteral} to {LongestLiteral} printable characters of ASCII: it is what is looked for in every byte");
        if (section.Find("literals") is null && pattern is { Literals.Count: 0 })
            section.Report($"it cannot be told what every match of the pattern contains: write literals: [...], of which one stands in every match, with at least {ShortestLiteral} characters each");
        if (section.Find("literals") is SourceSequence { Items.Count: 0 } empty)
            section.Errors.Add(empty, "'literals' is empty: list at least one, or remove the key where the pattern says it");
        return section.Find("literals") is null ? [.. pattern?.Literals ?? []] : [.. literals.Select(static literal => literal.Text).Distinct()];
    }

    private static void CheckSamples(Section section, Rule rule)
    {
        foreach (var sample in Samples(section, "match").Where(sample => !Trial.Finds(rule, sample.Text)))
            section.Errors.Add(sample, $"the rule {ErrorList.Quote(rule.Id)} finds nothing in this sample of 'match': mend the pattern, the literals or the sample");
        foreach (var sample in Samples(section, "no_match").Where(sample => Trial.Finds(rule, sample.Text)))
            section.Errors.Add(sample, $"the rule {ErrorList.Quote(rule.Id)} finds something in this sample of 'no_match': make the pattern stricter, or move the sample");
    }

    private static IReadOnlyList<SourceScalar> Samples(Section section, string key) =>
        section.Find("samples") is { } node && Section.TryOpen(node, "'samples'", SampleKeys, section.Errors, out var samples) ? samples.Texts(key) : [];

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*\\z")]
    private static partial Regex Id { get; }
}
