using System.Text;
using Postrun.Redaction.Rules;
using Postrun.Redaction.Tests.Scanning;
using Postrun.Redaction.UserRules;

namespace Postrun.Redaction.Tests.UserRules;

/// <summary>Files of rules that tests write.</summary>
internal static class Files
{
    internal const string Rule = """
        rules:
          - id: acme-token
            name: ACME deployment token
            severity: critical
            category: service
            pattern: 'acme_[0-9a-z]{8,32}'
        """;

    internal static RuleFilesResult Read(params string[] files) =>
        RuleFiles.Read([.. files.Select(static (text, number) => new RuleFile(number == 0 ? "rules.yaml" : $"rules{number}.yaml", Encoding.UTF8.GetBytes(text)))]);

    internal static RuleSelection Select(params string[] files)
    {
        var result = Read(files);
        result.Errors.ShouldBeEmpty();
        return result.Selection.ShouldNotBeNull();
    }

    /// <summary>The one rule of a file that is not the executable's own.</summary>
    internal static Rule Own(string file)
    {
        var brought = BuiltInRules.All.Select(static rule => rule.Id).ToHashSet();
        return Select(file).Rules.Single(rule => !brought.Contains(rule.Id));
    }

    /// <summary>One rule with this pattern, and what else is given, a line each.</summary>
    internal static string With(string pattern, params string[] lines) => $"""
        rules:
          - id: own
            name: Own rule
            severity: high
            pattern: '{pattern}'
        {string.Join('\n', lines.Select(static line => "    " + line))}
        """;

    /// <summary>What the rules find in a line, each value once.</summary>
    internal static IEnumerable<string> Find(IReadOnlyList<Rule> rules, string line)
    {
        var text = Encoding.UTF8.GetBytes(line);
        return ReferenceScanner.Scan(text, rules).Distinct().Select(hit => Encoding.UTF8.GetString(text, hit.Start, hit.Length)).Distinct();
    }

    internal static IEnumerable<string> Find(Rule rule, string line) => Find([rule], line);

    internal static IReadOnlyList<string> LiteralsOf(string pattern) => Own(With(pattern)).Detector.Literals;
}
