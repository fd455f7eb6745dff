using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Postrun.Model;

namespace Postrun.Evidence;

/// <summary><c>cleanup_report.json</c>: who removed what, when, on whose word, and what is left.</summary>
public sealed record CleanupReport
{
    public const string DocumentKind = "CleanupReport";

    public string ApiVersion { get; init; } = RunDescriptor.ApiVersion;

    public string Kind { get; init; } = DocumentKind;

    public required RunIdentity Run { get; init; }

    public required AgentIdentity Agent { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    /// <summary><see langword="null"/> where the end was never recorded.</summary>
    public DateTimeOffset? FinishedAt { get; init; }

    public required ReportStatus Status { get; init; }

    /// <summary>What cut the clean-up short.</summary>
    public LeftReason? Interruption { get; init; }

    /// <summary>That of the process that wrote this report.</summary>
    public required int ExitCode { get; init; }

    /// <summary>By round.</summary>
    public required ImmutableArray<ReportPlan> Plans { get; init; }

    /// <summary><c>sha256:</c> and the digest of the bundle that stood in the evidence directory before; it is in <c>history/</c> now.</summary>
    public string? PreviousEvidence { get; init; }

    public required ImmutableArray<ReportRoot> Roots { get; init; }

    public required ReportTotals Totals { get; init; }

    /// <summary>
    /// How much of the evidence was pinned while deletions ran, in the round in which the most was not;
    /// <see langword="null"/> where no deletions began.
    /// </summary>
    public EvidenceProtection? EvidenceProtection { get; init; }

    /// <summary>Every class, also those that nothing fell into.</summary>
    public required ImmutableArray<ClassTotals> ByClass { get; init; }

    /// <summary>Only the kinds that something fell into.</summary>
    public required ImmutableArray<KindTotals> ByKind { get; init; }

    /// <summary>What each technique that a step names amounts to.</summary>
    public required ImmutableArray<MethodStatement> Methods { get; init; }

    public required ImmutableArray<ReportStep> Steps { get; init; }

    public required RemovedReference Removed { get; init; }

    /// <summary>What became of the credentials of the run; <see langword="null"/>: no register was named, and nothing was revoked.</summary>
    public RevocationReport? Revocation { get; init; }

    /// <summary>What may be said of the credentials of the run, in one sentence.</summary>
    public required string RevocationStatement { get; init; }

    /// <summary>How what stays was looked through; <see langword="null"/>: it was not.</summary>
    public ReportRedaction? Redaction { get; init; }

    /// <summary>Files that were redacted, that should have been and were left, and those in which everything that was found may stay.</summary>
    public ImmutableArray<FileFindings> Redactions { get; init; } = [];

    /// <summary>Files with findings that wait for a person: they are as they were.</summary>
    public ImmutableArray<FileFindings> Incidents { get; init; } = [];

    public required ImmutableArray<LeftItem> Left { get; init; }

    public required ImmutableArray<ReportControl> Controls { get; init; }
}

/// <summary>Whether everything was tried and its outcome recorded. Something may be left all the same.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ReportStatus>))]
public enum ReportStatus
{
    [JsonStringEnumMemberName("complete")] Complete,

    /// <summary>Interrupted, without a recorded end, or with a step that was cut or has no outcome.</summary>
    [JsonStringEnumMemberName("incomplete")] Incomplete,
}

/// <param name="Round">0-based.</param>
/// <param name="Digest">SHA-256 of the canonical form (RFC 8785).</param>
/// <param name="File">Where the plan stands beside this report.</param>
public sealed record ReportPlan(
    int Round, Guid Id, string Digest, string File, DateTimeOffset CreatedAt, string DescriptorDigest, PolicyIdentity Policy);

/// <summary>How what stays was looked through, and what that came to. Holds no value.</summary>
/// <param name="RuleSet">Of the last round, as <see cref="PlanRedaction"/> says it; so are the policy and the key.</param>
/// <param name="FilesRedacted">Of all rounds.</param>
/// <param name="ValuesRedacted">How many values these files do without.</param>
/// <param name="FilesLeft">That should have been redacted, and are as they were.</param>
/// <param name="Omitted">Files with findings that are not listed, for there are too many.</param>
/// <param name="Scanned">Of the last round that came so far.</param>
public sealed record ReportRedaction(
    string RuleSet, int Rules, PolicyIdentity Policy, string Key, long FilesRedacted, long ValuesRedacted, long FilesLeft, long Incidents, long Omitted, ScanTotals? Scanned = null);

/// <summary>A directory that the clean-up was allowed to change.</summary>
public sealed record ReportRoot
{
    public required UnixPath Path { get; init; }

    public required RootOrigin Origin { get; init; }

    public string? Cache { get; init; }

    public string? User { get; init; }

    public required string FileSystem { get; init; }
}

/// <summary>What was kept counts once, as the last plan that names it says.</summary>
/// <param name="Files">Removed entries that are not directories.</param>
/// <param name="Left">Length of <see cref="CleanupReport.Left"/>.</param>
public sealed record ReportTotals(
    long Files, long Directories, long BytesFreed, long BytesHeld, long KeptFiles, long KeptBytes, long Left);

/// <inheritdoc cref="ReportTotals"/>
public sealed record ClassTotals(
    DataClass Class, long Files, long Directories, long BytesFreed, long BytesHeld, long KeptFiles, long KeptBytes);

public sealed record KindTotals(ResidueKind Kind, long Files, long Directories, long BytesFreed, long BytesHeld);

/// <summary>Which file lists what was removed, and what proves that list.</summary>
/// <param name="MerkleRoot">See <see cref="RemovedList.MerkleRoot"/>.</param>
/// <param name="Sha256">Of the compressed file.</param>
public sealed record RemovedReference(string File, long Records, string MerkleRoot, string Sha256);

/// <param name="Claim">What may be claimed of a medium after it.</param>
public sealed record MethodStatement(string Technique, string Claim, string Note);
