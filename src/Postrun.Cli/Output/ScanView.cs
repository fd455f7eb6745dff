using System.Text.Json;
using Postrun.Cli.Pipeline;
using Postrun.Redaction.Rules;
using Postrun.Redaction.UserRules;
using Spectre.Console;

namespace Postrun.Cli.Output;

/// <summary>Prints what a scan found: where and what, never the value.</summary>
internal static class ScanView
{
    public static void WriteText(IAnsiConsole console, ScanResult result, bool quiet)
    {
        foreach (var (path, finding) in result.Findings)
        {
            var rule = finding.Rule;
            // One line, however long the path is: editors and scripts take it apart.
            console.Profile.Out.Writer.WriteLine(
                $"{Safe.Text(path.ToString())}:{finding.Line}: {RuleWords.Of(rule.Severity)}: {Safe.Text(rule.Name)} ({rule.Id}), {RuleWords.Of(finding.Confidence)}, {finding.Fingerprint}");
        }
        if (!quiet)
            console.MarkupLine(Summary(result));
    }

    private static string Summary(ScanResult result)
    {
        var found = result.Files.Sum(static file => file.Findings.Count);
        var known = result.Files.Sum(static file => file.Known);
        var binary = result.Files.Count(static file => file.IsBinary);
        var colour = found > 0 ? "yellow" : "green";
        return $"[{colour}]{Units.Count(found)} finding{(found == 1 ? "" : "s")}[/] in {Units.Count(result.Files.Count)} file{(result.Files.Count == 1 ? "" : "s")}"
            + (known > 0 ? $", {Units.Count(known)} known from the baseline" : "")
            + (binary > 0 ? $", {Units.Count(binary)} binary and not looked into" : "")
            + string.Concat(BySeverity(result).Select(static pair => $"; {Units.Count(pair.Count)} {RuleWords.Of(pair.Severity)}"));
    }

    private static IEnumerable<(Severity Severity, int Count)> BySeverity(ScanResult result) => result.Findings
        .GroupBy(static found => found.Finding.Rule.Severity).OrderByDescending(static group => group.Key).Select(static group => (group.Key, group.Count()));

    public static void WriteJson(Stream output, ScanResult result)
    {
        using (var writer = new Utf8JsonWriter(output, new() { Indented = true, NewLine = "\n" }))
        {
            writer.WriteStartObject();
            writer.WriteString("apiVersion", "postrun.dev/v1");
            writer.WriteString("ruleSet", result.RuleSet);
            writer.WriteNumber("files", result.Files.Count);
            writer.WriteNumber("binary", result.Files.Count(static file => file.IsBinary));
            writer.WriteNumber("known", result.Files.Sum(static file => file.Known));
            writer.WriteStartArray("findings");
            foreach (var (path, finding) in result.Findings)
            {
                writer.WriteStartObject();
                writer.WriteString("rule", finding.Rule.Id);
                writer.WriteString("severity", RuleWords.Of(finding.Rule.Severity));
                writer.WriteString("category", RuleWords.Of(finding.Rule.Category));
                writer.WriteString("confidence", RuleWords.Of(finding.Confidence));
                writer.WriteString("path", path.ToString());
                writer.WriteNumber("line", finding.Line);
                writer.WriteNumber("offset", finding.Offset);
                writer.WriteNumber("length", finding.Length);
                writer.WriteString("fingerprint", finding.Fingerprint);
                writer.WriteEndObject();
            }
            writer.WriteEndArray();
            writer.WriteStartArray("unread");
            foreach (var (path, reason) in result.Unread)
            {
                writer.WriteStartObject();
                writer.WriteString("path", path.ToString());
                writer.WriteString("reason", reason);
                writer.WriteEndObject();
            }
            writer.WriteEndArray();
            writer.WriteEndObject();
        }
        output.WriteByte((byte)'\n');
    }
}
