using System.Text;
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
        var malformed = File.ReadAllBytes(Path.Combine(Folder, name + ".yaml"));
        // The samples are written for /project/run, two deep; this lies deeper.
        File.WriteAllBytes(workspace.Config, name == "root-climbs-above-slash"
            ? Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(malformed).Replace("../", "../../../../", StringComparison.Ordinal))
            : malformed);
        var before = Listing.Of(workspace.Home);
        // The command that only reads goes first: should it accept the file, the other one is never run.
        foreach (var command in new[] { "plan", "cleanup" })
        {
            var environment = new Dictionary<string, string>(workspace.Environment)
            {
                ["HOME"] = "/users/ada",
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
