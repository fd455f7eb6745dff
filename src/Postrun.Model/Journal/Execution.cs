using System.Collections.Immutable;

namespace Postrun.Model;

/// <summary>What the journal of one clean-up says happened; evidence is computed from this and from the removed entries.</summary>
public sealed record Execution
{
    public required AgentIdentity Agent { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    /// <summary><see langword="null"/>: the journal has no end, something died.</summary>
    public required DateTimeOffset? FinishedAt { get; init; }

    /// <summary>What cut it short; <see langword="null"/> where everything was tried.</summary>
    public required LeftReason? Interruption { get; init; }

    /// <summary>The plan and, after it, plans for what had appeared or changed meanwhile. At least one.</summary>
    public required ImmutableArray<ExecutionRound> Rounds { get; init; }

    /// <summary>Files in which something was found: each that was redacted, and what the last round says of the others.</summary>
    public ImmutableArray<FileFindings> Findings { get; init; } = [];

    /// <summary>Files with findings that are not listed, for there are too many.</summary>
    public long FindingsOmitted { get; init; }

    /// <summary>Of the last round that looked through what stays; <see langword="null"/>: none did.</summary>
    public ScanTotals? Scanned { get; init; }

    /// <summary>What became of the credentials of the run; <see langword="null"/>: no register was named.</summary>
    public RevocationReport? Revocation { get; init; }

    /// <summary>What stays although nothing says it should; without repetition.</summary>
    public required ImmutableArray<LeftItem> Left { get; init; }

    /// <summary>Nothing is left, no credential may live on, and no finding waits for a person.</summary>
    public bool IsClean => Left.IsEmpty && Revocation is not { Clean: false } && FindingsOmitted == 0 && !Findings.Any(static file => file.Outcome is FileOutcome.Incident or FileOutcome.Left);
}

/// <summary>One plan and the outcome of each of its steps.</summary>
/// <param name="Statuses">By step number.</param>
/// <param name="Protection"><see langword="null"/> where it died before its deletions began, or the journal does not say.</param>
public sealed record ExecutionRound(Plan Plan, string PlanDigest, ImmutableArray<StepStatus> Statuses, EvidenceProtection? Protection = null);
