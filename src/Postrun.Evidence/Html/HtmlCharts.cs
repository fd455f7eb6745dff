using System.Globalization;

namespace Postrun.Evidence;

/// <summary>Horizontal bars with their values beside them: told apart by pattern and label, not by colour.</summary>
internal static class HtmlCharts
{
    private const int Width = 460;
    private const int LabelWidth = 128;
    private const int BarWidth = 240;
    private const int BarHeight = 13;

    private sealed record Bar(string Css, long Bytes);

    private sealed record Row(string Label, Bar[] Bars);

    public static void Write(HtmlWriter html, ReportText text, CleanupReport report)
    {
        html.Heading(text.Charts, "charts");
        html.Raw("<div class=\"charts\"><div><h3>").Text(text.ByClass).Raw("</h3>");
        Chart(html, text, text.ByClass,
            [.. report.ByClass.Where(c => c.Class != Model.DataClass.Undecided || c.KeptBytes > 0).Select(c =>
                new Row(text.Classes[c.Class], [new("freed", c.BytesFreed), new("kept", c.KeptBytes)]))]);
        html.Raw("<p class=\"legend\"><span><svg viewBox=\"0 0 22 11\" aria-hidden=\"true\"><rect class=\"freed\" width=\"22\" height=\"11\"/></svg>").Text(text.Freed)
            .Raw("</span><span><svg viewBox=\"0 0 22 11\" aria-hidden=\"true\"><rect class=\"kept\" x=\".5\" y=\".5\" width=\"21\" height=\"10\"/></svg>").Text(text.Kept)
            .Raw("</span></p></div>\n<div><h3>").Text(text.ByKind).Raw("</h3>");
        if (report.ByKind.Length == 0)
            html.Raw("<p class=\"lead\">").Text(text.NothingRemoved).Raw("</p>");
        else
            Chart(html, text, text.ByKind,
                [.. report.ByKind.OrderByDescending(k => k.BytesFreed).ThenBy(k => k.Kind).Select(k => new Row(text.Kinds[k.Kind], [new("freed", k.BytesFreed)]))]);
        html.Raw("</div></div>").EndSection();
    }

    private static void Chart(HtmlWriter html, ReportText text, string title, Row[] rows)
    {
        var longest = Math.Max(1, rows.Max(r => r.Bars.Max(b => b.Bytes)));
        var rowHeight = rows[0].Bars.Length * (BarHeight + 3) + 14;
        var height = rows.Length * rowHeight;
        html.Raw(Markup($"<svg viewBox=\"0 0 {Width} {height}\" role=\"img\"><title>")).Text(title + ": "
            + string.Join("; ", rows.Select(r => $"{r.Label} {string.Join(", ", r.Bars.Select(b => text.Bytes(b.Bytes)))}"))).Raw("</title>")
            .Raw("<defs><pattern id=\"hatch\" width=\"5\" height=\"5\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\"><path class=\"hatch\" d=\"M0 0V5\"/></pattern></defs>");
        for (var i = 0; i < rows.Length; i++)
        {
            var top = i * rowHeight + 7;
            var barsHeight = rowHeight - 14;
            html.Raw(Markup($"<text x=\"{LabelWidth - 12}\" y=\"{top + barsHeight / 2 + 3}\" text-anchor=\"end\">")).Text(rows[i].Label).Raw("</text>");
            // Nothing needs no bar; of nothing at all the label says so.
            Bar[] bars = [.. rows[i].Bars.Where(b => b.Bytes > 0).DefaultIfEmpty(rows[i].Bars[0])];
            for (var j = 0; j < bars.Length; j++)
            {
                var y = top + (barsHeight - bars.Length * (BarHeight + 3)) / 2 + j * (BarHeight + 3);
                // What is not nothing is seen, however small.
                var width = bars[j].Bytes <= 0 ? 0 : Math.Max(1.5, (double)bars[j].Bytes / longest * BarWidth);
                if (width > 0)
                    html.Raw(Markup($"<rect class=\"{bars[j].Css}\" x=\"{LabelWidth}\" y=\"{y + 0.5:0.#}\" width=\"{width:0.#}\" height=\"{BarHeight - 1}\"/>"));
                html.Raw(Markup($"<text class=\"v\" x=\"{LabelWidth + width + 7:0.#}\" y=\"{y + BarHeight - 2}\">")).Text(text.Bytes(bars[j].Bytes)).Raw("</text>");
            }
        }
        html.Raw(Markup($"<path class=\"axis\" d=\"M{LabelWidth} 0V{height}\"/></svg>"));
    }

    private static string Markup(FormattableString markup) => markup.ToString(CultureInfo.InvariantCulture);
}
