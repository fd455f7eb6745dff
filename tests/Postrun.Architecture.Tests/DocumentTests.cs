using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Postrun.Redaction.Rules;
using Postrun.Redaction.UserRules;

namespace Postrun.Architecture.Tests;

/// <summary>What the documents say is what the code says.</summary>
public sealed partial class DocumentTests
{
    public static TheoryData<string> Pages() => [.. Repository.Files("*.md")];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Relative_links_lead_somewhere(string page)
    {
        var text = CodeBlock().Replace(Repository.Read(page), "");
        foreach (Match link in Link().Matches(text))
        {
            var target = link.Groups[1].Value;
            if (target.Contains("://", StringComparison.Ordinal) || target.StartsWith("mailto:", StringComparison.Ordinal))
                continue;
            var parts = target.Split('#');
            var path = parts[0].Length == 0 ? page : Path.Combine(Path.GetDirectoryName(page)!, parts[0]);
            var full = Path.GetFullPath(Path.Combine(Repository.Root, path));
            (File.Exists(full) || Directory.Exists(full)).ShouldBeTrue($"{page}: {target} leads nowhere");
            if (parts.Length > 1 && full.EndsWith(".md", StringComparison.Ordinal))
                Anchors(File.ReadAllText(full)).ShouldContain(parts[1], $"{page}: {target} has no such heading");
        }
    }

    [Fact]
    public void The_page_of_exit_codes_agrees_with_the_code()
    {
        var codes = Assembly.Load("postrun").GetType("Postrun.Cli.ExitCode", throwOnError: true)!
            .GetFields(BindingFlags.Public | BindingFlags.Static).Select(static field => (Code: (int)field.GetRawConstantValue()!, field.Name)).OrderBy(static code => code.Code).ToList();
        codes.ShouldNotBeEmpty();
        Rows("docs/exit-codes.md").Where(static row => int.TryParse(row[0], out _)).Select(static row => (int.Parse(row[0], CultureInfo.InvariantCulture), row[1].Trim('`'))).ShouldBe(codes);
        foreach (var readme in new[] { "README.md", "README.pt-BR.md" })
            Rows(readme).Where(static row => int.TryParse(row[0], out _)).Select(static row => int.Parse(row[0], CultureInfo.InvariantCulture))
                .ShouldBe(codes.Select(static code => code.Code), readme);
    }

    [Fact]
    public void The_page_of_dependencies_names_every_package()
    {
        var central = Repository.Project("Directory.Packages.props").Included("PackageVersion").Order(StringComparer.Ordinal).ToList();
        var used = Repository.Files("*.csproj").Concat(Repository.Files("Directory.Build.props")).SelectMany(static path => Repository.Project(path).Included("PackageReference"));
        used.Except(central).ShouldBeEmpty();
        Rows("docs/dependencies.md").Select(static row => row[0]).Where(static cell => cell.StartsWith('[')).Select(static cell => cell[1..cell.IndexOf(']', StringComparison.Ordinal)])
            .Order(StringComparer.Ordinal).ShouldBe(central);
    }

    [Fact]
    public void The_page_of_redaction_counts_the_rules_of_each_category()
    {
        var rules = BuiltInRules.All.CountBy(static rule => RuleWords.Of(rule.Category)).Select(static pair => (pair.Key, pair.Value));
        Rows("docs/redaction.md").Where(static row => row.Length > 1 && int.TryParse(row[1], out _)).Select(static row => (row[0].Trim('`'), int.Parse(row[1], CultureInfo.InvariantCulture)))
            .ShouldBe(rules, ignoreOrder: true);
        Repository.Read("docs/redaction.md").ShouldContain($"{BuiltInRules.All.Count} rules");
    }

    [Fact]
    public void The_page_of_commands_names_what_the_manual_page_names()
    {
        var page = Sections(Repository.Read("docs/commands.md"));
        var manual = Manual();
        manual.Count.ShouldBeGreaterThan(5);
        page.Keys.Where(static name => name.StartsWith("postrun ", StringComparison.Ordinal)).Select(NameOf).ShouldBe(manual.Keys);
        foreach (var (command, names) in manual)
        {
            var section = page.Single(part => part.Key.StartsWith("postrun ", StringComparison.Ordinal) && NameOf(part.Key) == command).Value;
            Code().Matches(section).Select(static code => code.Groups[1].Value.Split(' ')[0]).Where(static word => word.Length > 1 && word[0] == '-').Distinct()
                .Order(StringComparer.Ordinal).ShouldBe(names.Order(StringComparer.Ordinal), command);
        }
    }

    [Fact]
    public void What_the_read_me_marks_is_what_continuous_integration_runs()
    {
        var scripts = Repository.Read(".ci/run") + Repository.Read("eng/test.sh");
        foreach (var readme in new[] { "README.md", "README.pt-BR.md" })
        {
            var marked = Marked().Matches(Repository.Read(readme)).SelectMany(static block => block.Groups[1].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries)).ToList();
            marked.Count.ShouldBeGreaterThanOrEqualTo(2, readme);
            foreach (var line in marked)
            {
                scripts.ShouldContain(line.TrimStart('.', '/'), customMessage: readme);
                File.Exists(Path.Combine(Repository.Root, line.Split(' ')[0])).ShouldBeTrue(line);
            }
        }
    }

    [Fact]
    public void Both_read_mes_have_one_structure()
    {
        var (english, portuguese) = (Repository.Read("README.md"), Repository.Read("README.pt-BR.md"));
        Levels(portuguese).ShouldBe(Levels(english));
        CodeBlock().Matches(portuguese).Select(static block => block.Value).ShouldBe(CodeBlock().Matches(english).Select(static block => block.Value));
        Targets(portuguese).ShouldBe(Targets(english));

        static IEnumerable<int> Levels(string text) => Heading().Matches(CodeBlock().Replace(text, "")).Select(static heading => heading.Groups[1].Length);

        // Each leads to the other; all else leads to the same place.
        static IEnumerable<string> Targets(string text) => Link().Matches(text).Select(static link => link.Groups[1].Value).Where(static target => !target.StartsWith("README", StringComparison.Ordinal));
    }

    /// <summary>Commands and their options, from the declarations that the executable itself prints.</summary>
    private static Dictionary<string, List<string>> Manual()
    {
        var output = Console.Out;
        using var page = new StringWriter();
        try
        {
            Console.SetOut(page);
            Assembly.Load("postrun").EntryPoint!.Invoke(null, [new[] { "man" }]).ShouldBe(0);
        }
        finally
        {
            Console.SetOut(output);
        }
        var commands = new Dictionary<string, List<string>>();
        foreach (var line in page.ToString().Replace("\\-", "-", StringComparison.Ordinal).Split('\n'))
            if (line.StartsWith(".SS ", StringComparison.Ordinal))
                commands.Add(NameOf(line), []);
            else if (line.StartsWith("\\fB-", StringComparison.Ordinal))
                commands.Last().Value.AddRange(Bold().Matches(line).Select(static name => name.Groups[1].Value));
        return commands;
    }

    /// <summary>The words behind the first one, up to the arguments.</summary>
    private static string NameOf(string heading) => string.Join(' ', heading.Split(' ').Skip(1).TakeWhile(static word => char.IsAsciiLetterLower(word[0])));

    private static Dictionary<string, string> Sections(string page) => page.Split("\n## ").Skip(1)
        .ToDictionary(static section => section.Split('\n')[0].Trim().Trim('`'), static section => section[section.IndexOf('\n', StringComparison.Ordinal)..]);

    /// <summary>The cells of every table row but the heads.</summary>
    private static IEnumerable<string[]> Rows(string page)
    {
        var lines = Repository.Read(page).Split('\n');
        for (var i = 0; i < lines.Length; i++)
            if (lines[i].StartsWith('|') && !lines[i].StartsWith("| ---", StringComparison.Ordinal) && !(i + 1 < lines.Length && lines[i + 1].StartsWith("| ---", StringComparison.Ordinal)))
                yield return [.. lines[i].Trim().Trim('|').Split('|').Select(static cell => cell.Trim())];
    }

    private static IEnumerable<string> Anchors(string text) => Heading().Matches(CodeBlock().Replace(text, ""))
        .Select(static heading => NotInAnchor().Replace(heading.Groups[2].Value.ToLower(CultureInfo.InvariantCulture), "").Replace(' ', '-'));

    [GeneratedRegex(@"(?<!!)\[[^\]\n]*\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"^```.*?^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex CodeBlock();

    [GeneratedRegex(@"^(#+) (.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\p{L}\p{N}_ -]")]
    private static partial Regex NotInAnchor();

    [GeneratedRegex(@"<!-- run by \.ci/run -->\s*```sh\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Marked();

    [GeneratedRegex("`([^`\n]+)`")]
    private static partial Regex Code();

    [GeneratedRegex(@"\\fB(-[^\\]*)\\fR")]
    private static partial Regex Bold();
}
