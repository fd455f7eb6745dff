namespace Postrun.EndToEnd.Tests;

/// <summary><c>kill -9</c> at any instant, then <c>postrun resume</c>, ends where an undisturbed clean-up ends.</summary>
public sealed class KillTests(UndisturbedRun undisturbed, ITestOutputHelper output) : IClassFixture<UndisturbedRun>
{
    private static int Crashes => int.TryParse(Environment.GetEnvironmentVariable("POSTRUN_CRASHES"), out var count) ? count : 40;

    [Fact]
    public void A_kill_at_any_instant_changes_nothing_in_the_end()
    {
        var (tree, duration) = (undisturbed.Tree, undisturbed.Duration);
        var recovery = new Recovery(tree);
        var random = new Random(Crashes);
        var failures = new List<string>();
        for (var i = 0; i < Crashes; i++)
        {
            // One instant in each of equal parts of the duration, so that no phase is missed.
            var after = duration * ((i + random.NextDouble()) / Crashes);
            var resumes = Enumerable.Range(0, i % 3).Select(_ => duration * random.NextDouble()).ToList();
            var how = $"crash {i}: killed after {after.TotalMilliseconds:F1} ms, resumes killed after {string.Join(", ", resumes.Select(static r => $"{r.TotalMilliseconds:F1} ms"))}";
            tree.Reset();
            try
            {
                recovery.Kill("cleanup", after);
                recovery.Finish(resumes);
                undisturbed.End.ShouldBeThatOf(tree, how);
            }
            catch (Exception e) when (e is ShouldAssertException or IOException or InvalidDataException)
            {
                failures.Add($"{how}: {Head(e.Message)}");
                output.WriteLine(failures[^1]);
            }
        }
        output.WriteLine($"undisturbed {duration.TotalMilliseconds:F0} ms; {Crashes} crashes, {recovery.KilledResumes} killed resumes, "
            + $"{recovery.FreshStarts} fresh starts, {recovery.EndedBeforeKill} ended before their kill; {failures.Count} failures");
        foreach (var (phase, count) in recovery.Phases)
            output.WriteLine($"{phase}: {count}");
        failures.Count.ShouldBe(0, "the output names them");
    }

    /// <summary>The borders between two system calls, which random instants may miss.</summary>
    public static TheoryData<string, int> Borders()
    {
        var borders = new TheoryData<string, int>();
        foreach (var (call, counts) in new[]
        {
            ("ftruncate", 1..1), ("pwrite64", 1..6), ("pwritev", 1..6), ("fsync", 1..12), ("linkat", 1..3), ("mkdirat", 1..5), ("renameat", 1..5),
        })
            for (var k = counts.Start.Value; k <= counts.End.Value; k++)
                borders.Add(call, k);
        foreach (var k in new[] { 1, 2, 17, 200, 600 })
            borders.Add("unlinkat", k);
        return borders;
    }

    [Theory]
    [MemberData(nameof(Borders))]
    public void A_kill_before_a_system_call_changes_nothing_in_the_end(string call, int count)
    {
        var tree = undisturbed.Tree;
        tree.Reset();
        tree.Workspace.Traced(["--seccomp-bpf", "-e", $"trace={call}", "-e", $"inject={call}:signal=KILL:when={count}"], "cleanup");
        var recovery = new Recovery(tree);
        recovery.NotePhase();
        output.WriteLine(recovery.Phases.Keys.Single());
        recovery.Finish([]);
        undisturbed.End.ShouldBeThatOf(tree, $"killed before {call} {count}");
    }

    private static string Head(string text) => text.Length <= 900 ? text : text[..900] + "...";
}
