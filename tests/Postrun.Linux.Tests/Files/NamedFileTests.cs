using System.Diagnostics;
using System.Text;

namespace Postrun.Linux.Tests;

public sealed class NamedFileTests : IDisposable
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(200), Long = TimeSpan.FromSeconds(30);

    private readonly Scratch scratch = new();

    [Fact]
    public void A_regular_file_is_read_whole_up_to_the_limit_and_not_beyond()
    {
        var content = new byte[300_000];
        new Random(1).NextBytes(content);
        File.WriteAllBytes(scratch.At("f"), content);
        Read("f", content.Length).ShouldBe(content);
        Should.Throw<IOException>(() => Read("f", 256 * 1024)).Message.ShouldStartWith("is larger than 256 KiB");
    }

    [Fact]
    public void A_symbolic_link_is_followed()
    {
        File.WriteAllText(scratch.At("f"), "x");
        File.CreateSymbolicLink(scratch.At("link"), scratch.At("f"));
        Read("link").ShouldBe("x"u8.ToArray());
    }

    [Fact]
    public void A_file_of_proc_that_has_no_size_is_read() => Read("/proc/self/status").Length.ShouldBeGreaterThan(100);

    [Fact]
    public void A_fifo_that_nobody_writes_to_is_given_up()
    {
        Scratch.Run("mkfifo", scratch.At("fifo"));
        var clock = Stopwatch.StartNew();
        Should.Throw<IOException>(() => Read("fifo", patience: Short)).Message.ShouldContain("does anybody write to it?");
        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public void A_fifo_whose_writer_comes_late_and_pauses_is_read_to_its_end()
    {
        Scratch.Run("mkfifo", scratch.At("fifo"));
        using var writer = Process.Start("/bin/sh", ["-c", $"sleep 0.3; exec >'{scratch.At("fifo")}'; printf a; sleep 0.3; printf b"]);
        Read("fifo", patience: Long).ShouldBe("ab"u8.ToArray());
        writer.WaitForExit();
    }

    [Fact]
    public void A_device_without_end_is_cut_at_the_limit() =>
        Should.Throw<IOException>(() => Read("/dev/zero", 1 << 20)).Message.ShouldStartWith("is larger than 1 MiB");

    [Fact]
    public void An_empty_device_is_empty() => Read("/dev/null").ShouldBeEmpty();

    [Theory]
    [InlineData(".", "is a directory; name a file")]
    [InlineData("nothing", "does not exist")]
    [InlineData("file/beneath", "lies beneath something that is no directory")]
    [InlineData("loop", "is a symbolic link that leads nowhere")]
    public void What_cannot_be_read_is_said_in_a_clause(string name, string message)
    {
        File.WriteAllText(scratch.At("file"), "");
        File.CreateSymbolicLink(scratch.At("loop"), scratch.At("loop"));
        Should.Throw<IOException>(() => Read(name)).Message.ShouldBe(message);
    }

    [Fact]
    public void A_path_that_is_too_long_is_refused() =>
        Should.Throw<IOException>(() => Read(new string('x', 5000))).Message.ShouldBe("its path is longer than a path can be");

    [Fact]
    public void An_inherited_descriptor_is_read_and_stays_open()
    {
        File.WriteAllText(scratch.At("f"), "x");
        using var file = File.OpenHandle(scratch.At("f"));
        NamedFile.ReadAll((int)file.DangerousGetHandle(), 10, Short).ShouldBe("x"u8.ToArray());
        RandomAccess.GetLength(file).ShouldBe(1);
        Should.Throw<IOException>(() => NamedFile.ReadAll(1_000_000, 10, Short)).Message.ShouldBe("is not open");
    }

    private byte[] Read(string name, long limit = 1 << 20, TimeSpan? patience = null) =>
        NamedFile.ReadAll(Encoding.UTF8.GetBytes(name.StartsWith('/') ? name : scratch.At(name)), limit, patience ?? Long);

    public void Dispose() => scratch.Dispose();
}
