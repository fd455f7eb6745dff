using CsCheck;

namespace Postrun.Model.Tests;

public sealed class JournalReplayTests
{
    private static readonly (JournalFrameKind Kind, byte[] Payload)[] Frames = [.. SampleJournal.Frames];

    [Fact]
    public void Says_what_the_frames_say()
    {
        var replay = Read(SampleJournal.Of(Frames));
        replay.Plans.Count.ShouldBe(1);
        replay.LastRoundIsClosed.ShouldBeTrue();
        replay.HasChanges.ShouldBeTrue();
        replay.Pins.ShouldHaveSingleItem().Path.ShouldBe(UnixPath.Of("e.json"));
        replay.Entered.ShouldBe([(0, UnixPath.Of("d"), 5ul)]);
        replay.Linked[(0, 9)].ShouldBe(2u);
        var execution = replay.ToExecution();
        execution.Left.ShouldHaveSingleItem().Path.ShouldBe(UnixPath.Of("/w/d/x"));
        execution.Rounds[0].Statuses.ShouldBe([StepStatus.Partial]);
        execution.Rounds[0].Protection.ShouldBe(new(1, 2));
    }

    [Fact]
    public void Of_a_round_that_is_worked_through_again_the_last_count_of_pins_holds()
    {
        var again = (JournalFrameKind.Protection, new EvidenceProtection(3, 0).ToBytes());
        Read(SampleJournal.Of([.. Frames[..5], Frames[0], again, .. Frames[5..]])).ToExecution().Rounds[0].Protection.ShouldBe(new(3, 0));
        var rounds = Read(SampleJournal.Of([.. Frames[..8], Frames[1], again, Frames[7]])).ToExecution().Rounds;
        rounds.Select(static round => round.Protection).ShouldBe([new(1, 2), new(3, 0)]);
    }

    [Fact]
    public void A_journal_without_a_count_of_pins_is_read() =>
        Read(SampleJournal.Of([.. Frames[..3], .. Frames[4..]])).ToExecution().Rounds[0].Protection.ShouldBeNull();

    [Fact]
    public void That_evidence_was_moved_stays_true_whatever_came_after()
    {
        var missing = (JournalFrameKind.Left, new LeftFrame(0, UnixPath.Empty, UnixPath.Of("e.json"), 0, LeftReason.EvidenceMissing, "moved").ToBytes());
        Read(SampleJournal.Of([.. Frames[..7], missing])).HasChanges.ShouldBeFalse("a further plan would not know what was put back");
        Read(SampleJournal.Of([.. Frames[..7], missing, Frames[0], Frames[7]])).ToExecution().Left.ShouldContain(left => left.Reason == LeftReason.EvidenceMissing);
        Read(SampleJournal.Of([.. Frames[..7], missing, Frames[7], Frames[1], Frames[7], Frames[8]])).ToExecution().Left.ShouldHaveSingleItem().Reason.ShouldBe(LeftReason.EvidenceMissing);
    }

    [Fact]
    public void Pins_are_those_of_the_last_round() =>
        Read(SampleJournal.Of([.. Frames[..4], Frames[7], Frames[1]])).Pins.ShouldBeEmpty();

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    public void A_frame_before_any_plan_makes_no_sense(int frame) =>
        Should.Throw<InvalidDataException>(() => Read(SampleJournal.Of([Frames[0], Frames[frame]])));

    [Fact]
    public void Random_bytes_are_malformed_at_worst() => Gen.Byte.Array[0, 200].Sample(static bytes => IsHandled([.. JournalFormat.Magic, .. bytes]) && IsHandled(bytes));

    [Fact]
    public void Random_payloads_with_right_hashes_are_malformed_at_worst() =>
        Gen.Select(Gen.Byte[0, 12], Gen.Byte.Array[0, 60]).Array[1, 6].Sample(static frames =>
            IsHandled(SampleJournal.Of([.. Frames[..2], .. frames.Select(static frame => ((JournalFrameKind)frame.Item1, frame.Item2))])));

    [Fact]
    public void Mutated_frames_in_any_order_are_malformed_at_worst() =>
        Gen.Select(Gen.Int[0, Frames.Length - 1], Gen.Int[0, 10_000], Gen.Byte, Gen.Int[0, 3]).Array[1, 12].Sample(static changes =>
            IsHandled(SampleJournal.Of(changes.Select(static change =>
            {
                var (kind, payload) = Frames[change.Item1];
                payload = payload.ToArray();
                if (change.Item4 == 0 && payload.Length > 0)
                    payload[change.Item2 % payload.Length] = change.Item3;
                return (kind, change.Item4 == 1 ? payload[..(change.Item2 % (payload.Length + 1))] : payload);
            }))), iter: 20_000);

    [Fact]
    public void Any_changed_byte_of_the_plan_is_malformed_at_worst()
    {
        var plan = Frames[1].Payload;
        for (var at = 0; at < plan.Length; at++)
            foreach (var value in "0\"{}[],:-9n\\ \0\u00ff"u8)
            {
                var changed = plan.ToArray();
                changed[at] = value;
                IsHandled(SampleJournal.Of([Frames[0], (JournalFrameKind.Plan, changed), .. Frames[2..]])).ShouldBeTrue();
            }
    }

    [Theory]
    [InlineData("\"steps\":", "null")]
    [InlineData("\"roots\":", "null")]
    [InlineData("\"left\":", "null")]
    [InlineData("\"decisions\":", "[null]")]
    [InlineData("\"steps\":", "[null]")]
    [InlineData("\"roots\":", "[null]")]
    public void A_plan_with_holes_is_malformed(string member, string value)
    {
        var text = System.Text.Encoding.UTF8.GetString(Frames[1].Payload);
        var start = text.IndexOf(member, StringComparison.Ordinal) + member.Length;
        var end = start;
        for (var depth = 0; end == start || depth > 0; end++)
            depth += text[end] is '[' ? 1 : text[end] is ']' ? -1 : 0;
        var changed = text[..start] + value + text[end..];
        Should.Throw<InvalidDataException>(() => Read(SampleJournal.Of([Frames[0], (JournalFrameKind.Plan, System.Text.Encoding.UTF8.GetBytes(changed)), .. Frames[2..]])).ToExecution());
    }

    private static JournalReplay Read(byte[] bytes) => JournalReplay.Read(new MemoryStream(bytes));

    private static bool IsHandled(byte[] bytes)
    {
        try
        {
            var replay = Read(bytes);
            if (replay.Plans.Count > 0)
                replay.ToExecution();
        }
        catch (InvalidDataException)
        {
        }
        return true;
    }
}
