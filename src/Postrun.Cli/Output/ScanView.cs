using System.Text;
using Postrun.Model;
using Postrun.Redaction.Scanning;
using Postrun.Redaction.UserRules;
using Spectre.Console;

namespace Postrun.Cli.Output;

/// <summary>A line for each finding, and a summary, for people.</summary>
/// <param name="console">Where the summary goes.</param>
internal sealed class ScanView(Stream output, IAnsiConsole console, bool quiet) : IScanView
{
    private readonly StreamWriter _lines = new(output, new UTF8Encoding(false), 64 * 1024);

    public void Write(UnixPath path, Finding finding)
    {
        var rule = finding.Rule;
        // One line, however long the path is: editors and scripts take it apart.
        _lines.Write($"{Safe.Text(path.ToString())}:{finding.Line}: {RuleWords.Of(rule.Severity)}: {Safe.Text(rule.Name)} ({rule.Id}), {RuleWords.Of(finding.Confidence)}, {finding.Fingerprint}\n");
    }

    public void End(ScanTotals totals)
    {
        _lines.Flush();
        if (!quiet)
            console.MarkupLine(Summary(totals));
    }

    public void Dispose() => _lines.Dispose();

    private static string Summary(ScanTotals totals)
    {
        var found = totals.Found.Values.Sum();
        var colour = found > 0 ? "yellow" : "green";
        return $"[{colour}]{Units.Count(found)} finding{(found == 1 ? "" : "s")}[/] in {Units.Count(totals.Files)} file{(totals.Files == 1 ? "" : "s")}"
            + (totals.Known > 0 ? $", {Units.Count(totals.Known)} known from the baseline" : "")
            + (totals.Binary > 0 ? $", {Units.Count(totals.Binary)} binary and not looked into" : "")
            + string.Concat(totals.Found.Reverse().Select(static pair => $"; {Units.Count(pair.Value)} {RuleWords.Of(pair.Key)}"));
    }
}
