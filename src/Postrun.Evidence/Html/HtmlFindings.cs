using System.Globalization;
using Postrun.Model;

namespace Postrun.Evidence;

/// <summary>Files in which something was found: rules and counts, never a value.</summary>
internal static class HtmlFindings
{
    /// <summary>Single places of one file; the report has more.</summary>
    private const int MaxPlaces = 10;

    public static void Incidents(HtmlWriter html, ReportText text, CleanupReport report)
    {
        html.Raw("<div class=\"left\"><h2>").Text(text.IncidentsTitle).Raw("</h2><p class=\"lead\">").Text(text.IncidentsLead).Raw("</p>");
        Table(html, text, report.Incidents);
        html.Raw("</div>\n");
    }

    public static void Redactions(HtmlWriter html, ReportText text, CleanupReport report)
    {
        html.Heading(text.RedactionsTitle, "redactions").Raw("<p class=\"lead\">").Text(text.RedactionsLead).Raw("</p>");
        Table(html, text, report.Redactions);
        html.EndSection();
    }

    private static void Table(HtmlWriter html, ReportText text, IReadOnlyList<FileFindings> files)
    {
        html.TableHead(text.Path, text.Status, text.Found, text.Digests);
        foreach (var file in files.Take(HtmlReport.MaxRows))
        {
            html.Raw("<tr><td class=\"p\">").Code(file.Path.ToString()).Raw("</td><td class=\"").Raw(file.Outcome is FileOutcome.Left or FileOutcome.Incident ? "bad" : "").Raw("\">")
                .Text(text.FileOutcomes[file.Outcome]);
            if (file.Detail is { } detail)
                html.Raw("<span class=\"sub\">").Text(detail).Raw("</span>");
            html.Raw("</td><td class=\"w\">");
            foreach (var count in file.Counts)
                html.Code(count.Rule).Text($" {text.Count(count.Found)}").Raw("<span class=\"sub\">").Text(count.Name).Raw("</span>");
            foreach (var at in file.Places.Take(MaxPlaces))
                html.Raw("<span class=\"sub\">").Text(string.Create(CultureInfo.InvariantCulture, $"{at.Line}: {at.Rule} {at.Fingerprint}")).Raw("</span>");
            html.Raw("</td><td class=\"w\">").Code(file.Sha256Before ?? "\u2013");
            if (file.Sha256After is { } after)
                html.Raw("<span class=\"sub\">").Code(after).Raw("</span>");
            html.Raw("</td></tr>\n");
        }
        html.EndTable();
        HtmlTables.More(html, text, files.Count, EvidenceFiles.Report);
    }
}
