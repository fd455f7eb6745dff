using Postrun.Linux;
using Postrun.Model;

namespace Postrun.Actions.Tests;

public sealed class RemovalTests
{
    [Fact]
    public void Condemned_things_go_and_evidence_around_and_beneath_stays()
    {
        using var sample = new Sample();
        foreach (var path in new[] { "e.json", "d/x", "d/keep/e", "d/deep/x" })
            sample.Write(path);
        var replay = sample.Run(sample.Plan(("", ItemType.Directory, false), ("d", ItemType.Directory, true), ("d/keep", ItemType.Directory, false)));
        sample.Entries().ShouldBe(["d", "d/keep", "d/keep/e", "e.json"]);
        replay.ToExecution().Left.ShouldBeEmpty();
    }

    [Fact]
    public void Evidence_that_was_moved_onto_a_mixed_directory_stays()
    {
        using var sample = new Sample();
        sample.Write("K/x", "residue");
        sample.Write("K/e", "evidence");
        sample.Write("E/x", "evidence too");
        var plan = sample.Plan(("", ItemType.Directory, false), ("K/x", ItemType.RegularFile, true));
        Directory.Move(sample.At("E"), sample.At("swap"));
        Directory.Move(sample.At("K"), sample.At("E"));
        Directory.Move(sample.At("swap"), sample.At("K"));
        var replay = sample.Run(plan);
        File.ReadAllText(sample.At("K/x")).ShouldBe("evidence too");
        replay.HasChanges.ShouldBeTrue();
    }

    [Fact]
    public void What_was_changed_appeared_or_was_linked_since_the_plan_stays_and_is_reported()
    {
        using var sample = new Sample();
        foreach (var path in new[] { "changed", "linked", "same", "d/x" })
            sample.Write(path);
        var plan = sample.Plan(("", ItemType.Directory, true));
        sample.Write("changed", "y");
        sample.Write("new");
        sample.Root.Link("linked"u8, sample.Root, "further"u8).ShouldBe(Errno.None);
        sample.Run(plan).ToExecution().Left.Select(left => left.Path.Name.ToArray()).Select(System.Text.Encoding.UTF8.GetString)
            .ShouldBe(["changed", "further", "linked", "new"], ignoreOrder: true);
        sample.Entries().ShouldBe(["changed", "further", "linked", "new"]);
    }

    [Fact]
    public void Whoever_watches_sees_as_many_entries_done_as_were_expected()
    {
        using var sample = new Sample();
        foreach (var path in new[] { "e.json", "d/x", "d/y", "d/deep/x" })
            sample.Write(path);
        var plan = sample.Plan(("", ItemType.Directory, false), ("d", ItemType.Directory, true));
        plan = plan with { Steps = [plan.Steps[0] with { Files = 1, Directories = 1 }, plan.Steps[1] with { Files = 3, Directories = 2 }] };
        var progress = new WorkProgress();
        new PlanExecutor(sample.Journal, [], progress).Run(plan, RoundHistory.None, CancellationToken.None);
        (progress.Done, progress.Expected).ShouldBe((5, 5));
    }

    [Fact]
    public void Both_names_of_one_condemned_file_go()
    {
        using var sample = new Sample();
        sample.Write("a/x");
        Directory.CreateDirectory(sample.At("b"));
        DirectoryHandle.OpenAbsolute(System.Text.Encoding.UTF8.GetBytes(sample.At("a")), out var a);
        using (a)
            a!.Link("x"u8, sample.Root, "y"u8);
        sample.Run(sample.Plan(("", ItemType.Directory, true))).ToExecution().Left.ShouldBeEmpty();
        sample.Entries().ShouldBeEmpty();
    }

    [Fact]
    public void What_was_put_back_beside_its_place_is_evidence_whatever_the_plan_says()
    {
        using var sample = new Sample();
        sample.Write("d/e.json.postrun-restored-0");
        sample.Run(sample.Plan(("", ItemType.Directory, true))).ToExecution().Left.ShouldContain(left => left.Reason == LeftReason.EvidenceMissing);
        sample.Entries().ShouldBe(["d", "d/e.json.postrun-restored-0"]);
    }

    [Fact]
    public void Nothing_goes_after_the_cut()
    {
        using var sample = new Sample();
        sample.Write("d/x");
        var plan = sample.Plan(("", ItemType.Directory, true));
        sample.Journal.Append(JournalFrameKind.Plan, CanonicalJson.Serialize(plan, ModelJson.Default.Plan));
        new PlanExecutor(sample.Journal, []).Run(plan, RoundHistory.None, new(canceled: true));
        sample.Entries().ShouldBe(["d", "d/x"]);
        sample.Replay().LastRoundIsClosed.ShouldBeFalse();
    }

    [Fact]
    public void A_home_is_no_root_whatever_the_plan_says()
    {
        using var sample = new Sample();
        sample.Write("x");
        var plan = sample.Plan(("", ItemType.Directory, true));
        sample.Journal.Append(JournalFrameKind.Plan, CanonicalJson.Serialize(plan, ModelJson.Default.Plan));
        new PlanExecutor(sample.Journal, [plan.Roots[0].Path]).Run(plan, RoundHistory.None, CancellationToken.None);
        sample.Entries().ShouldBe(["x"]);
    }
}
