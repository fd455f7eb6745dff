using System.Globalization;
using System.Text.Json;
using Postrun.Rego;

namespace Postrun.Cli.Output;

/// <summary>Which lines tests reached, in the form of <c>opa test --coverage</c>.</summary>
internal static class CoverageView
{
    public static void WriteJson(CoverageReport report)
    {
        using var output = Console.OpenStandardOutput();
        JsonSerializer.Serialize(output, CoverageDocument.Of(report), PolicyJson.Default.CoverageDocument);
        output.WriteByte((byte)'\n');
    }

    /// <returns>Whether it is enough.</returns>
    public static bool Complain(CoverageReport report, double threshold)
    {
        if (report.Percentage >= threshold)
            return true;
        foreach (var file in report.Files)
            foreach (var range in file.NotCovered)
                Terminal.Complain(string.Create(CultureInfo.InvariantCulture, $"{file.File}:{range.Start}{(range.Length > 1 ? $"-{range.Stop}" : "")}: is reached by no test"));
        Terminal.Complain(string.Create(CultureInfo.InvariantCulture, $"{report.Percentage:0.##} % of the lines are reached, and --threshold asks for {threshold:0.##} %"));
        return false;
    }
}

internal sealed record CoverageDocument(Dictionary<string, CoverageEntry> Files, int CoveredLines, int NotCoveredLines, double Coverage)
{
    public static CoverageDocument Of(CoverageReport report) => new(
        report.Files.ToDictionary(static file => file.File, CoverageEntry.Of), report.CoveredLines, report.NotCoveredLines, report.Percentage);
}

internal sealed record CoverageEntry(CoverageRange[]? Covered, CoverageRange[]? NotCovered, int CoveredLines, int NotCoveredLines, double Coverage)
{
    public static CoverageEntry Of(FileCoverage file) => new(Ranges(file.Covered), Ranges(file.NotCovered), file.CoveredLines, file.NotCoveredLines, file.Percentage);

    private static CoverageRange[]? Ranges(IReadOnlyCollection<LineRange> ranges) =>
        ranges.Count == 0 ? null : [.. ranges.Select(static range => new CoverageRange(new(range.Start), new(range.Stop)))];
}

internal sealed record CoverageRange(CoverageRow Start, CoverageRow End);

internal sealed record CoverageRow(int Row);
