namespace Postrun.Linux.Tests;

public sealed class FileClockTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("/dev/shm")]
    public void What_changes_after_a_tick_is_told_from_what_changed_before(string? within)
    {
        using var scratch = new Scratch(within);
        for (var i = 0; i < 300; i++)
        {
            File.WriteAllText(scratch.At("before"), $"{i}");
            // Asked for, a time stamp of a recent kernel is fine-grained from then on.
            scratch.Handle.Stat("before"u8, out _);
            File.WriteAllText(scratch.At("before"), $"again {i}");
            var tick = FileClock.NextTick();
            File.WriteAllText(scratch.At("after"), $"{i}");
            scratch.Handle.Stat("before"u8, out var before).ShouldBe(Errno.None);
            scratch.Handle.Stat("after"u8, out var after).ShouldBe(Errno.None);
            before.ChangedAt.ShouldBeLessThan(tick);
            after.ChangedAt.ShouldBeGreaterThanOrEqualTo(tick);
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("/dev/shm")]
    public void A_renamed_file_and_a_renamed_directory_have_changed(string? within)
    {
        using var scratch = new Scratch(within);
        File.WriteAllText(scratch.At("file"), "");
        Directory.CreateDirectory(scratch.At("directory"));
        var tick = FileClock.NextTick();
        File.Move(scratch.At("file"), scratch.At("file2"));
        Directory.Move(scratch.At("directory"), scratch.At("directory2"));
        foreach (var name in new[] { "file2", "directory2" })
        {
            scratch.Handle.Stat(System.Text.Encoding.ASCII.GetBytes(name), out var stat).ShouldBe(Errno.None);
            stat.ChangedAt.ShouldBeGreaterThanOrEqualTo(tick, name);
        }
    }
}
