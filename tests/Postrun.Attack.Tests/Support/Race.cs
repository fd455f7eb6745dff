using System.Globalization;

namespace Postrun.Attack.Tests;

/// <summary>Runs a clean-up against an attacker until enough of his changes have met it.</summary>
internal static class Race
{
    /// <summary>Changes per scenario; a run for every 2,000 of them, and three at least.</summary>
    public static int Wanted { get; } = int.Parse(Environment.GetEnvironmentVariable("POSTRUN_RACES") is { Length: > 0 } number ? number : "1000", CultureInfo.InvariantCulture);

    /// <param name="prepare">Fills the empty workspace; once a run.</param>
    public static void Run(Arena arena, Action prepare, string mode, IEnumerable<string> paths)
    {
        long races = 0;
        var (runs, moved) = (0, 0);
        var codes = new SortedDictionary<int, int>();
        for (; races < Wanted || runs < Math.Max(3, Wanted / 2_000); runs++)
        {
            arena.Reset();
            prepare();
            arena.GiveToAttacker();
            ToolResult result;
            using (var attacker = new Attacker(mode, paths))
            {
                attacker.Count();
                result = arena.Postrun("cleanup");
                races += attacker.Stop();
            }
            codes[result.ExitCode] = codes.GetValueOrDefault(result.ExitCode) + 1;
            if (arena.Check(result)?["left"]?.AsArray().Any(static left => left!["reason"]!.GetValue<string>() == "evidenceMissing") == true)
                moved++;
            runs.ShouldBeLessThan(20 * Wanted, "the attacker does not get at it");
        }
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{races} races in {runs} runs, evidence moved in {moved}; exit codes {string.Join(", ", codes.Select(static code => $"{code.Key}: {code.Value}"))}");
    }
}
