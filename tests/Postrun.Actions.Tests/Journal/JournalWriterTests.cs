using Postrun.Model;

namespace Postrun.Actions.Tests;

public sealed class JournalWriterTests
{
    [Fact]
    public void Frames_are_durable_in_order_when_their_turn_is_said()
    {
        using var sample = new Sample();
        var said = new List<int>();
        for (var i = 0; i < 1_000; i++)
        {
            var number = i;
            sample.Journal.Append(JournalFrame.Of(JournalFrameKind.Left, BitConverter.GetBytes(number)), durable =>
            {
                durable.ShouldBeTrue();
                said.Add(number);
            });
        }
        sample.Journal.Flush();
        said.ShouldBe(Enumerable.Range(0, 1_000));
        using var stream = new FileStream(sample.JournalFile, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var reader = new JournalReader(stream);
        reader.Next().ShouldBeTrue();
        for (var i = 0; i < 1_000; i++)
        {
            reader.Next().ShouldBeTrue();
            BitConverter.ToInt32(reader.Payload).ShouldBe(i);
        }
        reader.Next().ShouldBeFalse();
    }

    [Fact]
    public void After_a_failure_nothing_is_said_to_be_durable()
    {
        var path = Path.GetTempFileName();
        File.WriteAllText(path, "0123456789");
        try
        {
            var file = File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite);
            using var journal = new JournalWriter(file, 4);
            new FileInfo(path).Length.ShouldBe(4, "a torn tail is cut off");
            file.Dispose();
            var said = new List<bool>();
            journal.Append(JournalFrame.Of(JournalFrameKind.Left, [1]), said.Add);
            Should.Throw<IOException>(journal.Flush);
            journal.Failure.ShouldNotBeNull();
            journal.Append(JournalFrame.Of(JournalFrameKind.Left, [2]), said.Add);
            Should.Throw<IOException>(journal.Flush);
            said.ShouldBe([false, false]);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void What_may_be_gathered_becomes_durable_when_nothing_else_is_to_be_done_and_a_flush_never_waits()
    {
        using var sample = new Sample();
        var journal = sample.Journal;
        var busy = true;
        using var gathering = journal.GatherWhile(() => Volatile.Read(ref busy));
        using var durable = new ManualResetEventSlim();
        journal.Append(JournalFrame.Of(JournalFrameKind.Left, [1]), _ => durable.Set());
        durable.Wait(50, TestContext.Current.CancellationToken).ShouldBeFalse();
        Volatile.Write(ref busy, false);
        durable.Wait(5_000, TestContext.Current.CancellationToken).ShouldBeTrue();

        Volatile.Write(ref busy, true);
        journal.Append(JournalFrame.Of(JournalFrameKind.Left, [2]));
        journal.Flush();
    }
}
