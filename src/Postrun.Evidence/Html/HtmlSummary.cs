namespace Postrun.Evidence;

/// <summary>The first screen: what was left comes first if anything was.</summary>
internal static class HtmlSummary
{
    public static void Write(HtmlWriter html, ReportText text, CleanupReport report)
    {
        var totals = report.Totals;
        var incomplete = report.Status == ReportStatus.Incomplete;
        var alive = report.Revocation is { Clean: false };
        var badge = incomplete ? "bad" : alive || totals.Left > 0 || report.Incidents.Length > 0 ? "warn" : "good";
        html.Raw("<header><div><p class=\"kicker\">").Text(text.Title).Raw("</p><h1>").Text(report.Run.Name ?? report.Run.Id)
            .Raw("</h1><p class=\"run\">").Code(report.Run.Id).Raw("</p></div><span class=\"badge ").Raw(badge).Raw("\">")
            .Text(text.ReportStatuses[report.Status]).Raw("</span></header>\n");

        html.Raw($"<section aria-label=\"").Text(text.Summary).Raw($"\"><div class=\"verdict {badge}\">");
        if (alive)
            html.Raw("<p>").Text(text.Revocation(report.Revocation)).Raw("</p>");
        if (incomplete)
        {
            html.Raw("<p>").Text(text.NotFinished);
            if (report.Interruption is { } reason)
                html.Text(" " + text.Fill(text.InterruptedBy, text.LeftReasons[reason].Reason));
            html.Raw("</p>");
        }
        if (totals.Left > 0)
            html.Raw("<p>").Text(totals.Left == 1 ? text.LeftOne : text.Fill(text.LeftMany, text.Count(totals.Left))).Raw("</p>");
        else if (!incomplete && !alive && report.Incidents.Length == 0)
            html.Raw("<p>").Text(text.NothingLeft).Raw("</p>");
        if (report.Incidents.Length > 0)
            html.Raw("<p>").Text(text.Finding(new(ControlFindingCode.SecretIncidents, report.Incidents.Length))).Raw("</p>");
        html.Raw("</div>\n<dl class=\"tiles\">");
        Tile(html, text.Freed, text.Bytes(totals.BytesFreed),
            totals.BytesHeld > 0 ? text.Fill(text.StillHeld, text.Bytes(totals.BytesHeld)) : text.AllReleased);
        Tile(html, text.Removed, text.Count(totals.Files + totals.Directories),
            text.Fill(text.FilesAndDirectories, text.Count(totals.Files), text.Count(totals.Directories)));
        Tile(html, text.Kept, text.Bytes(totals.KeptBytes), text.Fill(text.FilesOnly, text.Count(totals.KeptFiles)));
        Tile(html, text.Left, text.Count(totals.Left), totals.Left > 0 ? text.ForAPerson : text.NothingToDo);
        html.Raw("</dl></section>\n");
    }

    private static void Tile(HtmlWriter html, string name, string value, string note) =>
        html.Raw("<div><dt>").Text(name).Raw("</dt><dd>").Text(value).Raw("<small>").Text(note).Raw("</small></dd></div>");
}
