using System.Globalization;
using System.Text.Json;
using Postrun.Rego;

namespace Postrun.Cli.Output;

/// <summary>The results of policy tests, in the words of <c>opa test</c>.</summary>
internal static class TestView
{
    private static readonly string Rule = new('-', 80);

    public static void Write(IReadOnlyList<RegoTestResult> results, bool verbose)
    {
        var lines = new List<string>();
        var shown = results.Where(result => verbose || result.Outcome != TestOutcome.Passed).ToArray();
        foreach (var file in shown.GroupBy(static result => result.Test.Place.File))
        {
            lines.Add($"{file.Key}:");
            foreach (var result in file)
                lines.AddRange(Lines(result, verbose || result.Outcome != TestOutcome.Passed));
        }
        if (shown.Length > 0)
            lines.Add(Rule);
        foreach (var (outcome, word) in new[] { (TestOutcome.Passed, "PASS"), (TestOutcome.Failed, "FAIL"), (TestOutcome.Error, "ERROR"), (TestOutcome.Skipped, "SKIPPED") })
            if (results.Count(result => result.Outcome == outcome) is > 0 and var count)
                lines.Add($"{word}: {count}/{results.Count}");
        foreach (var line in lines)
            Terminal.Print(line);
    }

    /// <summary>Where results are not shown, what did not pass is said all the same.</summary>
    public static void Complain(IEnumerable<RegoTestResult> results)
    {
        foreach (var result in results.Where(static result => result.Outcome is TestOutcome.Failed or TestOutcome.Error))
            Terminal.Complain(string.Join('\n', Lines(result, output: true)));
    }

    public static void WriteJson(IEnumerable<RegoTestResult> results)
    {
        using var output = Console.OpenStandardOutput();
        JsonSerializer.Serialize(output, [.. results.Select(TestEntry.Of)], PolicyJson.Default.TestEntryArray);
        output.WriteByte((byte)'\n');
    }

    private static IEnumerable<string> Lines(RegoTestResult result, bool output)
    {
        yield return result.Outcome switch
        {
            TestOutcome.Passed => $"{result.Test}: PASS ({Duration(result.Duration)})",
            TestOutcome.Failed => $"{result.Test}: FAIL ({Duration(result.Duration)})",
            TestOutcome.Error => $"{result.Test}: ERROR ({Duration(result.Duration)})",
            _ => $"{result.Test}: SKIPPED",
        };
        if (result.Error is { } error)
            yield return $"  {error}";
        if (result is { Place: { } place, Line: { } line })
            yield return $"  {place}: {line}";
        foreach (var text in output ? result.Output : [])
            foreach (var printed in text.Split('\n'))
                yield return $"  {printed}";
    }

    private static string Duration(TimeSpan time) => time switch
    {
        { TotalMilliseconds: < 1 } => string.Create(CultureInfo.InvariantCulture, $"{time.TotalMicroseconds:0}µs"),
        { TotalSeconds: < 1 } => string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds:0.##}ms"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.##}s"),
    };
}

/// <param name="Duration">Nanoseconds.</param>
internal sealed record TestEntry(
    PolicyLocation Location, string Package, string Name, bool Fail, bool Skip, string? Error, PolicyLocation? FailedAt, long Duration, IReadOnlyList<string>? Output)
{
    public static TestEntry Of(RegoTestResult result) => new(
        PolicyLocation.Of(result.Test.Place),
        string.Join('.', result.Test.Package.Prepend("data")),
        string.Join('.', result.Test.Name),
        result.Outcome == TestOutcome.Failed,
        result.Outcome == TestOutcome.Skipped,
        result.Error,
        result.Place is null ? null : PolicyLocation.Of(result.Place),
        (long)result.Duration.TotalNanoseconds,
        result.Output.Count == 0 ? null : result.Output);
}
