using System.Diagnostics;

namespace Postrun.Actions.Tests;

public sealed class ValueReaderTests : IDisposable
{
    private readonly string directory = Directory.CreateTempSubdirectory("postrun-values-").FullName;

    public void Dispose() => Directory.Delete(directory, recursive: true);

    [Theory]
    [InlineData("tok", "tok")]
    [InlineData("tok\n", "tok")]
    [InlineData("tok\n\n", "tok\n")]
    [InlineData(" tok\r\n", " tok\r")]
    [InlineData("tökén", "tökén")]
    public void The_last_line_feed_of_a_file_is_no_part_of_the_value(string content, string expected)
    {
        File.WriteAllText(At("token"), content);
        Read("token").ShouldBe(expected);
    }

    [Fact]
    public void A_secret_as_kubernetes_mounts_it_is_read()
    {
        Directory.CreateDirectory(At("mount/..2026_01_02"));
        File.WriteAllText(At("mount/..2026_01_02/token"), "tok");
        Directory.CreateSymbolicLink(At("mount/..data"), "..2026_01_02");
        File.CreateSymbolicLink(At("mount/token"), "..data/token");
        Directory.CreateSymbolicLink(At("var"), At("mount"));
        Read("mount/token").ShouldBe("tok");
        Read("var/token").ShouldBe("tok");
    }

    [Fact]
    public void A_link_out_of_the_directory_is_not_followed()
    {
        Directory.CreateDirectory(At("a"));
        Directory.CreateDirectory(At("ab"));
        File.WriteAllText(At("ab/token"), "tok");
        File.CreateSymbolicLink(At("a/absolute"), At("ab/token"));
        File.CreateSymbolicLink(At("a/relative"), "../ab/token");
        Problem("a/absolute").ShouldContain("leads out");
        Problem("a/relative").ShouldContain("leads out");
    }

    [Fact]
    public void What_is_no_file_is_not_read()
    {
        Directory.CreateDirectory(At("d"));
        using (var made = Process.Start("mkfifo", [At("fifo")]))
            made.WaitForExit();
        Problem("d").ShouldContain("no regular file");
        Problem("fifo").ShouldContain("no regular file");
        Problem("gone").ShouldContain("does not exist");
        Problem("d/").ShouldNotBeEmpty();
        Problem("..").ShouldNotBeEmpty();
        Problem(new string('x', 5000)).ShouldNotBeEmpty();
        new ValueReader().TryRead(new(IsFile: true, "/dev/zero"), out _, out var problem).ShouldBeFalse();
        problem.ShouldContain("no regular file");
    }

    [Theory]
    [InlineData(64 << 10, true)]
    [InlineData((64 << 10) + 1, false)]
    public void A_value_has_a_longest_length(int length, bool isRead)
    {
        var value = new string('x', length);
        File.WriteAllText(At("token"), value);
        new ValueReader().TryRead(new(IsFile: true, At("token")), out var read, out var problem).ShouldBe(isRead);
        read.ShouldBe(isRead ? value : "");
        problem.ShouldBe(isRead ? "" : "is larger than 64 KiB");
        new ValueReader(_ => value).TryRead(new(IsFile: false, "T"), out _, out _).ShouldBe(isRead);
    }

    [Fact]
    public void What_holds_no_value_says_so_and_shows_nothing()
    {
        File.WriteAllText(At("empty"), "\n");
        File.WriteAllBytes(At("bytes"), [.. "planted"u8, 0xff]);
        Problem("empty").ShouldBe("is empty");
        Problem("bytes").ShouldBe("is not UTF-8");
        new ValueReader(static _ => "").TryRead(new(IsFile: false, "T"), out _, out var problem).ShouldBeFalse();
        problem.ShouldBe("is empty");
        new ValueReader(static _ => null).TryRead(new(IsFile: false, "T"), out _, out problem).ShouldBeFalse();
        problem.ShouldBe("is not set in the environment");
    }

    private string At(string name) => Path.Join(directory, name);

    private string Read(string name)
    {
        new ValueReader().TryRead(new(IsFile: true, At(name)), out var value, out var problem).ShouldBeTrue(problem);
        return value;
    }

    private string Problem(string name)
    {
        new ValueReader().TryRead(new(IsFile: true, At(name)), out var value, out var problem).ShouldBeFalse();
        value.ShouldBeEmpty();
        return problem;
    }
}
