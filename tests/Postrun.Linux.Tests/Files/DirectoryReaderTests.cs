using System.Text;

namespace Postrun.Linux.Tests;

public sealed class DirectoryReaderTests
{
    [Fact]
    public void Any_name_is_listed_as_it_is()
    {
        using var scratch = new Scratch();
        byte[][] names = [[0xff, 0xfe], [(byte)'a', (byte)'\n', 0x1b, (byte)'[', (byte)'2', (byte)'J'], "..."u8.ToArray(), ".x"u8.ToArray(), "\\"u8.ToArray(), Enumerable.Repeat((byte)'n', 255).ToArray()];
        foreach (var name in names)
        {
            scratch.Handle.CreateFile(name, 0b110_000_000, out var file).ShouldBe(Errno.None);
            file!.Dispose();
        }
        List(scratch.Handle).Select(Convert.ToHexString).Order().ShouldBe(names.Select(Convert.ToHexString).Order());
    }

    [Fact]
    public void A_large_directory_is_listed_whole_and_once()
    {
        using var scratch = new Scratch();
        for (var i = 0; i < 20_000; i++)
        {
            scratch.Handle.CreateFile(Encoding.ASCII.GetBytes($"a-rather-long-name-of-a-file-{i}"), 0b110_000_000, out var file);
            file!.Dispose();
        }
        List(scratch.Handle).Select(Encoding.ASCII.GetString).ToHashSet().Count.ShouldBe(20_000);
        scratch.Handle.Rewind().ShouldBe(Errno.None);
        List(scratch.Handle).Count.ShouldBe(20_000);
    }

    [Fact]
    public void A_directory_that_is_removed_while_it_is_open_ends()
    {
        using var scratch = new Scratch();
        Directory.CreateDirectory(scratch.At("gone"));
        using var gone = Scratch.Open(scratch.At("gone"));
        Directory.Delete(scratch.At("gone"));
        using var buffer = new PinnedBuffer(DirectoryReader.BufferSize);
        var reader = new DirectoryReader(gone, buffer);
        reader.Next().ShouldBeFalse();
        reader.Error.ShouldBe(Errno.ENOENT);
    }

    [Fact]
    public void Types_and_facts_are_those_of_the_entry_itself()
    {
        using var scratch = new Scratch();
        Directory.CreateDirectory(scratch.At("d"));
        File.CreateSymbolicLink(scratch.At("l"), "d");
        using var buffer = new PinnedBuffer(DirectoryReader.BufferSize);
        var reader = new DirectoryReader(scratch.Handle, buffer);
        while (reader.Next())
        {
            reader.Stat(out var stat).ShouldBe(Errno.None);
            stat.Type.ShouldBe(reader.Type);
            stat.Inode.ShouldBe(reader.Inode);
            stat.IsDirectory.ShouldBe(reader.Name.SequenceEqual("d"u8));
        }
    }

    private static List<byte[]> List(DirectoryHandle directory)
    {
        using var buffer = new PinnedBuffer(DirectoryReader.BufferSize);
        var reader = new DirectoryReader(directory, buffer);
        var names = new List<byte[]>();
        while (reader.Next())
            names.Add(reader.Name.ToArray());
        reader.Error.ShouldBe(Errno.None);
        return names;
    }
}
