using System.Text.Json.Nodes;

namespace Postrun.EndToEnd.Tests;

/// <summary>The chain of earlier evidence, and what keeps it whole.</summary>
public sealed class HistoryTests
{
    [Fact]
    public void Every_clean_up_is_a_link()
    {
        using var workspace = Cleaned(3);
        var json = JsonNode.Parse(workspace.Postrun("verify", workspace.EvidenceDirectory, "--key", workspace.PublicKey, "--output", "json").ShouldExit(0).Out)!;
        json["earlierCleanups"]!.GetValue<int>().ShouldBe(2);
        json["checked"]!.AsArray().Select(static check => check!.GetValue<string>()).ShouldContain("history");
    }

    [Fact]
    public void What_is_dropped_added_or_altered_in_history_is_found()
    {
        using var workspace = Cleaned(3);
        var folders = Directory.GetDirectories(History(workspace)).Order(StringComparer.Ordinal).ToList();
        Directory.CreateDirectory(Path.Combine(History(workspace), "foreign"));
        Verify(workspace).ShouldExit(4).Error.ShouldContain("history/foreign");
        Directory.Delete(Path.Combine(History(workspace), "foreign"));
        File.AppendAllText(Path.Combine(folders[0], "retention_manifest.json"), " ");
        Verify(workspace).ShouldExit(4).Error.ShouldContain($"history/{Path.GetFileName(folders[0])}/retention_manifest.json");
        Directory.Move(folders[0], Path.Combine(workspace.Home, "dropped"));
        Verify(workspace).ShouldExit(4).Error.ShouldContain("missing or was altered");
        Directory.Move(History(workspace), Path.Combine(workspace.Home, "history"));
        Verify(workspace).ShouldExit(4).Error.ShouldContain("--without-history");
        Verify(workspace, "--without-history").ShouldExit(0).Out.ShouldContain("earlier evidence was not looked at");
    }

    [Fact]
    public void A_link_to_evidence_elsewhere_is_not_followed()
    {
        using var workspace = Cleaned(2);
        var folder = Directory.GetDirectories(History(workspace)).ShouldHaveSingleItem();
        Directory.Move(folder, Path.Combine(workspace.Home, "elsewhere"));
        Directory.CreateSymbolicLink(folder, Path.Combine(workspace.Home, "elsewhere"));
        Verify(workspace).ShouldExit(4).Error.ShouldContain("missing or was altered");
    }

    [Fact]
    public void Older_evidence_in_the_place_of_newer_is_found_by_its_start()
    {
        using var workspace = Cleaned(1);
        Verify(workspace, "--run", "e2e", "--not-before", "2026-01-01").ShouldExit(0);
        Verify(workspace, "--run", "other").ShouldExit(4).Error.ShouldContain("'other'");
        Verify(workspace, "--not-before", "2199-01-01T00:00:00+02:00").ShouldExit(4).Error.ShouldContain("later evidence");
        Verify(workspace, "--not-before", "soon").ShouldExit(2).Error.ShouldContain("--not-before takes");
    }

    /// <summary>Killed at every rename: of the move into history, and of the evidence that is put in place.</summary>
    [Theory]
    [MemberData(nameof(Renames))]
    public void The_chain_survives_a_death_at_any_rename(int count)
    {
        using var workspace = Cleaned(2);
        workspace.Write("tmp/again");
        workspace.Traced(["-e", "trace=renameat", "-e", $"inject=renameat:signal=KILL:when={count}"], "cleanup");
        if (File.Exists(workspace.Journal))
            workspace.Postrun("resume").ShouldExit(0);
        Verify(workspace).ShouldExit(0);
        Directory.GetDirectories(History(workspace)).Length.ShouldBe(2);
    }

    public static TheoryData<int> Renames() => [.. Enumerable.Range(1, 10)];

    /// <summary>Before its first plan nothing has been moved: the next clean-up still finds what to name.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void The_chain_survives_a_death_before_the_plan(int count)
    {
        using var workspace = Cleaned(2);
        workspace.Write("tmp/again");
        workspace.Traced(["-e", "trace=pwritev,pwrite64", "-e", $"inject=pwritev,pwrite64:signal=KILL:when={count}"], "cleanup");
        if (File.Exists(workspace.Journal) && workspace.Postrun("resume").ExitCode == 1)
            workspace.Postrun("cleanup").ShouldExit(0);
        Verify(workspace).ShouldExit(0).Out.ShouldContain("2 earlier clean-ups");
    }

    private static Workspace Cleaned(int times)
    {
        var workspace = new Workspace();
        workspace.Describe("evidence: [\"/reports/**\"]");
        workspace.Write("reports/eval.json");
        for (var time = 0; time < times; time++)
        {
            workspace.Write("tmp/x");
            workspace.Postrun("cleanup").ShouldExit(0);
        }
        return workspace;
    }

    private static string History(Workspace workspace) => Path.Combine(workspace.EvidenceDirectory, "history");

    private static ToolResult Verify(Workspace workspace, params string[] options) =>
        workspace.Postrun(["verify", workspace.EvidenceDirectory, "--key", workspace.PublicKey, .. options]);
}
