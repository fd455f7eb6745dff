namespace Postrun.Linux.Tests;

public sealed class ReadLeaseTests
{
    [Fact]
    public void A_file_that_somebody_has_open_for_writing_gives_none()
    {
        using var scratch = new Scratch();
        using (File.Open(scratch.At("f"), FileMode.Create, FileAccess.Write, FileShare.ReadWrite))
            Take(scratch, out _).ShouldBe(Errno.EAGAIN);
        Take(scratch, out var lease).ShouldBe(Errno.None);
        lease!.Dispose();
    }

    [Fact]
    public async Task Whoever_reads_does_not_break_it_and_whoever_wants_to_write_does()
    {
        using var scratch = new Scratch();
        File.WriteAllText(scratch.At("f"), "text");
        Take(scratch, out var lease).ShouldBe(Errno.None);
        File.ReadAllText(scratch.At("f")).ShouldBe("text");
        lease!.Holds.ShouldBeTrue();
        var writer = Task.Run(() => File.AppendAllText(scratch.At("f"), " and more"));
        SpinWait.SpinUntil(() => !lease.Holds, TimeSpan.FromSeconds(20)).ShouldBeTrue();
        writer.IsCompleted.ShouldBeFalse();
        lease.Dispose();
        await writer.WaitAsync(TimeSpan.FromSeconds(20));
        File.ReadAllText(scratch.At("f")).ShouldBe("text and more");
    }

    private static Errno Take(Scratch scratch, out ReadLease? lease)
    {
        scratch.Handle.OpenFile("f"u8, out var file).ShouldBe(Errno.None);
        return ReadLease.TryTake(file!, out lease);
    }
}
