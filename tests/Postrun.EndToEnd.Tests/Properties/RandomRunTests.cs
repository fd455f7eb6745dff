using Postrun.Evidence;

namespace Postrun.EndToEnd.Tests;

/// <summary>What holds for every tree and every descriptor.</summary>
public sealed class RandomRunTests
{
    private const int SeedsEach = 24;

    public static TheoryData<int> Seeds() => [.. Enumerable.Range(1, SeedsEach)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Holds_on_the_temporary_directory(int seed)
    {
        using var workspace = new Workspace();
        Check(seed, workspace, workspace.Home, free: null);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Holds_on_ext4_and_frees_what_it_says(int seed)
    {
        using var disk = Mount.Ext4(48);
        OnMount(1000 + seed, disk);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Holds_on_tmpfs_and_frees_what_it_says(int seed)
    {
        using var memory = Mount.Tmpfs("48m");
        OnMount(2000 + seed, memory);
    }

    private static void OnMount(int seed, Mount mount)
    {
        using var workspace = new Workspace(Path.Combine(mount.Point, "work"));
        var outside = Path.Combine(mount.Point, "outside");
        Directory.CreateDirectory(outside);
        Check(seed, workspace, outside, mount.Free);
    }

    private static void Check(int seed, Workspace workspace, string outside, Func<long>? free)
    {
        var why = $"seed {seed}";
        var run = new RandomRun(seed, workspace, outside);
        var before = Listing.Paths(workspace.Root);
        var contents = run.Contents();
        var freeBefore = free?.Invoke() ?? 0;

        var result = workspace.Postrun("cleanup");
        result.ExitCode.ShouldBeOneOf([0, 1], $"{why}: {result.Error}");

        var freed = (free?.Invoke() ?? 0) - freeBefore;
        var evidence = workspace.Read();
        run.Contents().ShouldBe(contents, ignoreOrder: true, $"{why}: evidence is gone or changed");
        evidence.ShouldAccountFor(before, workspace.Root);
        var after = Listing.Paths(workspace.Root);
        evidence.RemovedBeneath(workspace.Root).ShouldBe(before.Except(after), $"{why}: the list is not what disappeared");
        evidence.Report.Removed.Records.ShouldBe(evidence.RemovedLines.Count, why);
        evidence.Report.Totals.BytesFreed.ShouldBe(evidence.Removed.Sum(static record => record.Freed), why);
        if (free is not null)
            freed.ShouldBe(evidence.Report.Totals.BytesFreed, $"{why}: bytes freed");
        (result.ExitCode == 0).ShouldBe(evidence.Report.Left.IsEmpty, why);
        workspace.Verify().ExitCode.ShouldBe(0, why);

        // A second look finds nothing more to do.
        workspace.Postrun("cleanup").ExitCode.ShouldBe(result.ExitCode, why);
        Listing.Paths(workspace.Root).ShouldBe(after, why);
        workspace.Read().Report.Status.ShouldBe(ReportStatus.Complete, why);
    }
}
