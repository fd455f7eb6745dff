namespace Postrun.Evidence;

/// <summary>Digests, and how to check them without trusting this page.</summary>
internal static class HtmlVerification
{
    private const int MaxPlans = 20;

    public static void Write(HtmlWriter html, ReportText text, CleanupReport report, bool signed)
    {
        html.Heading(text.VerifyTitle, "verify").Raw("<p class=\"lead\">").Text(signed ? text.VerifyLead : text.VerifyUnsigned).Raw("</p>\n");
        if (signed)
        {
            html.Raw("<h3>").Text(text.VerifyPostrun).Raw("</h3><pre>").Code("postrun verify . --key postrun.pub").Raw("</pre>\n");
            html.Raw("<h3>").Text(text.VerifyCosign).Raw("</h3><pre>").Code(
                $"cosign verify-blob-attestation --key postrun.pub --bundle {EvidenceFiles.Bundle} \\").Raw("\n").Code($"  --type {InTotoStatement.EvidencePredicateType} --insecure-ignore-tlog {EvidenceFiles.Report}").Raw("</pre>\n");
        }
        html.Raw("<h3>").Text(text.Digests).Raw("</h3><dl class=\"facts\">\n");
        foreach (var plan in report.Plans.Take(MaxPlans))
            Digest(html, text.Plan, plan.Digest, plan.File);
        Digest(html, text.Descriptor, report.Plans[0].DescriptorDigest, null);
        Digest(html, text.Policy, report.Plans[0].Policy.Digest, report.Plans[0].Policy.Name);
        Digest(html, text.RemovedList, "sha256:" + report.Removed.Sha256, report.Removed.File);
        Digest(html, text.MerkleRoot, report.Removed.MerkleRoot, text.Fill(text.Records, text.Count(report.Removed.Records)));
        html.Raw("</dl>").EndSection();
    }

    private static void Digest(HtmlWriter html, string name, string digest, string? note)
    {
        html.Raw("<div class=\"wide\"><dt>").Text(name).Raw("</dt><dd>").Code(digest);
        if (note is not null)
            html.Raw("<span class=\"sub\">").Text(note).Raw("</span>");
        html.Raw("</dd></div>\n");
    }
}
