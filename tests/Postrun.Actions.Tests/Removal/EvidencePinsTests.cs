using Postrun.Model;

namespace Postrun.Actions.Tests;

/// <summary>The journal says how much of the evidence was pinned.</summary>
public sealed class EvidencePinsTests
{
    [Fact]
    public void Regular_files_of_the_evidence_are_counted_and_nothing_else()
    {
        using var sample = new Sample();
        foreach (var path in new[] { "e.json", "d/deep/e", "gone/x", "gone/kept" })
            sample.Write(path);
        File.CreateSymbolicLink(sample.At("link"), sample.At("e.json"));
        Protection(sample, ("", ItemType.Directory, false), ("gone", ItemType.Directory, true), ("gone/kept", ItemType.RegularFile, false)).ShouldBe(new(3, 0));
    }

    [Fact]
    public void Without_evidence_there_is_nothing_to_protect()
    {
        using var sample = new Sample();
        sample.Write("x");
        Protection(sample, ("", ItemType.Directory, true)).ShouldBe(new(0, 0));
    }

    [Fact]
    public void What_is_beyond_the_limit_is_counted_as_unpinned()
    {
        using var sample = new Sample();
        for (var i = 0; i < EvidencePins.MaxFiles + 7; i++)
            sample.Write($"d{i % 3}/{i}", "");
        sample.Write("single.json");
        Protection(sample, ("d0", ItemType.Directory, false), ("d1", ItemType.Directory, false), ("d2", ItemType.Directory, false), ("single.json", ItemType.RegularFile, false))
            .ShouldBe(new(EvidencePins.MaxFiles, 8));
    }

    [Fact]
    public void Where_somebody_keeps_the_pins_from_being_made_none_is_said_to_be_pinned()
    {
        using var sample = new Sample();
        sample.Write("e.json");
        var plan = sample.Plan(("", ItemType.Directory, false));
        sample.Write(System.Text.Encoding.ASCII.GetString(PinDirectory.Name(plan)));
        Protection(sample, plan).ShouldBe(new(0, 2));
    }

    [Fact]
    public void A_round_that_is_worked_through_again_counts_the_same()
    {
        using var sample = new Sample();
        foreach (var path in new[] { "a.json", "b.json", "tmp/x" })
            sample.Write(path);
        var plan = sample.Plan(("", ItemType.Directory, false), ("tmp", ItemType.Directory, true));
        var first = Protection(sample, plan);
        var replay = sample.Replay();
        new PlanExecutor(sample.Journal, []).Run(plan, new(replay.Entered, replay.Linked), CancellationToken.None);
        sample.Replay().ToExecution().Rounds[0].Protection.ShouldBe(first);
        first.ShouldBe(new(2, 0));
    }

    private static EvidenceProtection? Protection(Sample sample, params (string Path, ItemType Type, bool Removes)[] steps) => Protection(sample, sample.Plan(steps));

    private static EvidenceProtection? Protection(Sample sample, Plan plan) => sample.Run(plan).ToExecution().Rounds[0].Protection;
}
