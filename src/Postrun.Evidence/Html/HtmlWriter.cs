using System.Globalization;
using System.Text;
using Postrun.Model;

namespace Postrun.Evidence;

/// <summary>Markup goes in by <see cref="Raw"/>, everything from outside by <see cref="Text"/>: one place encodes.</summary>
internal sealed class HtmlWriter(TextWriter output)
{
    public HtmlWriter Raw(string markup)
    {
        output.Write(markup);
        return this;
    }

    /// <summary>Safe between tags and within a quoted attribute; what a reader could not see, or be misled by, is spelled out.</summary>
    public HtmlWriter Text(string text)
    {
        foreach (var rune in text.EnumerateRunes())
            output.Write(Encode(rune));
        return this;
    }

    /// <summary>A path or another literal; it never turns the text around it.</summary>
    public HtmlWriter Code(string text) => Raw("<code dir=\"ltr\">").Text(text).Raw("</code>");

    public HtmlWriter Cell(string text, string? css = null) => Raw(css is null ? "<td>" : $"<td class=\"{css}\">").Text(text).Raw("</td>");

    public HtmlWriter Heading(string text, string id) => Raw($"<section aria-labelledby=\"{id}\"><h2 id=\"{id}\">").Text(text).Raw("</h2>\n");

    public HtmlWriter EndSection() => Raw("</section>\n");

    /// <summary>The head of a table; a heading that starts with <c>#</c> is of numbers.</summary>
    public HtmlWriter TableHead(params ReadOnlySpan<string> headings)
    {
        Raw("<div class=\"scroll\"><table><thead><tr>");
        foreach (var heading in headings)
            Raw(heading.StartsWith('#') ? "<th scope=\"col\" class=\"n\">" : "<th scope=\"col\">").Text(heading.TrimStart('#')).Raw("</th>");
        return Raw("</tr></thead><tbody>\n");
    }

    public HtmlWriter EndTable() => Raw("</tbody></table></div>\n");

    private static string Encode(Rune rune) => rune.Value switch
    {
        '&' => "&amp;",
        '<' => "&lt;",
        '>' => "&gt;",
        '"' => "&quot;",
        '\'' => "&#39;",
        _ => VisibleText.IsVisible(rune) ? rune.ToString() : string.Create(CultureInfo.InvariantCulture, $"[U+{rune.Value:X4}]"),
    };
}
