using Postrun.Model;

namespace Postrun.Evidence;

/// <summary>
/// Checks evidence against a key that the caller trusts. Whatever the files hold, it returns findings and does not throw.
/// </summary>
public static class EvidenceVerifier
{
    /// <param name="open">Opens a file of the evidence directory by its name; <see langword="null"/> where there is none.
    /// It is only asked for names without a slash.</param>
    /// <param name="publicKeyPem">The trusted key. What the bundle says of keys is a hint.</param>
    /// <param name="exists">Whether a path exists, symbolic links not followed; <see langword="null"/>: that is not checked.</param>
    /// <exception cref="OperationCanceledException">the token said so; nothing is left behind</exception>
    public static VerificationResult Verify(
        Func<string, Stream?> open, string publicKeyPem, Func<UnixPath, bool>? exists = null, CancellationToken cancellation = default)
    {
        var findings = new FindingList();
        var files = new EvidenceReader(open, findings, cancellation);
        var statement = BundleCheck.Run(files, publicKeyPem, findings);
        if (statement is not null)
            SubjectCheck.Run(files, statement, findings);

        var report = Document(files, EvidenceFiles.Report, Check.Report, findings, json => EvidenceDocument.ReadReport(json));
        var manifest = Document(files, EvidenceFiles.Manifest, Check.Manifest, findings, json => EvidenceDocument.ReadManifest(json));
        long probed = 0;
        if (report is not null)
        {
            ReportCheck.Run(files, report, statement, findings);
            if (manifest is not null)
                ReportCheck.RunManifest(report, manifest, findings);
            probed = RemovedCheck.Run(files, report, exists, findings, cancellation);
        }
        return new() { Findings = findings.All, Checked = findings.Checked, Report = report, Probed = probed };
    }

    private static T? Document<T>(EvidenceReader files, string name, Check what, FindingList findings, Func<byte[], T> parse)
        where T : class
    {
        findings.Begin(what);
        if (files.ReadAll(name, what) is not { } bytes)
            return null;
        try
        {
            return parse(bytes);
        }
        catch (Exception e) when (Malformed.Is(e))
        {
            findings.Add(what, name, $"cannot be read: {Malformed.Line(e)}");
            return null;
        }
    }
}
