using System.Diagnostics;
using Postrun.Model;

namespace Postrun.EndToEnd.Tests;

/// <summary><c>kill -9</c> while files are redacted leaves each of them whole, and after <c>postrun resume</c> none as it was.</summary>
public sealed class RedactionKillTests(ITestOutputHelper output)
{
    private const int Logs = 60;

    private static int Crashes => int.TryParse(Environment.GetEnvironmentVariable("POSTRUN_CRASHES"), out var count) ? count : 25;

    [Fact]
    public void A_kill_at_any_instant_leaves_one_of_the_two_and_a_resume_the_redacted_one()
    {
        using var run = Run();
        var clock = Stopwatch.StartNew();
        run.Workspace.Postrun("cleanup", "--yes").ShouldExit(0);
        var duration = clock.Elapsed;
        var random = new Random(7);
        var (killed, open) = (0, 0);
        for (var i = 0; i < Crashes; i++)
        {
            Reset(run);
            using (var running = run.Workspace.Start("cleanup", "--yes"))
            {
                Thread.Sleep(duration * ((i + random.NextDouble()) / Crashes));
                if (!running.Process.HasExited)
                    Native.Signal(running.Process.Id, 9);
                killed += running.Wait().ExitCode >= 128 ? 1 : 0;
            }
            open += Directory.GetFiles(run.Workspace.At("logs"), ".postrun-*", SearchOption.AllDirectories).Length;
            ShouldBeWhole(run);
            Finish(run);
        }
        output.WriteLine($"undisturbed {duration.TotalMilliseconds:F0} ms; {Crashes} crashes, {killed} killed in time, {open} copies found beside originals");
        killed.ShouldBeGreaterThan(0);
    }

    [Theory]
    [InlineData("renameat2", 1)]
    [InlineData("renameat2", 2)]
    [InlineData("unlinkat", 1)]
    [InlineData("unlinkat", 3)]
    [InlineData("utimensat", 1)]
    [InlineData("fchmod", 2)]
    [InlineData("fsync", 3)]
    [InlineData("fsync", 4)]
    [InlineData("fsync", 5)]
    [InlineData("fsync", 6)]
    [InlineData("fsync", 9)]
    [InlineData("pwrite64", 2)]
    [InlineData("pwrite64", 5)]
    public void A_kill_before_a_system_call_does_so_too(string call, int count)
    {
        using var run = Run();
        // Not with --seccomp-bpf: strace 6.1 then counts no further than the first call.
        run.Workspace.Traced(["-e", $"trace={call}", "-e", $"inject={call}:signal=KILL:when={count}"], "cleanup", "--yes");
        File.Exists(run.Workspace.Journal).ShouldBeTrue();
        ShouldBeWhole(run);
        Finish(run);
    }

    private static SecretRun Run()
    {
        var run = new SecretRun();
        Reset(run);
        return run;
    }

    private static void Reset(SecretRun run)
    {
        Tool.Must("rm", "-rf", run.Workspace.EvidenceDirectory, run.Workspace.At("logs"));
        for (var i = 0; i < Logs; i++)
            run.Write($"logs/d{i % 4}/{i}.log", run.Text + new string('.', 1 + i * 200));
        run.Write("tmp/x.log", run.Text);
    }

    /// <summary>Each file is there, and is the original or the redacted copy to its end.</summary>
    private static void ShouldBeWhole(SecretRun run)
    {
        for (var i = 0; i < Logs; i++)
        {
            var text = run.Read($"logs/d{i % 4}/{i}.log");
            var rest = new string('.', 1 + i * 200);
            (text == run.Text + rest || (text.StartsWith("step 1\nusing [REDACTED:", StringComparison.Ordinal) && text.EndsWith("] to push\nstep 2\n" + rest, StringComparison.Ordinal)))
                .ShouldBeTrue($"{i}: {text[..Math.Min(80, text.Length)]}");
        }
    }

    private static void Finish(SecretRun run)
    {
        if (File.Exists(run.Workspace.Journal))
        {
            run.Holds(File.ReadAllBytes(run.Workspace.Journal)).ShouldBeFalse();
            var resumed = run.Workspace.Postrun("resume");
            if (!resumed.Error.Contains("nothing was done", StringComparison.Ordinal))
                resumed.ShouldExit(0);
        }
        if (!File.Exists(Path.Combine(run.Workspace.EvidenceDirectory, "evidence.sigstore.json")))
            run.Workspace.Postrun("cleanup", "--yes").ShouldExit(0);
        run.Holding(run.Workspace.Home).ShouldBeEmpty();
        Directory.GetFiles(run.Workspace.Root, "*", SearchOption.AllDirectories).Length.ShouldBe(Logs);
        var report = run.Workspace.Read().Report;
        report.Left.ShouldBeEmpty();
        report.Redactions.Select(static file => file.Path).Distinct().Count().ShouldBe(Logs);
        report.Redactions.ShouldAllBe(static file => file.Outcome == FileOutcome.Redacted);
        run.Workspace.Verify().ShouldExit(0);
    }
}
