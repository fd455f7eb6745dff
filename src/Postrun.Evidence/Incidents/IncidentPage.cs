using System.Text;
using Postrun.Model;

namespace Postrun.Evidence;

/// <summary><c>incident.md</c>: the record for people, in Markdown.</summary>
public static class IncidentPage
{
    public const string FileName = "incident.md";

    public static byte[] Write(IncidentRecord record)
    {
        var page = new StringBuilder();
        Line(page, $"# Incident: a secret stayed after run {Code(record.Run.Id)}");
        Line(page);
        Line(page, $"Opened {ReportText.Instant(record.OpenedAt)}, from the report {Code(record.Report)}, rules {Code(record.RuleSet)}. No value stands here: a fingerprint tells equal values from others.");
        Line(page);
        Line(page, "## What was found");
        Line(page);
        Line(page, "| what | severity | fingerprint | found | where |");
        Line(page, "| --- | --- | --- | --- | --- |");
        foreach (var credential in record.Credentials)
            Line(page, $"| {Plain(credential.Name)} ({Code(credential.Rule)}) | {credential.Severity.ToString().ToLowerInvariant()} | {(credential.Fingerprint is { } print ? Code(print) : "not listed singly")} | {credential.Found} | {Where(credential)} |");
        Line(page);
        Line(page, "## Files");
        Line(page);
        Line(page, "| file | place | outcome | SHA-256 | why |");
        Line(page, "| --- | --- | --- | --- | --- |");
        foreach (var file in record.Files)
            Line(page, $"| {Code(file.Path.ToString())} | {file.Place.ToString().ToLowerInvariant()} | {file.Outcome.ToString().ToLowerInvariant()} | {(file.Sha256 is { } digest ? Code(digest) : "")} | {Plain(file.Why)} |");
        Line(page);
        Line(page, "## What to do");
        foreach (var step in record.Steps)
        {
            Line(page);
            Line(page, $"{step.Number}. **{Plain(step.Title)}**");
            foreach (var action in step.Actions)
                Line(page, $"   - [ ] {Plain(action)}");
        }
        Line(page);
        Line(page, "## Correction (SCDR)");
        Line(page);
        Line(page, $"* Cause: {Plain(record.Correction.Cause)}");
        Line(page, $"* Corrective action: {Plain(record.Correction.CorrectiveAction)}");
        Line(page, $"* Responsible: {Plain(record.Correction.Responsible ?? "to be named")}");
        Fenced(page, "If it is harmless: for the descriptor", record.SuggestedAllowance);
        Fenced(page, "So that the next run redacts, or fails, by itself: for the descriptor", record.SuggestedRedaction);
        return Encoding.UTF8.GetBytes(page.ToString());
    }

    private static string Where(IncidentCredential credential) =>
        string.Join("<br>", credential.Places.Take(20).Select(static at => $"{Code(at.Path.ToString())} line {at.Line}")) + (credential.Places.Length > 20 ? $"<br>and {credential.Places.Length - 20} more" : "");

    private static void Fenced(StringBuilder page, string title, string yaml)
    {
        Line(page);
        Line(page, $"## {title}");
        Line(page);
        Line(page, "```yaml");
        page.AppendJoin('\n', yaml.Replace("```", "'''", StringComparison.Ordinal).Split('\n').Select(VisibleText.Of));
        Line(page, "```");
    }

    /// <summary>Names of the workspace stay text: they end no cell, begin no markup and no HTML.</summary>
    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var unit in VisibleText.Of(text))
            (unit is '\\' or '`' or '*' or '_' or '[' or ']' or '<' or '>' or '|' or '#' or '!' ? plain.Append('\\') : plain).Append(unit);
        return plain.ToString();
    }

    /// <summary>What Markdown takes letter by letter, but for the two characters that would end it.</summary>
    private static string Code(string text) => $"`{VisibleText.Of(text).Replace('`', '\'').Replace("|", "\\|", StringComparison.Ordinal)}`";

    private static void Line(StringBuilder page, string text = "") => page.Append(text).Append('\n');
}
