using Postrun.Evidence;
using Postrun.Model;
using Spectre.Console;

namespace Postrun.Cli.Output;

/// <summary>Prints what a clean-up did: what was left first, then the sums.</summary>
internal static class ReportView
{
    private const int MaxLeft = 20;

    public static void Write(IAnsiConsole console, CleanupReport report, UnixPath directory)
    {
        if (report.Revocation is { Clean: false } revocation)
        {
            foreach (var credential in revocation.Open.Take(MaxLeft))
                console.MarkupLine($"[red]may live on[/] {Escape(credential.Name)} [grey]{CredentialWords.Of(credential.Status)}: {Escape(credential.Proof)}[/]");
            console.MarkupLine($"[red]{Escape(report.RevocationStatement)}[/]");
        }
        foreach (var item in report.Left.Take(MaxLeft))
            console.MarkupLine($"[yellow]left[/] {Escape(item.Path.ToString())} [grey]{Escape(item.Detail)}[/]");
        if (report.Left.Length > MaxLeft)
            console.MarkupLine($"[grey]and {Units.Count(report.Left.Length - MaxLeft)} more in {EvidenceFiles.Report}[/]");

        foreach (var file in report.Incidents.Take(MaxLeft))
            console.MarkupLine($"[red]incident[/] {Escape(file.Path.ToString())} [grey]{Escape($"{string.Join(", ", file.Counts.Where(static count => count.Action == FindingAction.Fail).Select(static count => $"{count.Found} {count.Name}"))}: {file.Detail}")}[/]");
        if (report.Incidents.Length > MaxLeft)
            console.MarkupLine($"[grey]and {Units.Count(report.Incidents.Length - MaxLeft)} more in {EvidenceFiles.Report}[/]");

        var table = new Table { Border = TableBorder.Rounded };
        table.AddColumn("class");
        foreach (var column in new[] { "files removed", "bytes freed", "files kept", "bytes kept" })
            table.AddColumn(new TableColumn(column).RightAligned());
        foreach (var row in report.ByClass.Where(static row => row.Files + row.Directories + row.KeptFiles > 0))
            table.AddRow(Name(row.Class), Units.Count(row.Files), Units.Bytes(row.BytesFreed), Units.Count(row.KeptFiles), Units.Bytes(row.KeptBytes));
        table.AddRow("[bold]all[/]", Units.Count(report.Totals.Files), Units.Bytes(report.Totals.BytesFreed), Units.Count(report.Totals.KeptFiles), Units.Bytes(report.Totals.KeptBytes));
        console.Write(table);

        if (report.Revocation is { Clean: true })
            console.MarkupLine(Escape(report.RevocationStatement));
        if (report.Redaction is { } redaction)
            console.MarkupLine($"{Units.Count(redaction.Scanned?.Files ?? 0)} kept files looked through, {Units.Count(redaction.ValuesRedacted)} values in {Units.Count(redaction.FilesRedacted)} files redacted"
                + (redaction.FilesLeft + redaction.Incidents + redaction.Omitted == 0 ? "" : $", [red]{Units.Count(redaction.FilesLeft + redaction.Incidents + redaction.Omitted)} files wait for a person: run 'postrun incident {Escape(directory.ToString())}'[/]"));
        if (report.Totals.BytesHeld > 0)
            console.MarkupLine($"[yellow]{Units.Bytes(report.Totals.BytesHeld)} come free when the processes that hold them close them[/]");
        if (report.EvidenceProtection is { Unpinned: > 0 } protection)
            console.MarkupLine($"[yellow]{Units.Count(protection.Unpinned)} of {Units.Count(protection.Pinned + protection.Unpinned)} evidence files could not be pinned: checks alone protected them while deletions ran[/]");
        var took = report.FinishedAt - report.StartedAt;
        var colour = report.Status == ReportStatus.Complete ? report.Left.IsEmpty && report.Incidents.IsEmpty && report.Revocation is not { Clean: false } ? "green" : "yellow" : "red";
        console.MarkupLine(
            $"[{colour}]{(report.Status == ReportStatus.Complete ? "complete" : "incomplete")}[/]"
            + $" run {Escape(report.Run.Id)}, {Units.Count(report.Left.Length)} left, {report.Plans.Length} plan{(report.Plans.Length == 1 ? "" : "s")}, {took?.TotalSeconds:F1} s;"
            + $" evidence in {Escape(directory.ToString())}");
    }

    private static string Name(DataClass dataClass) => dataClass.ToString().ToUpperInvariant();

    private static string Escape(string text) => Markup.Escape(Safe.Text(text));
}
