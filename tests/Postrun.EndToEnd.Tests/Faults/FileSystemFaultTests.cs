using Postrun.Evidence;
using Postrun.Model;

namespace Postrun.EndToEnd.Tests;

/// <summary>File systems that are full, read-only or protect their files.</summary>
public sealed class FileSystemFaultTests
{
    [Fact]
    public void A_full_evidence_directory_stops_the_clean_up_and_resume_completes_it()
    {
        using var small = Mount.Tmpfs("64k");
        using var workspace = new Workspace { EvidenceDirectory = Path.Combine(small.Point, "postrun") };
        for (var i = 0; i < 4000; i++)
            workspace.Write($"tmp/d{i % 40}/{new string('n', 80)}-{i}", 10);
        workspace.Write("reports/eval.json");
        workspace.Describe("evidence: [\"/reports/**\"]");
        var before = Listing.Paths(workspace.Root);

        workspace.Postrun("cleanup").ShouldExit(3).Error.ShouldContain("resume");
        var gone = before.Except(Listing.Paths(workspace.Root)).ToList();
        gone.Count.ShouldBeLessThan(before.Count - 10, "the evidence directory was not too small");
        gone.ShouldBeSubsetOf(CleanupEvidence.Relative(CleanupEvidence.OfJournal(workspace.Journal), workspace.Root));
        File.Exists(workspace.At("reports/eval.json")).ShouldBeTrue();

        // Nothing has changed: a resume fails in the same way, and harms nothing.
        workspace.Postrun("resume").ShouldExit(3);
        File.Exists(workspace.At("reports/eval.json")).ShouldBeTrue();
        File.Exists(workspace.Journal).ShouldBeTrue();

        small.Remount("size=64m");
        workspace.Postrun("resume").ShouldExit(0);
        Listing.Paths(workspace.Root).ShouldBe(["reports", "reports/eval.json"]);
        workspace.Read().ShouldAccountFor(before, workspace.Root);
        workspace.Read().Report.Status.ShouldBe(ReportStatus.Complete);
        File.Exists(workspace.Journal).ShouldBeFalse();
        workspace.Verify().ShouldExit(0);
    }

    [Fact]
    public void A_read_only_workspace_is_left_and_reported()
    {
        using var source = new Workspace();
        source.Write("tmp/a");
        source.Write("tmp/deep/b");
        source.Write("reports/eval.json");
        using var mount = Mount.ReadOnly(source.Root);
        using var workspace = new Workspace(mount.Point);
        workspace.Describe("evidence: [\"/reports/**\"]");
        var before = Listing.Paths(workspace.Root);
        workspace.Postrun("cleanup").ShouldExit(1);
        Listing.Paths(workspace.Root).ShouldBe(before);
        var evidence = workspace.Read();
        evidence.ShouldAccountFor(before, workspace.Root);
        evidence.Removed.ShouldBeEmpty();
        evidence.Report.Left.ShouldNotBeEmpty();
        evidence.Report.Left.ShouldAllBe(item => item.Reason == LeftReason.ReadOnlyFileSystem);
        workspace.Verify().ShouldExit(0);
    }

    [Fact]
    public void An_immutable_file_is_left_and_reported()
    {
        Tool.Require("chattr", "e2fsprogs");
        using var disk = Mount.Ext4(32);
        using var workspace = new Workspace(Path.Combine(disk.Point, "work"));
        workspace.Write("tmp/a");
        workspace.Write("tmp/deep/immutable");
        workspace.Write("reports/eval.json");
        workspace.Describe("evidence: [\"/reports/**\"]");
        Tool.Must("chattr", "+i", workspace.At("tmp/deep/immutable"));
        var before = Listing.Paths(workspace.Root);
        try
        {
            workspace.Postrun("cleanup").ShouldExit(1);
            var evidence = workspace.Read();
            evidence.ShouldAccountFor(before, workspace.Root);
            evidence.Report.Left.ShouldContain(item => item.Path == UnixPath.Of(workspace.At("tmp/deep/immutable")) && item.Reason == LeftReason.Immutable);
            Listing.Paths(workspace.Root).ShouldBe(["reports", "reports/eval.json", "tmp", "tmp/deep", "tmp/deep/immutable"]);
            workspace.Verify().ShouldExit(0);
        }
        finally
        {
            Tool.Must("chattr", "-i", workspace.At("tmp/deep/immutable"));
        }
        workspace.Postrun("cleanup").ShouldExit(0);
        Listing.Paths(workspace.Root).ShouldBe(["reports", "reports/eval.json"]);
    }

    [Fact]
    public void A_read_only_evidence_directory_means_that_nothing_is_removed()
    {
        using var mount = Mount.ReadOnly(Directory.CreateTempSubdirectory("postrun-ro-").FullName);
        using var workspace = new Workspace { EvidenceDirectory = mount.Point };
        workspace.Write("tmp/a");
        workspace.Describe("evidence: [\"/reports/**\"]");
        var before = Listing.Of(workspace.Root);
        var result = workspace.Postrun("cleanup");
        result.ExitCode.ShouldBeOneOf(2, 3);
        result.Error.ShouldStartWith("postrun: ");
        Listing.Of(workspace.Root).ShouldBe(before);
    }

    [Fact]
    public void A_mount_point_in_the_workspace_is_not_entered()
    {
        using var mount = Mount.Tmpfs("1m");
        using var workspace = new Workspace();
        workspace.Write("tmp/a");
        Directory.CreateDirectory(workspace.At("tmp/mounted"));
        File.WriteAllText(Path.Combine(mount.Point, "other"), "somebody else's");
        workspace.Describe("evidence: [\"/reports/**\"]");
        Tool.Must("mount", "--bind", mount.Point, workspace.At("tmp/mounted"));
        try
        {
            workspace.Postrun("cleanup").ShouldExit(1);
            File.Exists(Path.Combine(mount.Point, "other")).ShouldBeTrue();
            workspace.Read().Report.Left.ShouldContain(static item => item.Reason == LeftReason.MountPoint);
        }
        finally
        {
            Tool.Must("umount", workspace.At("tmp/mounted"));
        }
    }
}
