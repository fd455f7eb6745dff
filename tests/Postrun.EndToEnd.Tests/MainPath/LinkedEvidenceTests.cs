namespace Postrun.EndToEnd.Tests;

/// <summary>Evidence that is a symbolic link keeps what it leads to, on whatever way.</summary>
public sealed class LinkedEvidenceTests
{
    [Fact]
    public void Also_through_a_bind_mount_of_the_workspace()
    {
        Tool.RequireRoot();
        using var workspace = new Workspace();
        workspace.Write("data/model.bin");
        workspace.Write("data/other.bin");
        workspace.Write("reports/eval.json");
        var alias = Path.Combine(workspace.Home, "alias");
        Directory.CreateDirectory(alias);
        Tool.Must("mount", "--bind", workspace.Root, alias);
        try
        {
            File.CreateSymbolicLink(workspace.At("reports/model"), Path.Combine(alias, "data/model.bin"));
            workspace.Describe("evidence: [\"/reports/**\"]");
            workspace.Postrun("cleanup").ShouldExit(0);
            File.Exists(workspace.At("data/model.bin")).ShouldBeTrue();
            File.Exists(workspace.At("data/other.bin")).ShouldBeFalse();
        }
        finally
        {
            Tool.Must("umount", alias);
        }
    }

    [Fact]
    public void Also_on_a_mount_that_is_named_in_the_descriptor()
    {
        Tool.RequireRoot();
        using var workspace = new Workspace();
        workspace.Write("data/here.bin");
        workspace.Write("reports/eval.json");
        Directory.CreateDirectory(workspace.At("data/mounted"));
        Tool.Must("mount", "-t", "tmpfs", "tmpfs", workspace.At("data/mounted"));
        try
        {
            workspace.Write("data/mounted/there.bin");
            File.CreateSymbolicLink(workspace.At("reports/data"), "../data");
            workspace.Describe($"evidence: [\"/reports/**\"]\nmounts: [\"{workspace.At("data/mounted")}\"]");
            workspace.Postrun("cleanup").ShouldExit(0);
            File.Exists(workspace.At("data/here.bin")).ShouldBeTrue();
            File.Exists(workspace.At("data/mounted/there.bin")).ShouldBeTrue();
        }
        finally
        {
            Tool.Must("umount", workspace.At("data/mounted"));
        }
    }

    /// <summary>A text that takes long to follow must not outlast the deadline.</summary>
    [Fact]
    public void Links_made_to_be_long_are_followed_within_bounds()
    {
        using var workspace = new Workspace();
        Directory.CreateDirectory(workspace.At("d"));
        for (var i = 0; i < 38; i++)
            File.CreateSymbolicLink(workspace.At($"h{i}"), string.Concat(Enumerable.Repeat("d/../", 800)) + $"h{i + 1}");
        Directory.CreateDirectory(workspace.At("reports"));
        for (var i = 0; i < 1000; i++)
            File.CreateSymbolicLink(workspace.At($"reports/{i}"), "../h0");
        workspace.Describe("evidence: [\"/reports/**\"]");
        var clock = System.Diagnostics.Stopwatch.StartNew();
        workspace.Postrun("cleanup", "--deadline", "20s").ExitCode.ShouldBe(1);
        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(20));
        workspace.Read().Report.Left.Count(static item => item.Path.ToString().Contains("/reports/", StringComparison.Ordinal)).ShouldBe(1000);
    }
}
