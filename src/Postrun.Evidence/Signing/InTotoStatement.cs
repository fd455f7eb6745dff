using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Postrun.Model;

namespace Postrun.Evidence;

/// <summary>An in-toto Statement v1 about the files of one clean-up.</summary>
/// <remarks>https://github.com/in-toto/attestation/blob/main/spec/v1/statement.md</remarks>
internal sealed record InTotoStatement
{
    public const string StatementType = "https://in-toto.io/Statement/v1";
    public const string PayloadType = "application/vnd.in-toto+json";
    public const string EvidencePredicateType = "https://postrun.dev/evidence/v1";

    [JsonPropertyName("_type")]
    public required string Type { get; init; }

    public required ImmutableArray<Subject> Subject { get; init; }

    public required string PredicateType { get; init; }

    public required EvidencePredicate Predicate { get; init; }
}

/// <param name="Name">A file beside the bundle.</param>
internal sealed record Subject(string Name, SubjectDigest Digest);

/// <param name="Sha256">64 lower-case hexadecimal digits.</param>
internal sealed record SubjectDigest(string Sha256);

/// <summary>Enough to know whose evidence this is before any file is opened.</summary>
internal sealed record EvidencePredicate
{
    public required string RunId { get; init; }

    /// <summary>Digest of the first plan.</summary>
    public required string PlanDigest { get; init; }

    /// <summary>How the gates of the run ended.</summary>
    public required GateOutcome Outcome { get; init; }

    public required ReportStatus Status { get; init; }

    public DateTimeOffset? FinishedAt { get; init; }

    public required string AgentVersion { get; init; }
}
