using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;
using Postrun.Model;

namespace Postrun.Evidence;

/// <summary>All that is written beside <c>removed.ndjson.zst</c>.</summary>
public sealed record EvidencePackage
{
    public required CleanupReport Report { get; init; }

    public required RetentionManifest Manifest { get; init; }

    /// <summary>In the order in which they are to be written: the bundle last, so that it never vouches for what is not there.</summary>
    public required ImmutableArray<EvidenceFile> Files { get; init; }

    /// <param name="key"><see langword="null"/>: the evidence stays unsigned, there is no bundle.</param>
    /// <param name="previousEvidence"><inheritdoc cref="CleanupReport.PreviousEvidence"/></param>
    /// <inheritdoc cref="ManifestBuilder.Build" path="/param[@name='keptHashes' or @name='shown']"/>
    public static EvidencePackage Build(
        Execution execution, RemovedList removed, int exitCode, SigningKey? key, string? previousEvidence = null,
        KeptHashList? keptHashes = null, Func<UnixPath, UnixPath>? shown = null)
    {
        var report = ReportBuilder.Build(execution, removed, new()
        {
            ExitCode = exitCode,
            Signed = key is not null,
            PreviousEvidence = previousEvidence,
            Shown = shown ?? (static path => path),
        });
        var manifest = ManifestBuilder.Build(execution, removed, keptHashes, shown);
        var files = ImmutableArray.CreateBuilder<EvidenceFile>();
        for (var round = 0; round < execution.Rounds.Length; round++)
            files.Add(new(EvidenceFiles.Plan(round), EvidenceDocument.Write(execution.Rounds[round].Plan)));
        files.Add(new(EvidenceFiles.Manifest, EvidenceDocument.Write(manifest)));
        files.Add(new(EvidenceFiles.Report, EvidenceDocument.Write(report)));
        if (key is not null)
            files.Add(new(EvidenceFiles.Bundle, SigstoreBundle.Sign(Statement(report, files), key).ToJson()));
        return new() { Report = report, Manifest = manifest, Files = files.ToImmutable() };
    }

    private static byte[] Statement(CleanupReport report, IEnumerable<EvidenceFile> files) => JsonSerializer.SerializeToUtf8Bytes(
        new InTotoStatement
        {
            Type = InTotoStatement.StatementType,
            Subject =
            [
                .. files.Reverse().Select(f => new Subject(f.Name, new(Convert.ToHexStringLower(SHA256.HashData(f.Content))))),
                new(report.Removed.File, new(report.Removed.Sha256)),
            ],
            PredicateType = InTotoStatement.EvidencePredicateType,
            Predicate = new()
            {
                RunId = report.Run.Id,
                PlanDigest = report.Plans[0].Digest,
                Outcome = report.Run.Outcome,
                Status = report.Status,
                FinishedAt = report.FinishedAt,
                AgentVersion = report.Agent.Version,
            },
        },
        BundleJson.Default.InTotoStatement);
}
