using System.Diagnostics;

namespace Postrun.Linux.Tests;

public sealed class OpenFilesTests
{
    [Theory]
    [InlineData("exec 9<\"$1\"; echo; read x")]
    [InlineData("exec 9<\"$1\"; rm \"$1\"; echo; read x")]
    public void A_process_that_holds_a_file_by_descriptor_is_named(string script)
    {
        using var scratch = new Scratch();
        File.WriteAllText(scratch.At("held"), "x");
        scratch.Handle.Stat("held"u8, out var stat);
        ShouldBeNamed("sh", ["-c", script, "sh", scratch.At("held")], stat, "sh");
    }

    [Fact]
    public void A_process_that_maps_a_file_is_named()
    {
        using var scratch = new Scratch();
        File.Copy("/usr/bin/cat", scratch.At("mapped"));
        Scratch.Run("chmod", "755", scratch.At("mapped"));
        scratch.Handle.Stat("mapped"u8, out var stat);
        ShouldBeNamed(scratch.At("mapped"), [], stat, "mapped", awaitLine: false);
    }

    [Fact]
    public void A_file_that_nobody_holds_has_no_holders()
    {
        using var scratch = new Scratch();
        File.WriteAllText(scratch.At("free"), "x");
        scratch.Handle.Stat("free"u8, out var stat);
        OpenFiles.Read(new HashSet<ulong> { stat.Device }).HoldersOf(stat.Device, stat.Inode).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("7f0000000000-7f0000001000 r-xp 00000000 fe:01 4711 /x y", 0xfe_0000_0001ul, 4711ul)]
    [InlineData("7f0000000000-7f0000001000 rw-p 00000000 00:00 0 [heap]", 0ul, 0ul)]
    [InlineData("7f0000000000-7f0000001000 rw-p 00000000 zz:01 12 /x", 0ul, 0ul)]
    [InlineData("", 0ul, 0ul)]
    public void A_line_of_maps_tells_the_file(string line, ulong device, ulong inode) =>
        OpenFiles.MappedFile(line).ShouldBe(inode == 0 ? null : (device, inode));

    private static void ShouldBeNamed(string file, string[] arguments, FileStat stat, string name, bool awaitLine = true)
    {
        using var process = Process.Start(new ProcessStartInfo(file, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        try
        {
            if (awaitLine)
                process.StandardOutput.ReadLine();
            OpenFiles.Read(new HashSet<ulong> { stat.Device }).HoldersOf(stat.Device, stat.Inode).ShouldContain($"{name} ({process.Id})");
        }
        finally
        {
            process.Kill();
            process.WaitForExit();
        }
    }
}
