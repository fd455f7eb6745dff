using Postrun.Model;

namespace Postrun.EndToEnd.Tests;

/// <summary>Whatever keeps a file from being redacted leaves it as it was, and says so.</summary>
public sealed class RedactionFaultTests
{
    [Theory]
    [InlineData("renameat2", "EIO", LeftReason.InputOutputError)]
    [InlineData("renameat2", "EPERM", LeftReason.Immutable)]
    [InlineData("renameat2", "EROFS", LeftReason.ReadOnlyFileSystem)]
    [InlineData("fchmod", "EPERM", LeftReason.Immutable)]
    [InlineData("flistxattr", "EIO", LeftReason.InputOutputError)]
    public void A_system_call_that_fails_leaves_the_original(string call, string error, LeftReason reason)
    {
        using var run = new SecretRun();
        run.Write("logs/a.log", run.Text);
        run.Workspace.Traced(["-e", $"trace={call}", "-e", $"inject={call}:error={error}"], "cleanup", "--yes");
        ShouldBeLeft(run, reason);
        run.Workspace.Postrun("cleanup", "--yes").ShouldExit(0);
        run.Holding(run.Workspace.Root).ShouldBeEmpty();
    }

    [Fact]
    public void Where_names_cannot_change_places_one_is_renamed_over_the_other()
    {
        using var run = new SecretRun();
        run.Write("logs/a.log", run.Text);
        run.Workspace.Traced(["-e", "trace=renameat2", "-e", "inject=renameat2:error=EINVAL"], "cleanup", "--yes").ShouldExit(0);
        run.Holding(run.Workspace.Root).ShouldBeEmpty();
        Directory.GetFileSystemEntries(run.Workspace.At("logs")).ShouldBe([run.Workspace.At("logs/a.log")]);
    }

    [Fact]
    public void A_full_file_system_leaves_the_original()
    {
        using var mount = Mount.Tmpfs("1m");
        using var run = new SecretRun(Path.Combine(mount.Point, "work"));
        run.Write("logs/a.log", run.Text + new string('x', 300_000));
        using (var filler = File.Create(Path.Combine(mount.Point, "filler")))
            try
            {
                for (var block = new byte[4096]; ; )
                    filler.Write(block);
            }
            catch (IOException)
            {
            }
        run.Workspace.Postrun("cleanup", "--yes").ShouldExit(1);
        run.Workspace.Read().Report.Left.ShouldContain(static item => item.Reason == LeftReason.NoSpace);
        run.Read("logs/a.log").ShouldStartWith(run.Text);
        Directory.GetFileSystemEntries(run.Workspace.At("logs")).ShouldBe([run.Workspace.At("logs/a.log")]);
    }

    [Fact]
    public void A_read_only_file_system_leaves_the_original()
    {
        using var mount = Mount.Tmpfs("1m");
        using var run = new SecretRun(Path.Combine(mount.Point, "work"));
        run.Write("logs/a.log", run.Text);
        mount.Remount("ro");
        run.Workspace.Postrun("cleanup", "--yes").ShouldExit(1);
        ShouldBeLeft(run, LeftReason.ReadOnlyFileSystem);
    }

    [Fact]
    public void Names_links_and_writers_are_respected()
    {
        using var run = new SecretRun();
        run.Write("logs/a.log", run.Text);
        Native.HardLink(run.Workspace.At("logs/a.log"), run.Workspace.At("logs/b.log"));
        run.Write("logs/busy.log", run.Text);
        File.WriteAllText(Path.Combine(run.Workspace.Home, "outside.log"), run.Text);
        File.CreateSymbolicLink(run.Workspace.At("logs/link.log"), Path.Combine(run.Workspace.Home, "outside.log"));
        using (File.Open(run.Workspace.At("logs/busy.log"), FileMode.Append, FileAccess.Write, FileShare.ReadWrite))
            run.Workspace.Postrun("cleanup", "--yes").ShouldExit(1);
        run.Workspace.Read().Report.Left.Select(static item => (item.Path.ToString(), item.Reason)).ShouldBe(
        [
            (run.Workspace.At("logs/a.log"), LeftReason.HardLinked), (run.Workspace.At("logs/b.log"), LeftReason.HardLinked), (run.Workspace.At("logs/busy.log"), LeftReason.OpenForWriting),
        ]);
        File.ReadAllText(Path.Combine(run.Workspace.Home, "outside.log")).ShouldBe(run.Text);
        File.ResolveLinkTarget(run.Workspace.At("logs/link.log"), false)!.FullName.ShouldBe(Path.Combine(run.Workspace.Home, "outside.log"));
    }

    private static void ShouldBeLeft(SecretRun run, LeftReason reason)
    {
        var report = run.Workspace.Read().Report;
        report.ExitCode.ShouldBe(1);
        report.Left.ShouldHaveSingleItem().Reason.ShouldBe(reason);
        report.Redactions.ShouldHaveSingleItem().Outcome.ShouldBe(FileOutcome.Left);
        run.Read("logs/a.log").ShouldBe(run.Text);
        Directory.GetFileSystemEntries(run.Workspace.At("logs")).ShouldBe([run.Workspace.At("logs/a.log")]);
    }
}
