namespace Postrun.EndToEnd.Tests;

/// <summary>Two clean-ups of one workspace never interleave.</summary>
public sealed class ConcurrencyTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_second_refuses_and_touches_nothing(bool otherEvidenceDirectory)
    {
        using var workspace = new Workspace();
        for (var i = 0; i < 600; i++)
            workspace.Write($"tmp/d{i % 20}/f{i}", 10);
        workspace.Write("reports/eval.json");
        workspace.Describe("evidence: [\"/reports/**\"]");
        var second = workspace.Config;
        if (otherEvidenceDirectory)
        {
            second = Path.Combine(workspace.Home, "second.yaml");
            File.WriteAllText(second, File.ReadAllText(workspace.Config).Replace($"\"{workspace.EvidenceDirectory}\"", $"\"{Path.Combine(workspace.Home, "elsewhere")}\"", StringComparison.Ordinal));
        }
        var before = Listing.Paths(workspace.Root);
        workspace.Postrun("plan").ShouldExit(0);
        using var first = workspace.StartTraced(["--seccomp-bpf", "-e", "trace=unlinkat", "-e", "inject=unlinkat:delay_enter=8000"], "cleanup");
        Tool.Await(() => Directory.Exists(workspace.At("tmp")) && Directory.GetDirectories(workspace.At("tmp")).Any(static d => Directory.GetFiles(d).Length < 30), "the first removal");
        var result = workspace.Postrun("cleanup", "--config", second);
        first.Process.HasExited.ShouldBeFalse("the first had ended: it was no race");
        result.ShouldExit(2).Error.ShouldContain("another clean-up is at work");
        first.Wait().ShouldExit(0);
        Listing.Paths(workspace.Root).ShouldBe(["reports", "reports/eval.json"]);
        workspace.Read().ShouldAccountFor(before, workspace.Root);
        workspace.Verify().ShouldExit(0);
    }

    [Theory]
    [InlineData("", "tmp")]
    [InlineData("tmp", "")]
    public void A_root_in_the_root_of_the_other_is_refused(string firstRoot, string secondRoot)
    {
        using var workspace = new Workspace();
        for (var i = 0; i < 600; i++)
            workspace.Write($"tmp/d{i % 20}/f{i}", 10);
        workspace.Describe("evidence: [\"/reports/**\"]");
        var second = Path.Combine(workspace.Home, "second.yaml");
        var text = File.ReadAllText(workspace.Config).Replace($"\"{workspace.EvidenceDirectory}\"", $"\"{Path.Combine(workspace.Home, "elsewhere")}\"", StringComparison.Ordinal);
        File.WriteAllText(second, text.Replace($"[\"{workspace.Root}\"]", $"[\"{Path.Combine(workspace.Root, secondRoot)}\"]", StringComparison.Ordinal));
        File.WriteAllText(workspace.Config, File.ReadAllText(workspace.Config).Replace($"[\"{workspace.Root}\"]", $"[\"{Path.Combine(workspace.Root, firstRoot)}\"]", StringComparison.Ordinal));
        workspace.Postrun("plan").ShouldExit(0);
        using var first = workspace.StartTraced(["--seccomp-bpf", "-e", "trace=unlinkat", "-e", "inject=unlinkat:delay_enter=8000"], "cleanup");
        Tool.Await(() => Directory.Exists(workspace.At("tmp")) && Directory.GetDirectories(workspace.At("tmp")).Any(static d => Directory.GetFiles(d).Length < 30), "the first removal");
        var result = workspace.Postrun("cleanup", "--config", second);
        first.Process.HasExited.ShouldBeFalse("the first had ended: it was no race");
        result.ShouldExit(2).Error.ShouldContain("another clean-up is at work on " + workspace.Root);
        first.Wait().ShouldExit(0);
    }
}
