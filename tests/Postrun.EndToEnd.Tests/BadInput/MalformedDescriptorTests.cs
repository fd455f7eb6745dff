using System.Text.RegularExpressions;

namespace Postrun.EndToEnd.Tests;

/// <summary>A descriptor that is wrong gets clear lines, and nothing is touched.</summary>
public sealed partial class MalformedDescriptorTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "malformed");

    public static TheoryData<string> Names() =>
        [.. Directory.EnumerateFiles(Folder, "*.yaml").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Is_refused_with_a_line_an_error(string name)
    {
        using var workspace = new Workspace();
        workspace.Write("tmp/a");
        workspace.Write("runs/a");
        File.Copy(Path.Combine(Folder, name + ".yaml"), workspace.Config);
        var before = Listing.Of(workspace.Home);
        // The command that only reads goes first: should it accept the file, the other one is never run.
        foreach (var command in new[] { "plan", "cleanup" })
        {
            var environment = new Dictionary<string, string>(workspace.Environment)
            {
                ["RUN_ID"] = "run-1",
                ["EMPTY"] = "",
                ["SECRET"] = "hunter2",
                ["INJECTION"] = "passed }\nworkspace: { roots: [/] }",
                ["STAR"] = "**",
            };
            var result = Tool.Run(PostrunBinary.Path, [command], environment, directory: workspace.Home).ShouldExit(2);
            var errors = result.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);
            errors.ShouldAllBe(static line => ErrorLine().IsMatch(line));
            errors.Length.ShouldBe(File.ReadAllLines(Path.Combine(Folder, name + ".txt")).Length);
            result.OutBytes.ShouldBeEmpty();
            result.Error.ShouldNotContain("hunter2");
            Listing.Of(workspace.Home).ShouldBe(before);
        }
    }

    [GeneratedRegex(@"^postrun: postrun\.yaml:\d+:\d+: \S.*$")]
    private static partial Regex ErrorLine();
}
