namespace Postrun.Evidence;

/// <summary>A file of the evidence directory, complete.</summary>
public sealed record EvidenceFile(string Name, byte[] Content);

/// <summary>The names in the evidence directory.</summary>
public static class EvidenceFiles
{
    public const string Report = "cleanup_report.json";

    public const string Manifest = "retention_manifest.json";

    public const string Removed = Model.RemovedList.FileName;

    public const string Bundle = SigstoreBundle.FileName;

    public const string Html = "cleanup_report.html";

    /// <summary><c>plan.json</c>; <c>plan-2.json</c> and on for the later rounds.</summary>
    /// <param name="round">0-based.</param>
    public static string Plan(int round) => round == 0 ? "plan.json" : string.Create(null, $"plan-{round + 1}.json");
}
