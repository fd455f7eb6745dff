using System.Globalization;

namespace Postrun.Evidence;

/// <summary>Who, when, what.</summary>
internal static class HtmlFacts
{
    private const int MaxRoots = 20;

    public static void Write(HtmlWriter html, ReportText text, CleanupReport report)
    {
        html.Heading(text.WhoWhenWhat, "facts").Raw("<dl class=\"facts\">\n");
        Fact(html, text.Run, report.Run.Id, code: true);
        Fact(html, text.Started, ReportText.Instant(report.StartedAt));
        Fact(html, text.Owner, report.Run.Owner);
        Fact(html, text.Finished, report.FinishedAt is { } end ? ReportText.Instant(end) : text.NotRecorded);
        Fact(html, text.Gates, text.Outcomes[report.Run.Outcome]);
        Fact(html, text.Duration, report.FinishedAt is { } finished ? text.Elapsed(finished - report.StartedAt) : text.NotRecorded);
        Fact(html, text.RunEnded, report.Run.FinishedAt is { } ended ? ReportText.Instant(ended) : text.NotRecorded);
        Fact(html, text.ExitCode, report.ExitCode.ToString(CultureInfo.InvariantCulture));
        Fact(html, text.Agent, $"Postrun {report.Agent.Version}");
        Fact(html, text.User, report.Agent.User);
        Fact(html, text.Host, report.Agent.Host);
        Fact(html, text.Kernel, report.Agent.Kernel);
        var policy = report.Plans[^1].Policy;
        Fact(html, text.Policy, $"{policy.Name} {policy.Version}");
        Fact(html, text.Process, report.Agent.ProcessId.ToString(CultureInfo.InvariantCulture));
        Roots(html, text, report);
        foreach (var (name, link) in report.Run.Links)
            // Not a hyperlink: the page refers to nothing outside, and the address comes from the descriptor.
            Wide(html, name, () => html.Code(link));
        if (report.PreviousEvidence is { } previous)
            Wide(html, text.Previous, () => html.Code(previous));
        if (report.EvidenceProtection is { Unpinned: > 0 } protection)
            Wide(html, text.Protection, () => html.Text(text.Fill(text.Unpinned, text.Count(protection.Unpinned), text.Count(protection.Pinned + protection.Unpinned))));
        html.Raw("</dl>").EndSection();
    }

    private static void Roots(HtmlWriter html, ReportText text, CleanupReport report) => Wide(html, text.Roots, () =>
    {
        foreach (var root in report.Roots.Take(MaxRoots))
            html.Raw("<span>").Code(root.Path.ToString()).Text($" ({root.Cache ?? text.Origins[root.Origin]}, {root.FileSystem})").Raw("</span>");
        if (report.Roots.Length > MaxRoots)
            html.Raw("<span>").Text(text.Fill(text.More, text.Count(report.Roots.Length - MaxRoots), EvidenceFiles.Report)).Raw("</span>");
    });

    private static void Fact(HtmlWriter html, string name, string? value, bool code = false)
    {
        html.Raw("<div><dt>").Text(name).Raw("</dt><dd>");
        _ = code ? html.Code(value ?? "\u2013") : html.Text(value ?? "\u2013");
        html.Raw("</dd></div>\n");
    }

    private static void Wide(HtmlWriter html, string name, Action value)
    {
        html.Raw("<div class=\"wide\"><dt>").Text(name).Raw("</dt><dd>");
        value();
        html.Raw("</dd></div>\n");
    }
}
