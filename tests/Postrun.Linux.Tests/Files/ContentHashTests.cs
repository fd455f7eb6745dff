using System.Security.Cryptography;

namespace Postrun.Linux.Tests;

public sealed class ContentHashTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(128 * 1024)]
    [InlineData(300_001)]
    public void Is_that_of_the_library(int length)
    {
        using var scratch = new Scratch();
        var content = RandomNumberGenerator.GetBytes(length);
        File.WriteAllBytes(scratch.At("f"), content);
        Compute(scratch, Look(scratch), default, out var hash).ShouldBe(Errno.None);
        hash.ShouldBe(SHA256.HashData(content));
    }

    [Fact]
    public void A_file_that_grows_is_not_read_on()
    {
        using var scratch = new Scratch();
        File.WriteAllBytes(scratch.At("f"), new byte[1000]);
        var looked = Look(scratch);
        File.AppendAllText(scratch.At("f"), "more");
        Compute(scratch, looked, default, out _).ShouldBe(Errno.ESTALE);
    }

    [Fact]
    public void Another_file_in_its_place_is_not_read()
    {
        using var scratch = new Scratch();
        File.WriteAllText(scratch.At("f"), "one");
        var looked = Look(scratch);
        File.Move(scratch.At("f"), scratch.At("g"));
        File.WriteAllText(scratch.At("f"), "two");
        Compute(scratch, looked, default, out _).ShouldBe(Errno.ESTALE);
        File.Delete(scratch.At("f"));
        File.CreateSymbolicLink(scratch.At("f"), scratch.At("g"));
        Compute(scratch, looked, default, out _).ShouldBe(Errno.ELOOP);
    }

    [Fact]
    public void A_cut_ends_it()
    {
        using var scratch = new Scratch();
        File.WriteAllText(scratch.At("f"), "one");
        Compute(scratch, Look(scratch), new(canceled: true), out _).ShouldBe(Errno.EINTR);
    }

    private static FileStat Look(Scratch scratch)
    {
        scratch.Handle.Stat("f"u8, out var stat).ShouldBe(Errno.None);
        return stat;
    }

    private static Errno Compute(Scratch scratch, FileStat looked, CancellationToken cut, out byte[] hash) =>
        ContentHash.TryCompute(scratch.Handle, "f"u8, looked, hash = new byte[ContentHash.Length], cut);
}
