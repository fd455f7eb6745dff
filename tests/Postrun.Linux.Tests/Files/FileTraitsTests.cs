using System.Diagnostics;

namespace Postrun.Linux.Tests;

public sealed class FileTraitsTests
{
    [Fact]
    public void A_copy_has_mode_owner_times_and_attributes()
    {
        using var scratch = new Scratch();
        File.WriteAllText(scratch.At("from"), "text");
        Attribute(scratch.At("from"), "user.comment", "kept");
        if (Kernel.IsRoot)
            Scratch.Run("chown", "12345:54321", scratch.At("from"));
        Scratch.Run("chmod", "0640", scratch.At("from"));
        Scratch.Run("touch", "-d", "2001-02-03 04:05:06.123456789", scratch.At("from"));
        var lost = new List<string>();
        Copy(scratch, lost).ShouldBe(Errno.None);
        lost.ShouldBeEmpty();
        var (from, to) = (Look(scratch, "from"), Look(scratch, "to"));
        (to.Permissions, to.Owner, to.Group, to.ModifiedTicks).ShouldBe((0b110_100_000, from.Owner, from.Group, from.ModifiedTicks));
        Attributes(scratch.At("to")).ShouldBe(Attributes(scratch.At("from")));
        Attributes(scratch.At("to")).ShouldContain("user.comment=kept");
    }

    [Fact]
    public void An_access_list_is_kept_with_the_mode_that_belongs_to_it()
    {
        using var scratch = new Scratch();
        File.WriteAllText(scratch.At("from"), "text");
        Scratch.Run("chmod", "0600", scratch.At("from"));
        // Version 2; user::rw-, user:1000:r--, group::---, mask::r--, other::---: acl(5), linux/posix_acl_xattr.h.
        const string List = "0200000001000600ffffffff02000400e803000004000000ffffffff10000400ffffffff20000000ffffffff";
        Python($"os.setxattr({Quote(scratch.At("from"))}, 'system.posix_acl_access', bytes.fromhex('{List}'))");
        var lost = new List<string>();
        Copy(scratch, lost).ShouldBe(Errno.None);
        lost.ShouldBeEmpty();
        Look(scratch, "to").Permissions.ShouldBe(Look(scratch, "from").Permissions);
        Python($"print(os.getxattr({Quote(scratch.At("to"))}, 'system.posix_acl_access').hex())").Trim().ShouldBe(List);
    }

    [Fact]
    public void What_vouches_for_the_old_content_is_not_taken_over_and_said_to_be_lost()
    {
        Assert.SkipUnless(Kernel.IsRoot, "only root may set security attributes");
        using var scratch = new Scratch();
        File.WriteAllText(scratch.At("from"), "text");
        Attribute(scratch.At("from"), "security.ima", "digest");
        var lost = new List<string>();
        Copy(scratch, lost).ShouldBe(Errno.None);
        lost.ShouldBe(["security.ima"]);
        Attributes(scratch.At("to")).ShouldNotContain("security.ima");
    }

    private static Errno Copy(Scratch scratch, List<string> lost)
    {
        var from = Look(scratch, "from");
        scratch.Handle.OpenFile("from"u8, out var source).ShouldBe(Errno.None);
        scratch.Handle.CreateFile("to"u8, 0b110_000_000, out var target).ShouldBe(Errno.None);
        using (source)
        using (target)
            return FileTraits.Copy(source!, from, target!, lost);
    }

    private static FileStat Look(Scratch scratch, string name)
    {
        scratch.Handle.Stat(System.Text.Encoding.UTF8.GetBytes(name), out var stat).ShouldBe(Errno.None);
        return stat;
    }

    private static void Attribute(string file, string name, string value) => Python($"os.setxattr({Quote(file)}, '{name}', b'{value}')");

    private static string Attributes(string file) =>
        Python($"print('\\n'.join(sorted(n + '=' + os.getxattr({Quote(file)}, n).decode() for n in os.listxattr({Quote(file)}))))");

    private static string Quote(string text) => $"'{text}'";

    private static string Python(string code)
    {
        using var process = Process.Start(new ProcessStartInfo("python3", ["-c", "import os\n" + code]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var output = process.StandardOutput.ReadToEnd();
        var error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        process.ExitCode.ShouldBe(0, error);
        return output;
    }
}
