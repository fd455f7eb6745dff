using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Postrun.EndToEnd.Tests;

/// <summary>What <c>docs/policy.md</c> shows is what the executable prints.</summary>
public sealed partial class PolicyPageTests
{
    public static TheoryData<string, string> Examples()
    {
        var examples = new TheoryData<string, string>();
        foreach (Match block in Console().Matches(File.ReadAllText(Path.Combine(Root(), "docs/policy.md"))))
            foreach (var example in block.Groups[1].Value.Split("$ postrun ", StringSplitOptions.RemoveEmptyEntries))
                examples.Add(example[..example.IndexOf('\n', StringComparison.Ordinal)], example[(example.IndexOf('\n', StringComparison.Ordinal) + 1)..]);
        return examples;
    }

    [Fact]
    public void There_are_examples() => Examples().Count.ShouldBeGreaterThanOrEqualTo(8);

    [Theory]
    [MemberData(nameof(Examples))]
    public void An_example_prints_what_the_page_shows(string command, string output) =>
        Tool.Run(PostrunBinary.Path, Word().Matches(command).Select(static word => word.Value.Trim('\'')), directory: Root()).ShouldExit(0).Out.ShouldBe(output);

    internal static string Root([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../.."));

    [GeneratedRegex("^```console\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Console();

    [GeneratedRegex(@"'[^']*'|\S+")]
    private static partial Regex Word();
}
