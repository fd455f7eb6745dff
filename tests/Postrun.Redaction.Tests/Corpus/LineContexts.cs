using Postrun.Redaction.Tests.Samples;

namespace Postrun.Redaction.Tests.Corpus;

/// <summary>What sample lines stand in where runs write them: logs, JSON, traces of a shell, files of variables.</summary>
internal static class LineContexts
{
    private const string Export = "export ";

    private static readonly Func<Dice, string, string>[] All =
    [
        static (_, line) => line,
        static (dice, line) => $"2026-11-24 {Clock(dice)},{dice.Of(Dice.Digits, 3)} INFO [trainer] {line}",
        static (dice, line) => $"I1124 {Clock(dice)}.{dice.Of(Dice.Digits, 6)} {dice.Of("123456789", 1)}{dice.Of(Dice.Digits, 4)} run.py:{dice.Next(900)}] {line} (rank {dice.Next(8)})",
        static (dice, line) => $$"""{"time":"2026-11-24T{{Clock(dice)}}Z","level":"info","step":{{dice.Next(9000)}},"message":"{{Escaped(line)}}","rank":{{dice.Next(8)}}}""",
        static (_, line) => $"+ {line}",
        static (dice, line) => $"[rank{dice.Next(8)}]: ++ {line}",
        static (_, line) => line.StartsWith(Export, StringComparison.Ordinal) ? line[Export.Length..] : $"# {line}",
    ];

    /// <summary>The line in the context that is next in turn. The marks around its value stay.</summary>
    internal static string Around(Dice dice, string line, int turn) => All[turn % All.Length](dice, line);

    /// <summary>As JSON writes it, values too.</summary>
    private static string Escaped(string line) =>
        line.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\t", "\\t", StringComparison.Ordinal);

    private static string Clock(Dice dice) => $"{dice.Next(24):00}:{dice.Next(60):00}:{dice.Next(60):00}";
}
