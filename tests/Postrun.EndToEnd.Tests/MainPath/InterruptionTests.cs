using Postrun.Evidence;
using Postrun.Model;

namespace Postrun.EndToEnd.Tests;

/// <summary>A deadline or a signal cuts the tail: what was done is signed, what was not can be resumed.</summary>
public sealed class InterruptionTests
{
    private const int Sigterm = 15;

    /// <summary>Each removal takes at least this long; 1,500 files are then far beyond any deadline here.</summary>
    private static readonly string[] Slow = ["--seccomp-bpf", "-e", "trace=unlinkat", "-e", "inject=unlinkat:delay_enter=6000"];

    [Fact]
    public void A_deadline_cuts_and_resume_finishes()
    {
        using var workspace = Large();
        var before = Listing.Paths(workspace.Root);
        workspace.Traced(Slow, "cleanup", "--deadline", "600ms").ShouldExit(3);
        ShouldBeCut(workspace, before, LeftReason.Deadline);
        ShouldFinish(workspace, before);
    }

    [Fact]
    public void Sigterm_cuts_and_resume_finishes()
    {
        using var workspace = Large();
        var before = Listing.Paths(workspace.Root);
        using (var running = workspace.StartTraced(Slow, "cleanup"))
        {
            Tool.Await(() => Count(workspace) is < 1400 and > 0 || running.Process.HasExited, "the first removals");
            Native.Signal(running.Process.Id, Sigterm);
            running.Wait().ShouldExit(3);
        }
        ShouldBeCut(workspace, before, LeftReason.Interrupted);
        ShouldFinish(workspace, before);
    }

    [Fact]
    public void A_resume_can_be_cut_as_well()
    {
        using var workspace = Large();
        var before = Listing.Paths(workspace.Root);
        workspace.Traced(Slow, "cleanup", "--deadline", "600ms").ShouldExit(3);
        workspace.Traced(Slow, "resume", "--deadline", "600ms").ShouldExit(3);
        ShouldBeCut(workspace, before, LeftReason.Deadline);
        ShouldFinish(workspace, before);
    }

    [Fact]
    public void A_fresh_clean_up_is_refused_until_the_cut_one_is_resumed()
    {
        using var workspace = Large();
        workspace.Traced(Slow, "cleanup", "--deadline", "600ms").ShouldExit(3);
        var there = Listing.Of(workspace.Root);
        workspace.Postrun("cleanup").ShouldExit(3).Error.ShouldContain("resume");
        Listing.Of(workspace.Root).ShouldBe(there);
    }

    private static Workspace Large()
    {
        var workspace = new Workspace();
        for (var i = 0; i < 3000; i++)
            workspace.Write($"tmp/d{i % 30}/f{i}", 10);
        workspace.Write("reports/eval.json");
        workspace.Describe("evidence: [\"/reports/**\"]");
        return workspace;
    }

    private static int Count(Workspace workspace) =>
        Directory.Exists(workspace.At("tmp")) ? Directory.EnumerateFiles(workspace.At("tmp"), "*", new EnumerationOptions { RecurseSubdirectories = true }).Count() : 0;

    private static void ShouldBeCut(Workspace workspace, SortedSet<string> before, LeftReason reason)
    {
        var evidence = workspace.Read();
        evidence.Report.Interruption.ShouldBe(reason);
        evidence.Report.Status.ShouldBe(ReportStatus.Incomplete);
        evidence.Report.ExitCode.ShouldBe(3);
        evidence.ShouldAccountFor(before, workspace.Root);
        Count(workspace).ShouldBeGreaterThan(0, "nothing was cut: the tree was not slow enough");
        File.Exists(workspace.At("reports/eval.json")).ShouldBeTrue();
        workspace.Verify().ShouldExit(0);
    }

    private static void ShouldFinish(Workspace workspace, SortedSet<string> before)
    {
        workspace.Postrun("resume", "--output", "json").ShouldExit(0);
        Listing.Paths(workspace.Root).ShouldBe(["reports", "reports/eval.json"]);
        workspace.Read().ShouldAccountFor(before, workspace.Root);
        workspace.Read().Report.Status.ShouldBe(ReportStatus.Complete);
        File.Exists(workspace.Journal).ShouldBeFalse();
        workspace.Verify().ShouldExit(0);
    }
}
