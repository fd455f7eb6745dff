using System.Globalization;
using System.Text.Json.Nodes;

namespace Postrun.Attack.Tests;

/// <summary>Runs a clean-up against an attacker until enough of his changes have met it.</summary>
internal static class Race
{
    /// <summary>Changes per scenario; every hundredth of them is at least one run of its own.</summary>
    public static int Wanted { get; } = int.Parse(Environment.GetEnvironmentVariable("POSTRUN_RACES") is { Length: > 0 } number ? number : "1000", CultureInfo.InvariantCulture);

    /// <param name="prepare">Fills the empty workspace; once a run.</param>
    public static void Run(Arena arena, Action prepare, string mode, IEnumerable<string> paths, Action<JsonNode?>? afterwards = null)
    {
        long races = 0;
        var runs = 0;
        var codes = new SortedDictionary<int, int>();
        for (; races < Wanted || runs < Wanted / 100; runs++)
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
            afterwards?.Invoke(arena.Check(result));
            runs.ShouldBeLessThan(20 * Wanted, "the attacker does not get at it");
        }
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{races} races in {runs} runs; exit codes {string.Join(", ", codes.Select(static code => $"{code.Key}: {code.Value}"))}");
    }
}
