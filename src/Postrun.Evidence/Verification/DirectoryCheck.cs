using Postrun.Model;

namespace Postrun.Evidence;

/// <summary>The evidence of one clean-up, by itself.</summary>
internal static class DirectoryCheck
{
    /// <param name="open">Opens a file of its directory by a name without a slash; <see langword="null"/> where there is none.</param>
    /// <param name="key">Without one the signature is not checked; whoever could not read the key has said so.</param>
    /// <returns>the report as far as it can be read, and how many removed paths were looked at</returns>
    public static (CleanupReport? Report, long Probed) Run(
        Func<string, Stream?> open, VerificationKey? key, Func<UnixPath, bool>? exists, FindingList findings, CancellationToken cancellation)
    {
        var files = new EvidenceReader(open, findings, cancellation);
        var statement = BundleCheck.Run(files, key, findings);
        if (statement is not null)
            SubjectCheck.Run(files, statement, findings);

        var report = Document(files, EvidenceFiles.Report, Check.Report, findings, static json => EvidenceDocument.ReadReport(json));
        var manifest = Document(files, EvidenceFiles.Manifest, Check.Manifest, findings, static json => EvidenceDocument.ReadManifest(json));
        if (report is null)
            return (null, 0);
        ReportCheck.Run(files, report, statement, findings);
        if (manifest is not null)
            ReportCheck.RunManifest(report, manifest, findings);
        return (report, RemovedCheck.Run(files, report, exists, findings, cancellation));
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
