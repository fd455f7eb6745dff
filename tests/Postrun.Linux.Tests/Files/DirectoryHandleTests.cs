using System.Text;

namespace Postrun.Linux.Tests;

public sealed class DirectoryHandleTests : IDisposable
{
    private readonly Scratch scratch = new();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Opens_beneath_by_several_components(bool openAt2)
    {
        Kernel.PretendOpenAt2(openAt2);
        Directory.CreateDirectory(scratch.At("a/b/c"));
        scratch.Handle.OpenBeneath("a/b/c"u8, acrossMounts: false, out var c).ShouldBe(Errno.None);
        using (c)
            c!.Stat("."u8, out var stat).ShouldBe(Errno.None);
        scratch.Handle.OpenBeneath("a//b/"u8, acrossMounts: false, out var b).ShouldBe(Errno.None);
        b!.Dispose();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_link_at_any_component_is_refused(bool openAt2)
    {
        Kernel.PretendOpenAt2(openAt2);
        Directory.CreateDirectory(scratch.At("a/b"));
        Directory.CreateSymbolicLink(scratch.At("last"), scratch.At("a/b"));
        Directory.CreateSymbolicLink(scratch.At("first"), scratch.At("a"));
        Directory.CreateSymbolicLink(scratch.At("dangling"), scratch.At("nowhere"));
        foreach (var path in new[] { "last", "first/b", "dangling" })
        {
            scratch.Handle.OpenBeneath(Encoding.UTF8.GetBytes(path), acrossMounts: true, out var opened).ShouldBe(Errno.ELOOP, path);
            opened.ShouldBeNull();
        }
        DirectoryHandle.OpenAbsolute(Encoding.UTF8.GetBytes(scratch.At("first/b")), out _).ShouldBe(Errno.ELOOP);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Nothing_above_is_reached(bool openAt2)
    {
        Kernel.PretendOpenAt2(openAt2);
        Directory.CreateDirectory(scratch.At("a"));
        foreach (var path in new[] { "..", "a/../..", "../a", "a/../../tmp" })
        {
            scratch.Handle.OpenBeneath(Encoding.UTF8.GetBytes(path), acrossMounts: false, out var opened).ShouldBe(Errno.EXDEV, path);
            opened.ShouldBeNull();
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_is_no_directory_or_not_there_is_said_to_be_so(bool openAt2)
    {
        Kernel.PretendOpenAt2(openAt2);
        File.WriteAllText(scratch.At("file"), "");
        Scratch.Run("mkfifo", scratch.At("fifo"));
        scratch.Handle.OpenBeneath("file"u8, false, out _).ShouldBe(Errno.ENOTDIR);
        scratch.Handle.OpenBeneath("fifo"u8, false, out _).ShouldBe(Errno.ENOTDIR);
        scratch.Handle.OpenBeneath("missing"u8, false, out _).ShouldBe(Errno.ENOENT);
        DirectoryHandle.OpenAbsolute("relative"u8, out _).ShouldBe(Errno.EINVAL);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_mount_point_is_entered_only_where_it_may_be(bool openAt2)
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "needs root: mounts");
        Kernel.PretendOpenAt2(openAt2);
        Directory.CreateDirectory(scratch.At("source"));
        foreach (var (kind, arguments) in new (string, string[])[] { ("bind", ["--bind", scratch.At("source")]), ("tmpfs", ["-t", "tmpfs", "none"]) })
        {
            var point = scratch.At(kind);
            Directory.CreateDirectory(point);
            Scratch.Run("mount", [.. arguments, point]);
            try
            {
                scratch.Handle.OpenBeneath(Encoding.UTF8.GetBytes(kind), acrossMounts: false, out _).ShouldBe(Errno.EXDEV, kind);
                scratch.Handle.OpenBeneath(Encoding.UTF8.GetBytes(kind), acrossMounts: true, out var entered).ShouldBe(Errno.None, kind);
                entered!.Dispose();
                scratch.Handle.Stat(Encoding.UTF8.GetBytes(kind), out var stat).ShouldBe(Errno.None);
                stat.IsMountRoot.ShouldBeTrue();
            }
            finally
            {
                Scratch.Run("umount", point);
            }
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_path_longer_than_PATH_MAX_is_opened_step_by_step(bool openAt2)
    {
        Kernel.PretendOpenAt2(openAt2);
        var name = new string('n', 200);
        var current = scratch.Handle;
        for (var depth = 0; depth < 30; depth++)
        {
            current.MakeDirectory(Encoding.UTF8.GetBytes(name), 0b111_101_101).ShouldBe(Errno.None);
            current.OpenBeneath(Encoding.UTF8.GetBytes(name), false, out var next).ShouldBe(Errno.None);
            if (!ReferenceEquals(current, scratch.Handle))
                current.Dispose();
            current = next!;
        }
        current.StatSelf(out var deepest);
        current.Dispose();
        scratch.Handle.OpenBeneath(Encoding.UTF8.GetBytes(string.Join('/', Enumerable.Repeat(name, 30))), false, out var opened).ShouldBe(Errno.None);
        using (opened)
        {
            opened!.StatSelf(out var stat);
            stat.Inode.ShouldBe(deepest.Inode);
        }
    }

    [Fact]
    public void Descriptors_do_not_leak_whatever_fails()
    {
        Directory.CreateDirectory(scratch.At("a/b"));
        Directory.CreateSymbolicLink(scratch.At("link"), "a");
        foreach (var openAt2 in new[] { true, false })
        {
            Kernel.PretendOpenAt2(openAt2);
            Try();
            var before = Descriptors();
            for (var i = 0; i < 50; i++)
                Try();
            Descriptors().ShouldBe(before);
        }

        void Try()
        {
            foreach (var path in new[] { "a/b", "a/x", "link", "link/b", "..", "a/../..", "missing/x" })
            {
                scratch.Handle.OpenBeneath(Encoding.UTF8.GetBytes(path), acrossMounts: false, out var opened);
                opened?.Dispose();
                DirectoryHandle.OpenAbsolute(Encoding.UTF8.GetBytes(scratch.At(path)), out opened);
                opened?.Dispose();
            }
        }

        static int Descriptors() => Directory.GetFileSystemEntries("/proc/self/fd").Length;
    }

    [Fact]
    public void Files_are_not_opened_through_links_and_a_FIFO_is_not_waited_for()
    {
        File.WriteAllText(scratch.At("file"), "x");
        File.CreateSymbolicLink(scratch.At("link"), "file");
        Scratch.Run("mkfifo", scratch.At("fifo"));
        scratch.Handle.OpenFile("link"u8, out _).ShouldBe(Errno.ELOOP);
        scratch.Handle.OpenFile("fifo"u8, out var fifo).ShouldBe(Errno.None);
        fifo!.Dispose();
        scratch.Handle.CreateFile("file"u8, 0b110_000_000, out _).ShouldBe(Errno.EEXIST);
        scratch.Handle.CreateFile("link"u8, 0b110_000_000, out _).ShouldBe(Errno.EEXIST);
        scratch.Handle.Unlink("link"u8).ShouldBe(Errno.None);
        File.Exists(scratch.At("file")).ShouldBeTrue();
    }

    [Fact]
    public void A_link_to_a_link_is_a_link()
    {
        File.CreateSymbolicLink(scratch.At("link"), "/etc/passwd");
        scratch.Handle.Link("link"u8, scratch.Handle, "further"u8).ShouldBe(Errno.None);
        scratch.Handle.Stat("further"u8, out var stat);
        stat.IsSymbolicLink.ShouldBeTrue();
        scratch.Handle.ReadLink("further"u8, out var target).ShouldBe(Errno.None);
        target.ShouldBe("/etc/passwd"u8.ToArray());
    }

    [Fact]
    public void An_open_file_is_told_by_itself_not_by_its_name()
    {
        File.WriteAllText(scratch.At("a"), "a");
        scratch.Handle.OpenFile("a"u8, out var file).ShouldBe(Errno.None);
        using (file)
        {
            scratch.Handle.Stat("a"u8, out var before);
            File.Delete(scratch.At("a"));
            File.WriteAllText(scratch.At("a"), "another");
            DirectoryHandle.StatOpen(file!, out var stat).ShouldBe(Errno.None);
            (stat.Inode, stat.Size, stat.Links).ShouldBe((before.Inode, 1, 0u));
        }
    }

    [Fact]
    public void A_name_with_a_NUL_never_reaches_the_kernel() =>
        Should.Throw<ArgumentException>(() => scratch.Handle.Unlink("a\0b"u8));

    [Fact]
    public void Only_one_takes_the_lock()
    {
        scratch.Handle.TryLock().ShouldBe(Errno.None);
        using (var other = Scratch.Open(scratch.Path))
            other.TryLock().ShouldBe(Errno.EAGAIN);
    }

    public void Dispose()
    {
        Kernel.PretendOpenAt2(true);
        scratch.Dispose();
    }

    [Fact]
    public void Two_names_change_places()
    {
        using var scratch = new Scratch();
        File.WriteAllText(scratch.At("a"), "one");
        File.WriteAllText(scratch.At("b"), "two");
        scratch.Handle.Exchange("a"u8, "b"u8).ShouldBe(Errno.None);
        (File.ReadAllText(scratch.At("a")), File.ReadAllText(scratch.At("b"))).ShouldBe(("two", "one"));
        scratch.Handle.Exchange("a"u8, "c"u8).ShouldBe(Errno.ENOENT);
    }
}
