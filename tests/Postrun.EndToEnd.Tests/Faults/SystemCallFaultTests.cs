using Postrun.Evidence;
using Postrun.Model;

namespace Postrun.EndToEnd.Tests;

/// <summary>A system call that fails costs what it was about, and is reported; nothing else.</summary>
public sealed class SystemCallFaultTests
{
    private const int Folders = 12;

    [Theory]
    [InlineData("EIO", 1, LeftReason.InputOutputError)]
    [InlineData("EIO", 7, LeftReason.InputOutputError)]
    [InlineData("EPERM", 1, LeftReason.Immutable)]
    [InlineData("EPERM", 5, LeftReason.Immutable)]
    [InlineData("EACCES", 1, LeftReason.PermissionDenied)]
    [InlineData("EACCES", 9, LeftReason.PermissionDenied)]
    [InlineData("EBUSY", 3, LeftReason.MountPoint)]
    public void A_removal_that_fails_leaves_and_says_so(string error, int count, LeftReason reason)
    {
        using var workspace = Tree();
        var before = Listing.Paths(workspace.Root);
        Faulted(workspace, workspace.At("tmp/d3"), "unlinkat", $"error={error}:when={count}").ShouldExit(1);
        ShouldAddUp(workspace, before);
        workspace.Read().Report.Left.ShouldContain(item => item.Reason == reason && item.Path.ToString().StartsWith(workspace.At("tmp/d3"), StringComparison.Ordinal));
        ShouldFinishAfresh(workspace);
    }

    [Theory]
    [InlineData("EIO", 1)]
    [InlineData("EIO", 4)]
    [InlineData("EACCES", 2)]
    public void An_entry_that_cannot_be_looked_at_stays(string error, int count)
    {
        using var workspace = Tree();
        var before = Listing.Paths(workspace.Root);
        Faulted(workspace, workspace.At("tmp/d3"), "statx", $"error={error}:when={count}").ExitCode.ShouldBeOneOf(0, 1);
        ShouldAddUp(workspace, before);
        ShouldFinishAfresh(workspace);
    }

    [Theory]
    [InlineData("1")]
    [InlineData("2")]
    [InlineData("2+")]
    [InlineData("3")]
    public void A_listing_that_breaks_off_hides_nothing(string when)
    {
        using var workspace = Tree();
        var before = Listing.Paths(workspace.Root);
        Faulted(workspace, workspace.At("tmp/d3"), "getdents64", $"error=EIO:when={when}").ExitCode.ShouldBeOneOf(0, 1);
        ShouldAddUp(workspace, before);
        ShouldFinishAfresh(workspace);
    }

    [Fact]
    public void A_listing_of_evidence_that_breaks_off_keeps_the_evidence()
    {
        using var workspace = Tree();
        var before = Listing.Paths(workspace.Root);
        Faulted(workspace, workspace.At("reports"), "getdents64", "error=EIO:when=1+").ExitCode.ShouldBeOneOf(0, 1);
        ShouldAddUp(workspace, before);
    }

    [Fact]
    public void Evidence_that_cannot_be_pinned_is_counted_and_said()
    {
        using var workspace = Tree();
        var kept = Directory.GetFiles(workspace.At("reports")).Length + Directory.GetFiles(workspace.Root, "*.ev", SearchOption.AllDirectories).Length;
        workspace.Traced(["-e", "trace=linkat", "-e", "inject=linkat:error=EPERM"], "cleanup").ShouldExit(0).Out.ShouldContain("evidence files could not be pinned");
        workspace.Read().Report.EvidenceProtection.ShouldBe(new(0, kept));
        workspace.Verify().ShouldExit(0);
    }

    [Theory]
    [InlineData("pwritev", "ENOSPC", 1)]
    [InlineData("pwritev", "ENOSPC", 2)]
    [InlineData("pwritev", "ENOSPC", 3)]
    [InlineData("pwritev", "ENOSPC", 5)]
    [InlineData("pwrite64", "ENOSPC", 1)]
    [InlineData("pwritev", "EIO", 4)]
    [InlineData("fsync", "EIO", 1)]
    [InlineData("fsync", "EIO", 2)]
    [InlineData("fsync", "EIO", 3)]
    [InlineData("fsync", "EIO", 4)]
    [InlineData("fsync", "ENOSPC", 4)]
    public void A_journal_that_cannot_be_written_stops_everything_and_can_be_resumed(string call, string error, int count)
    {
        using var workspace = Tree();
        var before = Listing.Paths(workspace.Root);
        // From that call on: a disk that is full stays full.
        var result = Faulted(workspace, workspace.Journal, call, $"error={error}:when={count}+", trailing: true);
        var gone = before.Except(Listing.Paths(workspace.Root)).ToList();
        if (File.Exists(workspace.Journal))
        {
            result.ShouldExit(3).Error.ShouldContain("resume");
            if (gone.Count > 0)
                gone.ShouldBeSubsetOf(CleanupEvidence.Relative(CleanupEvidence.OfJournal(workspace.Journal), workspace.Root));
            var resumed = workspace.Postrun("resume");
            resumed.ShouldExit(resumed.Error.Contains("nothing was done", StringComparison.Ordinal) ? 1 : 0);
            if (resumed.Error.Contains("nothing was done", StringComparison.Ordinal))
            {
                gone.ShouldBeEmpty();
                workspace.Postrun("cleanup").ShouldExit(0);
            }
        }
        else
            result.ShouldExit(0);
        ShouldAddUp(workspace, before);
        Listing.Paths(workspace.Root).ShouldBe(Kept(workspace));
        workspace.Read().Report.Status.ShouldBe(ReportStatus.Complete);
    }

    [Theory]
    [InlineData("renameat", "EIO")]
    [InlineData("renameat", "ENOSPC")]
    [InlineData("fsync", "EIO")]
    public void Evidence_that_cannot_be_written_can_be_resumed(string call, string error)
    {
        using var workspace = Tree();
        var before = Listing.Paths(workspace.Root);
        var result = Faulted(workspace, workspace.EvidenceDirectory, call, $"error={error}:when=1+");
        if (result.ExitCode != 0)
        {
            result.ShouldExit(3);
            workspace.Postrun(File.Exists(workspace.Journal) ? "resume" : "cleanup").ShouldExit(0);
        }
        if (!File.Exists(Path.Combine(workspace.EvidenceDirectory, EvidenceFiles.Report)))
            workspace.Postrun("cleanup").ShouldExit(0);
        ShouldAddUp(workspace, before);
    }

    /// <summary>One call fails, and only on what lies at a path: strace follows the file descriptors.</summary>
    private static ToolResult Faulted(Workspace workspace, string path, string call, string injection, bool trailing = false)
    {
        Tool.RequireRoot();
        if (trailing)
            Directory.CreateDirectory(workspace.EvidenceDirectory);
        return workspace.Traced(["-P", path, "-e", $"trace={call}", "-e", $"inject={call}:{injection}"], "cleanup");
    }

    private static Workspace Tree()
    {
        var workspace = new Workspace();
        for (var d = 0; d < Folders; d++)
            for (var f = 0; f < 25; f++)
                workspace.Write($"tmp/d{d}/f{f}", 200);
        workspace.Write("tmp/d3/kept.ev");
        workspace.Write("tmp/d5/deep/er/kept.ev");
        Native.HardLink(workspace.At("tmp/d4/f1"), workspace.At("tmp/d3/linked"));
        for (var i = 0; i < 5; i++)
            workspace.Write($"reports/eval-{i}.json");
        workspace.Describe("evidence: [\"*.ev\", \"/reports/**\"]");
        return workspace;
    }

    private static SortedSet<string> Kept(Workspace workspace) => new(
        ["reports", .. Enumerable.Range(0, 5).Select(static i => $"reports/eval-{i}.json"), "tmp", "tmp/d3", "tmp/d3/kept.ev", "tmp/d5", "tmp/d5/deep", "tmp/d5/deep/er", "tmp/d5/deep/er/kept.ev"],
        StringComparer.Ordinal);

    private static void ShouldAddUp(Workspace workspace, SortedSet<string> before)
    {
        Kept(workspace).ShouldBeSubsetOf(Listing.Paths(workspace.Root), "evidence is gone");
        File.ReadAllBytes(workspace.At("tmp/d3/kept.ev")).ShouldBe(Workspace.Content("tmp/d3/kept.ev", 100));
        var evidence = workspace.Read();
        evidence.ShouldAccountFor(before, workspace.Root);
        (evidence.Report.ExitCode == 0).ShouldBe(evidence.Report.Left.IsEmpty && evidence.Report.Interruption is null);
        workspace.Verify().ShouldExit(0);
    }

    private static void ShouldFinishAfresh(Workspace workspace)
    {
        workspace.Postrun("cleanup").ShouldExit(0);
        Listing.Paths(workspace.Root).ShouldBe(Kept(workspace));
    }
}
