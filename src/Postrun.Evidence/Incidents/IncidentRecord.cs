using System.Collections.Immutable;
using Postrun.Model;

namespace Postrun.Evidence;

/// <summary><c>incident.json</c>: which credentials were found where, what is to be done, and what is put right. Holds no value.</summary>
public sealed record IncidentRecord
{
    public const string FileName = "incident.json";

    public const string DocumentKind = "IncidentRecord";

    public string ApiVersion { get; init; } = RunDescriptor.ApiVersion;

    public string Kind { get; init; } = DocumentKind;

    public required RunIdentity Run { get; init; }

    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>The report that it stands on: <c>sha256:</c> and the digest of its file.</summary>
    public required string Report { get; init; }

    /// <inheritdoc cref="PlanRedaction.RuleSet"/>
    public required string RuleSet { get; init; }

    /// <summary>By rule and fingerprint: one value each, as far as is known.</summary>
    public required ImmutableArray<IncidentCredential> Credentials { get; init; }

    public required ImmutableArray<IncidentFile> Files { get; init; }

    /// <summary>What to do, in order.</summary>
    public required ImmutableArray<IncidentStep> Steps { get; init; }

    public required IncidentCorrection Correction { get; init; }

    /// <summary>Entries for <c>redaction.allow</c> of the descriptor, in YAML, for what turns out to be harmless.</summary>
    public required string SuggestedAllowance { get; init; }

    /// <summary>A section <c>redaction</c> for the descriptor, in YAML, that has the next run redact, or fail, by itself.</summary>
    public required string SuggestedRedaction { get; init; }
}

/// <summary>One value that was found.</summary>
/// <param name="Fingerprint"><see langword="null"/>: places beyond those that the report lists.</param>
/// <param name="RevokeAt">Where its issuer revokes it, or says how: an https address, or a few words where none is known.</param>
public sealed record IncidentCredential(
    string Rule, string Name, bool IsCredential, FindingSeverity Severity, string RevokeAt, long Found, ImmutableArray<IncidentPlace> Places, string? Fingerprint = null);

/// <param name="Path">Absolute.</param>
/// <param name="Line">From 1.</param>
public sealed record IncidentPlace(UnixPath Path, long Line, long Offset, int Length);

/// <summary>A file that is as it was.</summary>
public sealed record IncidentFile(UnixPath Path, FindingPlace Place, FileOutcome Outcome, long Bytes, string Why, string? Sha256 = null);

/// <param name="Title">A few words.</param>
public sealed record IncidentStep(int Number, string Title, ImmutableArray<string> Actions);

/// <summary>The request to put right what led to it (SCDR): a person completes it.</summary>
/// <param name="Cause">Why the value came to be there.</param>
/// <param name="CorrectiveAction">What keeps it from coming there again.</param>
public sealed record IncidentCorrection(string Cause, string CorrectiveAction, string? Responsible = null);
