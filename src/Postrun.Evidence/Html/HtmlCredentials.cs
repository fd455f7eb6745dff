using Postrun.Model;

namespace Postrun.Evidence;

/// <summary>What became of the credentials of the run: what may live on comes first.</summary>
internal static class HtmlCredentials
{
    public static void Write(HtmlWriter html, ReportText text, CleanupReport report)
    {
        var isOpen = report.Revocation is { Clean: false };
        html.Raw(isOpen ? "<div class=\"left\">" : "").Heading(text.CredentialsTitle, "credentials").Raw("<p class=\"lead\">").Text(text.Revocation(report.Revocation)).Raw("</p>");
        if (report.Revocation is { Credentials: { IsEmpty: false } credentials })
        {
            html.TableHead(text.Credential, text.Status, text.Proof, text.Issuer);
            foreach (var credential in credentials.OrderByDescending(static credential => credential.MayLiveOn is not null).Take(HtmlReport.MaxRows))
                Row(html, credential);
            html.EndTable();
            HtmlTables.More(html, text, credentials.Length, EvidenceFiles.Report);
        }
        html.EndSection().Raw(isOpen ? "</div>\n" : "");
    }

    private static void Row(HtmlWriter html, RevocationOutcome credential)
    {
        html.Raw("<tr><td class=\"p\">").Code(credential.Name).Raw("<span class=\"sub\">").Text(CredentialWords.Of(credential.Kind));
        if (credential.HandleFingerprint is { } fingerprint)
            html.Raw(" ").Code(fingerprint);
        html.Raw("</span></td><td class=\"").Raw(credential.MayLiveOn is null ? "" : "bad").Raw("\">").Code(CredentialWords.Of(credential.Status))
            .Raw("<span class=\"sub\">").Text(ReportText.Instant(credential.ExpiresAt ?? credential.At)).Raw("</span></td><td class=\"w\">").Text(credential.Proof);
        if (credential.MayLiveOn is { Length: > 0 } why)
            html.Raw("<span class=\"sub\">").Text(why).Raw("</span>");
        foreach (var holder in credential.HeldBy ?? [])
            html.Raw("<span class=\"sub\">").Text(holder).Raw("</span>");
        html.Raw("</td>").Cell(credential.Issuer ?? "\u2013", "w").Raw("</tr>\n");
    }
}
