using System.Collections.Immutable;
using Postrun.Model;

namespace Postrun.Evidence;

/// <summary>What the report says of itself.</summary>
public sealed record ReportContext
{
    /// <inheritdoc cref="CleanupReport.ExitCode"/>
    public required int ExitCode { get; init; }

    /// <summary>The evidence will be signed.</summary>
    public required bool Signed { get; init; }

    /// <inheritdoc cref="CleanupReport.PreviousEvidence"/>
    public string? PreviousEvidence { get; init; }

    /// <summary>A path as the evidence may show it.</summary>
    public Func<UnixPath, UnixPath> Shown { get; init; } = static path => path;
}

/// <summary>Computes the report; the same input gives the same report.</summary>
public static class ReportBuilder
{
    internal const string Unlink = "unlink";
    internal const string Deletion = "deletion";

    private const string DeletionNote =
        "The entry is unlinked from its directory and its blocks are returned to the file system. Under NIST SP 800-88 Rev. 2 "
        + "that is deletion: it is neither Clear nor Purge of the medium, and content may be recoverable until it is overwritten.";

    public static CleanupReport Build(Execution execution, RemovedList removed, ReportContext context)
    {
        var steps = StepFacts.All(execution, removed);
        var status = StatusOf(execution);
        var plan = execution.Rounds[0].Plan;
        var totals = Totals(steps);
        return new()
        {
            Run = plan.Run,
            Agent = execution.Agent,
            StartedAt = execution.StartedAt,
            FinishedAt = execution.FinishedAt,
            Status = status,
            Interruption = execution.Interruption,
            ExitCode = context.ExitCode,
            Plans = [.. execution.Rounds.Select((r, i) => new ReportPlan(
                i, r.Plan.Id, r.PlanDigest, EvidenceFiles.Plan(i), r.Plan.CreatedAt, r.Plan.DescriptorDigest, r.Plan.Policy))],
            PreviousEvidence = context.PreviousEvidence,
            Roots = Roots(execution),
            Totals = new(
                totals.Files, totals.Directories, totals.BytesFreed, totals.BytesHeld, totals.KeptFiles, totals.KeptBytes, execution.Left.Length),
            EvidenceProtection = execution.Rounds.Select(static r => r.Protection).MaxBy(static p => p is null ? (-1, -1) : (p.Unpinned, p.Pinned)),
            ByClass = [.. Enum.GetValues<DataClass>().OrderDescending().Select(c => Totals(steps.Where(s => s.Decision.Class == c)) with { Class = c })],
            ByKind = [.. removed.Kinds.Where(k => k.Value != default).Select(k =>
                new KindTotals(k.Key, k.Value.Files, k.Value.Directories, k.Value.BytesFreed, k.Value.BytesHeld))],
            Methods = [new(Unlink, Deletion, DeletionNote)],
            Steps = [.. steps.Select(StepOf)],
            Removed = new(EvidenceFiles.Removed, removed.Records, removed.MerkleRoot, removed.FileSha256),
            Revocation = execution.Revocation?.ToShow(),
            RevocationStatement = ReportText.English.Revocation(execution.Revocation),
            Redaction = RedactionOf(execution),
            Redactions = [.. execution.Findings.Where(static file => file.Outcome != FileOutcome.Incident).Select(Shown)],
            Incidents = [.. execution.Findings.Where(static file => file.Outcome == FileOutcome.Incident).Select(Shown)],
            Left = [.. execution.Left.Select(item => item with { Path = context.Shown(item.Path) })],
            Controls = ControlTable.Assess(status, steps, execution.Left.Length, context.Signed, RedactionOf(execution), execution.Revocation),
        };

        FileFindings Shown(FileFindings file) => file with { Path = context.Shown(file.Path) };
    }

    private static ReportRedaction? RedactionOf(Execution execution)
    {
        if (execution.Rounds[^1].Plan.Redaction is not { } plan)
            return null;
        var redacted = execution.Findings.Where(static file => file.Outcome == FileOutcome.Redacted).ToList();
        return new(
            plan.RuleSet, plan.Rules, plan.Policy, plan.Key, redacted.Count, redacted.Sum(static file => file.Counts.Sum(static count => count.Redacted)),
            execution.Findings.LongCount(static file => file.Outcome == FileOutcome.Left), execution.Findings.LongCount(static file => file.Outcome == FileOutcome.Incident), execution.FindingsOmitted, execution.Scanned);
    }

    private static ReportStatus StatusOf(Execution execution) =>
        execution.Interruption is not null || execution.FinishedAt is null
        || execution.Rounds.Any(r => r.Statuses.Length < r.Plan.Steps.Length || r.Statuses.Any(s => s is StepStatus.Unknown or StepStatus.Cut))
            ? ReportStatus.Incomplete
            : ReportStatus.Complete;

    private static ImmutableArray<ReportRoot> Roots(Execution execution) =>
    [
        .. execution.Rounds.SelectMany(r => r.Plan.Roots).DistinctBy(r => r.Path).Select(r => new ReportRoot
        {
            Path = r.Path,
            Origin = r.Origin,
            Cache = r.Cache,
            User = r.User,
            FileSystem = r.FileSystem,
        }),
    ];

    private static ClassTotals Totals(IEnumerable<StepFacts> steps)
    {
        RemovalTally removed = default;
        long keptFiles = 0, keptBytes = 0;
        foreach (var step in steps)
        {
            removed += step.Removed;
            if (step is { IsKept: true, IsLastWord: true })
                (keptFiles, keptBytes) = (keptFiles + step.Step.Files, keptBytes + step.Step.Bytes);
        }
        return new(default, removed.Files, removed.Directories, removed.BytesFreed, removed.BytesHeld, keptFiles, keptBytes);
    }

    private static ReportStep StepOf(StepFacts facts) => new()
    {
        Round = facts.Round,
        Number = facts.Step.Number,
        Path = facts.Path,
        Type = facts.Step.Type,
        Class = facts.Decision.Class,
        Retention = facts.Decision.Retention,
        Treatment = facts.Decision.Treatment,
        Method = facts.IsKept ? null : new(Unlink, Deletion),
        Status = facts.Status,
        Planned = new(facts.Step.Files, facts.Step.Directories, facts.Step.Bytes),
        Removed = new(facts.Removed.Files, facts.Removed.Directories, facts.Removed.BytesFreed, facts.Removed.BytesHeld),
        Conflict = facts.Decision.Conflict,
        Reasons = facts.Decision.Reasons,
        HeldBy = facts.Step.HeldBy,
    };
}
