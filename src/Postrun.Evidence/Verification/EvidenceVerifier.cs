namespace Postrun.Evidence;

/// <summary>
/// Checks evidence against a key that the caller trusts. Whatever the files hold, it returns findings and does not throw.
/// </summary>
public static class EvidenceVerifier
{
    /// <exception cref="OperationCanceledException">the token said so; nothing is left behind</exception>
    public static VerificationResult Verify(IEvidenceSource source, VerificationRequest request, CancellationToken cancellation = default)
    {
        var findings = new FindingList();
        var key = Key(request.PublicKeyPem, findings);
        var (report, probed) = DirectoryCheck.Run(source.Open, key, request.Exists, findings, cancellation);
        var links = 0;
        if (report is not null)
        {
            Expected(report, request, findings);
            if (request.WithHistory)
                links = new HistoryCheck(source, key, findings, cancellation).Run(report.PreviousEvidence);
        }
        return new() { Findings = findings.All, Checked = findings.Checked, Report = report, Probed = probed, Links = links };
    }

    private static VerificationKey? Key(string pem, FindingList findings)
    {
        findings.Begin(Check.Key);
        try
        {
            return VerificationKey.FromPem(pem);
        }
        catch (KeyException e)
        {
            findings.Add(Check.Key, "public key", e.Message);
            return null;
        }
    }

    /// <summary>A signature says who, not which: older evidence, or that of another run, holds as well.</summary>
    private static void Expected(CleanupReport report, VerificationRequest request, FindingList findings)
    {
        if (request.Run is { } run)
        {
            findings.Begin(Check.Run);
            if (report.Run.Id != run)
                findings.Add(Check.Run, EvidenceFiles.Report, $"is of the run '{Malformed.Line(report.Run.Id)}', not of '{Malformed.Line(run)}'");
        }
        if (request.NotBefore is { } instant)
        {
            findings.Begin(Check.NotBefore);
            if (report.StartedAt < instant)
                findings.Add(Check.NotBefore, EvidenceFiles.Report,
                    $"is of a clean-up that started at {report.StartedAt:O}, before {instant:O}: there should be later evidence; get that");
        }
    }
}
