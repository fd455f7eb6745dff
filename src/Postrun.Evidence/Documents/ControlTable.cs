using System.Collections.Immutable;
using Postrun.Model;
using static Postrun.Evidence.ControlFindingCode;

namespace Postrun.Evidence;

/// <summary>The five risks of a clean-up, judged by what this run did; a doubt lowers the status.</summary>
internal static class ControlTable
{
    public static ImmutableArray<ReportControl> Assess(ReportStatus status, ImmutableArray<StepFacts> steps, long left, bool signed, ReportRedaction? redaction, RevocationReport? revocation)
    {
        var incomplete = status == ReportStatus.Incomplete;
        RemovalTally removed = default;
        foreach (var step in steps)
            removed += step.Removed;
        return
        [
            Residue(incomplete, removed, left),
            Secrets(incomplete, redaction, revocation),
            Retention(incomplete, steps, left),
            Orphans(incomplete, removed),
            // A trail that reaches no audit log is half of what the control asks for.
            Row(ControlId.Forensics, incomplete && !signed ? ControlStatus.NotMet : ControlStatus.Partial,
                [new(signed ? SignedTrail : UnsignedTrail), .. incomplete ? [new ControlFinding(Incomplete)] : Array.Empty<ControlFinding>(), new(NoAuditEvents)]),
        ];
    }

    /// <summary>Never met: unlinking sanitizes no medium.</summary>
    private static ReportControl Residue(bool incomplete, RemovalTally removed, long left)
    {
        var findings = new List<ControlFinding>();
        if (incomplete)
            findings.Add(new(Incomplete));
        if (left > 0)
            findings.Add(new(LeftItems, left));
        findings.Add(removed.Files + removed.Directories > 0 ? new(DeletedFiles, removed.Files) : new(NothingToDelete));
        findings.Add(new(DeletionOnly));
        return Row(ControlId.Residue, incomplete || left > 0 ? ControlStatus.NotMet : ControlStatus.Partial, findings);
    }

    /// <summary>Never met: what was found may have been read before, and what was never registered is not revoked.</summary>
    private static ReportControl Secrets(bool incomplete, ReportRedaction? redaction, RevocationReport? revocation)
    {
        // A register that is empty says no more than none.
        if (revocation is { Clean: true, Credentials.IsEmpty: true })
            revocation = null;
        if (redaction is null && revocation is null)
            return Row(ControlId.Secrets, ControlStatus.NotCovered, [new(NotLookedThrough), new(NoRevocation)]);
        var findings = new List<ControlFinding>();
        if (incomplete || redaction is { Scanned: not { Complete: true } })
            findings.Add(new(Incomplete));
        if (revocation?.Problem is not null)
            findings.Add(new(UnknownCredentials));
        foreach (var (code, count) in new (ControlFindingCode, long)[]
        {
            (OpenCredentials, revocation?.Open.Count() ?? 0), (DamagedCredentials, revocation?.DamagedLines.Length ?? 0),
            (SecretIncidents, redaction?.Incidents ?? 0), (UnredactedFiles, redaction?.FilesLeft + redaction?.Omitted ?? 0), (UnreadFiles, redaction?.Scanned?.Unread ?? 0),
        })
            if (count > 0)
                findings.Add(new(code, count));
        var status = findings.Count > 0 ? ControlStatus.NotMet : ControlStatus.Partial;
        findings.AddRange(redaction is null ? [new(NotLookedThrough)] : [new(LookedThrough, redaction.Scanned?.Files ?? 0), new(RedactedFiles, redaction.FilesRedacted)]);
        findings.Add(revocation is null ? new(NoRevocation) : new(RevokedCredentials, revocation.Verified));
        return Row(ControlId.Secrets, status, findings);
    }

    private static ReportControl Retention(bool incomplete, ImmutableArray<StepFacts> steps, long left)
    {
        var kept = steps.Where(s => s is { IsKept: true, IsLastWord: true }).ToArray();
        var undecided = kept.Count(s => s.IsUndecided);
        var withoutGround = kept.Count(s => !s.IsUndecided
            && (string.IsNullOrWhiteSpace(s.Decision.LegalBasis) || string.IsNullOrWhiteSpace(s.Decision.Responsible)));
        var inClear = kept.Count(s => s.Decision.Class == DataClass.Intermediate);
        var findings = new List<ControlFinding>();
        if (incomplete)
            findings.Add(new(Incomplete));
        if (left > 0)
            findings.Add(new(LeftItems, left));
        if (undecided > 0)
            findings.Add(new(UndecidedSteps, undecided));
        if (withoutGround > 0)
            findings.Add(new(WithoutGround, withoutGround));
        if (inClear > 0)
            findings.Add(new(IntermediatesInClear, inClear));
        var status = incomplete ? ControlStatus.NotMet : findings.Count > 0 ? ControlStatus.Partial : ControlStatus.Met;
        if (undecided == 0 && !incomplete && left == 0)
            findings.Insert(0, new(EverythingClassified));
        return Row(ControlId.Retention, status, findings);
    }

    private static ReportControl Orphans(bool incomplete, RemovalTally removed)
    {
        var findings = new List<ControlFinding>();
        if (incomplete)
            findings.Add(new(Incomplete));
        findings.Add(new(StorageReleased, removed.BytesFreed));
        if (removed.BytesHeld > 0)
            findings.Add(new(StorageHeld, removed.BytesHeld));
        findings.Add(new(ComputeNotCovered));
        return Row(ControlId.Orphans, incomplete ? ControlStatus.NotMet : ControlStatus.Partial, findings);
    }

    private static ReportControl Row(ControlId id, ControlStatus status, IReadOnlyCollection<ControlFinding> findings)
    {
        var text = ReportText.English;
        return new()
        {
            Id = id,
            Risk = text.Risk(id),
            Controls = text.Controls(id),
            References = text.References(id),
            Status = status,
            Findings = [.. findings],
            Detail = string.Join(' ', findings.Select(text.Finding)),
        };
    }
}
