using Postrun.Model;

namespace Postrun.EndToEnd.Tests;

/// <summary>
/// Between the look at a file and the moment at which its copy takes its name, anybody can do anything to it: nothing is followed, and
/// nothing of what they did is lost.
/// </summary>
public sealed class RedactionRaceTests
{
    private const string AtExchange = "renameat2", AfterCopy = "flistxattr";

    [Fact]
    public void A_link_that_takes_the_name_is_not_followed_and_stays()
    {
        using var run = new SecretRun();
        var outside = Path.Combine(run.Workspace.Home, "outside.log");
        File.WriteAllText(outside, run.Text);
        var log = run.Workspace.At("logs/a.log");
        During(run, AtExchange, () =>
        {
            File.Move(log, run.Workspace.At("logs/moved.log"));
            File.CreateSymbolicLink(log, outside);
        }).ShouldExit(0);
        File.ReadAllText(outside).ShouldBe(run.Text);
        File.ResolveLinkTarget(log, false)!.FullName.ShouldBe(outside);
        // The next round finds what was moved away.
        ShouldBeRedacted(run, "logs/moved.log");
        Names(run).ShouldBe(["a.log", "moved.log"]);
    }

    [Fact]
    public void Another_file_that_takes_the_name_keeps_it_with_all_it_holds()
    {
        using var run = new SecretRun();
        var log = run.Workspace.At("logs/a.log");
        During(run, AtExchange, () =>
        {
            File.Move(log, run.Workspace.At("logs/a.log.1"));
            File.WriteAllText(log, "rotated\n");
        }).ShouldExit(0);
        run.Read("logs/a.log").ShouldBe("rotated\n");
        ShouldBeRedacted(run, "logs/a.log.1");
        Names(run).ShouldBe(["a.log", "a.log.1"]);
    }

    [Fact]
    public void What_is_appended_while_the_copy_is_made_is_in_the_copy_of_the_next_round()
    {
        using var run = new SecretRun();
        During(run, AfterCopy, () => File.AppendAllText(run.Workspace.At("logs/a.log"), $"late {run.Token}\nlast line\n")).ShouldExit(0);
        run.Read("logs/a.log").ShouldMatch(@"\Astep 1\nusing \[REDACTED:[^]]+\] to push\nstep 2\nlate \[REDACTED:[^]]+\]\nlast line\n\z");
        run.Workspace.Read().Report.Redactions.ShouldHaveSingleItem().Counts[0].Redacted.ShouldBe(2);
        Names(run).ShouldBe(["a.log"]);
    }

    /// <summary>Whoever opens it to write waits until the names have changed back, and then writes to the original.</summary>
    [Fact]
    public async Task What_somebody_waits_to_write_is_written_to_the_original_which_is_left()
    {
        using var run = new SecretRun();
        Task? writer = null;
        var result = During(run, AtExchange, () => writer = Task.Run(() =>
        {
            using var log = new FileStream(run.Workspace.At("logs/a.log"), FileMode.Append, FileAccess.Write, FileShare.ReadWrite);
            log.Write("late\n"u8);
            // Until the clean-up has ended.
            SpinWait.SpinUntil(() => File.Exists(Path.Combine(run.Workspace.EvidenceDirectory, "evidence.sigstore.json")), Tool.DefaultTimeout);
        }, TestContext.Current.CancellationToken));
        result.ShouldExit(1);
        await writer!;
        run.Read("logs/a.log").ShouldBe(run.Text + "late\n");
        var report = run.Workspace.Read().Report;
        report.Left.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            item => item.Path.ToString().ShouldBe(run.Workspace.At("logs/a.log")), static item => item.Reason.ShouldBe(LeftReason.OpenForWriting));
        report.Redactions.ShouldHaveSingleItem().Outcome.ShouldBe(FileOutcome.Left);
        Names(run).ShouldBe(["a.log"]);

        run.Workspace.Postrun("cleanup", "--yes").ShouldExit(0);
        run.Read("logs/a.log").ShouldEndWith("step 2\nlate\n");
        run.Holding(run.Workspace.Root).ShouldBeEmpty();
    }

    /// <summary>Runs a clean-up that holds still before its first call of a kind, and does something meanwhile.</summary>
    private static ToolResult During(SecretRun run, string call, Action meanwhile)
    {
        run.Write("logs/a.log", run.Text);
        using var running = run.Workspace.StartTraced(["-e", $"trace={call}", "-e", $"inject={call}:delay_enter=5s:when=1"], "cleanup", "--yes");
        Tool.Await(() => running.Process.HasExited || Copies(run).Any(static copy => copy.Length > 0), "a copy");
        Thread.Sleep(TimeSpan.FromSeconds(1.5));
        Copies(run).ShouldNotBeEmpty();
        meanwhile();
        return running.Wait();
    }

    private static List<FileInfo> Copies(SecretRun run) => [.. new DirectoryInfo(run.Workspace.At("logs")).EnumerateFiles(".postrun-redacting-*")];

    private static void ShouldBeRedacted(SecretRun run, string relative)
    {
        run.Read(relative).ShouldMatch(@"\Astep 1\nusing \[REDACTED:[^]]+\] to push\nstep 2\n\z");
        run.Workspace.Read().Report.Redactions.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            file => file.Path.ToString().ShouldBe(run.Workspace.At(relative)), static file => file.Outcome.ShouldBe(FileOutcome.Redacted));
        run.Holding(run.Workspace.Root).Where(static path => new FileInfo(path).LinkTarget is null).ShouldBeEmpty();
    }

    private static IEnumerable<string?> Names(SecretRun run) => Directory.EnumerateFileSystemEntries(run.Workspace.At("logs")).Select(Path.GetFileName).Order(StringComparer.Ordinal);
}
