using System.Globalization;
using System.Text;

namespace Postrun.Evidence;

/// <summary>
/// A page for an auditor: self-contained, without script, fit for A4. It is derived from the signed documents and not
/// signed itself.
/// </summary>
public static class HtmlReport
{
    /// <summary>Rows of a table; what is beyond stands in the JSON document.</summary>
    internal const int MaxRows = 200;

    /// <param name="signed">A bundle stands beside the page.</param>
    public static void Write(
        Stream output, CleanupReport report, RetentionManifest manifest, ReportLanguage language, bool signed)
    {
        using var writer = new StreamWriter(output, new UTF8Encoding(false), leaveOpen: true);
        writer.NewLine = "\n";
        Write(writer, report, manifest, language, signed);
    }

    /// <inheritdoc cref="Write(Stream, CleanupReport, RetentionManifest, ReportLanguage, bool)"/>
    public static void Write(
        TextWriter output, CleanupReport report, RetentionManifest manifest, ReportLanguage language, bool signed)
    {
        var text = ReportText.Of(language);
        var html = new HtmlWriter(output);
        Head(html, text, report);
        HtmlSummary.Write(html, text, report);
        if (report.Revocation is { Clean: false })
            HtmlCredentials.Write(html, text, report);
        if (report.Left.Length > 0)
            HtmlTables.Left(html, text, report);
        if (report.Incidents.Length > 0)
            HtmlFindings.Incidents(html, text, report);
        HtmlFacts.Write(html, text, report);
        HtmlCharts.Write(html, text, report);
        HtmlTables.Kept(html, text, manifest);
        HtmlTables.Removed(html, text, report);
        if (report.Redactions.Length > 0)
            HtmlFindings.Redactions(html, text, report);
        if (report.Revocation is not { Clean: false })
            HtmlCredentials.Write(html, text, report);
        HtmlTables.Controls(html, text, report);
        HtmlVerification.Write(html, text, report, signed);
        html.Raw("<footer>").Text(string.Format(CultureInfo.InvariantCulture, text.Footer, report.Agent.Version)).Raw("</footer>\n</main>\n</body>\n</html>\n");
    }

    private static void Head(HtmlWriter html, ReportText text, CleanupReport report) => html
        .Raw($"<!DOCTYPE html>\n<html lang=\"{text.Tag}\">\n<head>\n<meta charset=\"utf-8\">\n")
        .Raw($"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src '{HtmlStyle.Hash}'; base-uri 'none'; form-action 'none'\">\n")
        .Raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"referrer\" content=\"no-referrer\">\n<title>")
        .Text($"{text.Title} \u2013 {report.Run.Name ?? report.Run.Id}")
        .Raw("</title>\n<style>").Raw(HtmlStyle.Css).Raw("</style>\n</head>\n<body>\n<main>\n");
}
