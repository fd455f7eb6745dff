using Postrun.Model;

namespace Postrun.Evidence;

internal static class HtmlTables
{
    public static void Left(HtmlWriter html, ReportText text, CleanupReport report)
    {
        html.Raw("<div class=\"left\">").Raw("<h2>").Text(text.LeftTitle).Raw("</h2><p class=\"lead\">").Text(text.LeftLead).Raw("</p>")
            .TableHead(text.Path, text.Reason, text.Remedy);
        foreach (var item in report.Left.Take(HtmlReport.MaxRows))
        {
            var (reason, remedy) = text.LeftReasons[item.Reason];
            html.Raw("<tr><td class=\"p\">").Code(item.Path.ToString()).Raw("</td><td class=\"w\">").Text(reason)
                .Raw("<span class=\"sub\">").Text(item.Detail).Raw("</span></td>").Cell(remedy, "w").Raw("</tr>\n");
        }
        html.EndTable();
        More(html, text, report.Left.Length, EvidenceFiles.Report);
        html.Raw("</div>\n");
    }

    public static void Kept(HtmlWriter html, ReportText text, RetentionManifest manifest)
    {
        html.Heading(text.KeptTitle, "kept");
        // A later round over the same path has the last word.
        var kept = manifest.Entries.Where(e => e.Treatment == Treatment.Keep).GroupBy(e => e.Path).Select(g => g.Last())
            .OrderByDescending(e => e.Class == DataClass.Undecided).ThenByDescending(e => e.Class).ThenBy(e => e.Path).ToArray();
        if (kept.Length == 0)
        {
            html.Raw("<p class=\"lead\">").Text(text.NothingKept).Raw("</p>").EndSection();
            return;
        }
        html.Raw("<p class=\"lead\">").Text(text.KeptLead).Raw("</p>")
            .TableHead(text.Path, text.Class, text.Until, text.Ground, "#" + text.Files, "#" + text.Size, text.Rule);
        foreach (var entry in kept.Take(HtmlReport.MaxRows))
        {
            html.Raw("<tr><td class=\"p\">").Code(entry.Path.ToString()).Raw("</td>").Cell(text.Classes[entry.Class])
                .Raw("<td class=\"nb\">").Text(Until(text, entry)).Raw("<span class=\"sub\">").Text(entry.Retention?.ToString() ?? "\u2013").Raw("</span></td><td>")
                .Text(entry.LegalBasis ?? "\u2013").Raw("<span class=\"sub\">").Text(entry.Responsible ?? "\u2013").Raw("</span></td>")
                .Cell(text.Count(entry.Files), "n").Cell(text.Bytes(entry.Bytes), "n");
            Rule(html, text, entry.Reasons, entry.Conflict);
            html.Raw("</tr>\n");
        }
        html.EndTable();
        More(html, text, kept.Length, EvidenceFiles.Manifest);
        html.EndSection();
    }

    public static void Removed(HtmlWriter html, ReportText text, CleanupReport report)
    {
        html.Heading(text.RemovedTitle, "removed");
        var steps = report.Steps.Where(s => s.Treatment == Treatment.Delete).ToArray();
        if (steps.Length == 0)
            html.Raw("<p class=\"lead\">").Text(text.NothingRemoved).Raw("</p>");
        else
        {
            html.Raw("<p class=\"lead\">").Text(text.Fill(text.RemovedLead, report.Removed.File)).Raw("</p>")
                .TableHead(text.Path, text.Class, text.Status, "#" + text.Files, "#" + text.Freed, text.Rule);
            foreach (var step in steps.OrderByDescending(s => s.Status != StepStatus.Done).ThenByDescending(s => s.Removed.BytesFreed).Take(HtmlReport.MaxRows))
            {
                html.Raw("<tr><td class=\"p\">").Code(step.Path.ToString());
                if (step.Round > 0)
                    html.Raw("<span class=\"sub\">").Text(text.Fill(text.Round, text.Count(step.Round + 1))).Raw("</span>");
                html.Raw("</td>").Cell(text.Classes[step.Class])
                    .Raw("<td class=\"").Raw(step.Status == StepStatus.Done ? "" : "bad").Raw("\">").Text(text.StepStatuses[step.Status]);
                if (step.HeldBy.Length > 0)
                    html.Raw("<span class=\"sub\">").Text(text.Fill(text.HeldBy, string.Join(", ", step.HeldBy.Take(5)))).Raw("</span>");
                html.Raw("</td>").Cell(text.Count(step.Removed.Files), "n").Cell(text.Bytes(step.Removed.BytesFreed), "n");
                Rule(html, text, step.Reasons, step.Conflict);
                html.Raw("</tr>\n");
            }
            html.EndTable();
            More(html, text, steps.Length, EvidenceFiles.Report);
        }
        html.Raw("<h3>").Text(text.MethodsTitle).Raw("</h3><p class=\"lead\">").Text(text.UnlinkNote).Raw("</p>").EndSection();
    }

    public static void Controls(HtmlWriter html, ReportText text, CleanupReport report)
    {
        html.Heading(text.ControlsTitle, "controls").Raw("<p class=\"lead\">").Text(text.ControlsLead).Raw("</p>")
            .TableHead(text.RiskColumn, text.Status, text.FindingColumn, text.ReferencesColumn);
        foreach (var control in report.Controls)
        {
            html.Raw("<tr><td class=\"w\">").Text(text.Risk(control.Id)).Raw("<span class=\"sub\">").Text(text.Controls(control.Id))
                .Raw("</span></td><td><span class=\"badge ").Raw(Css(control.Status)).Raw("\">").Text(text.ControlStatuses[control.Status])
                .Raw("</span></td><td class=\"w\">").Text(string.Join(' ', control.Findings.Select(text.Finding))).Raw("</td><td class=\"nb\">");
            foreach (var reference in text.References(control.Id))
                html.Raw("<span class=\"sub\">").Text(reference).Raw("</span>");
            html.Raw("</td></tr>\n");
        }
        html.EndTable().EndSection();
    }

    private static string Css(ControlStatus status) => status switch
    {
        ControlStatus.Met => "good",
        ControlStatus.Partial => "warn",
        ControlStatus.NotMet => "bad",
        _ => "none",
    };

    private static string Until(ReportText text, ManifestEntry entry) =>
        entry.Retention is null ? text.NoTerm
        : entry.Retention.Value.IsHold ? text.UntilReleased
        : entry.DeleteAfter is { } date ? ReportText.Date(date) : "\u2013";

    private static void Rule(HtmlWriter html, ReportText text, IReadOnlyList<Reason> reasons, bool conflict)
    {
        html.Raw("<td class=\"w\">");
        foreach (var reason in reasons.Take(3))
            html.Code(reason.Rule).Raw("<span class=\"sub\">").Text(reason.Fact).Raw("</span>");
        if (conflict)
            html.Raw("<span class=\"sub\">").Text(text.Conflict).Raw("</span>");
        html.Raw("</td>");
    }

    public static void More(HtmlWriter html, ReportText text, int rows, string file)
    {
        if (rows > HtmlReport.MaxRows)
            html.Raw("<p class=\"more\">").Text(text.Fill(text.More, text.Count(rows - HtmlReport.MaxRows), file)).Raw("</p>\n");
    }
}
