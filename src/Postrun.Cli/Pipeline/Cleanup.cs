using System.Text.Json;
using Postrun.Actions;
using Postrun.Evidence;
using Postrun.Linux;
using Postrun.Model;
using Postrun.Planning;

namespace Postrun.Cli.Pipeline;

/// <summary>
/// One clean-up from its first plan, or from where it was interrupted, to signed evidence. A plan is followed by plans
/// for what appeared or changed meanwhile, as often as <c>maxRounds</c> allows.
/// </summary>
internal sealed class Cleanup(Preparation preparation, SigningKey key, EvidenceDirectory evidence, CleanupBudget budget, WorkProgress progress, TimeProvider time)
{
    /// <summary>A workspace that still changes after this many looks is still in use.</summary>
    public const int DefaultMaxRounds = 3;

    /// <summary>Executes a plan that nobody has executed yet.</summary>
    /// <exception cref="OperationCanceledException">a signal came before anything had begun</exception>
    /// <exception cref="CommandException">another clean-up is at work, or was interrupted, or has executed this plan</exception>
    /// <exception cref="IOException">the journal or the evidence cannot be written; what was begun can be resumed</exception>
    /// <param name="revocation">What became of the credentials of the run.</param>
    /// <param name="once">Whether to refuse a plan that was executed before.</param>
    public EvidencePackage Execute(Plan plan, RevocationReport? revocation, int maxRounds, bool once = false)
    {
        evidence.RequireOutside(plan.Roots);
        budget.Begin();
        using var locked = Lock(plan);
        RequireFree(evidence);
        if (once && !evidence.TryClaim(plan.Id))
            throw CommandException.Usage($"plan {plan.Id} was applied before; a plan runs once: plan again");
        var file = evidence.Create(JournalFormat.FileName);
        RandomAccess.Write(file, JournalFormat.Magic, 0);
        using (var journal = new JournalWriter(file, JournalFormat.Magic.Length))
        {
            Begin(journal, maxRounds);
            var executor = new PlanExecutor(journal, preparation.Homes, progress, preparation.Redaction);
            journal.Append(JournalFrameKind.Plan, CanonicalJson.Serialize(plan, ModelJson.Default.Plan));
            Note(journal, revocation);
            // The name of the journal must survive before anything is removed.
            journal.Flush();
            evidence.Sync();
            // Not before the plan: a journal without one is dropped, and the digest of the earlier evidence with it.
            evidence.Archive(time.GetUtcNow());
            executor.Run(plan, RoundHistory.None, budget.Cut);
            Continue(journal, executor, maxRounds);
        }
        return Conclude();
    }

    /// <summary>Goes on where an interrupted clean-up stopped.</summary>
    /// <param name="credentials">Revokes what may live on.</param>
    /// <inheritdoc cref="Execute" path="/exception"/>
    public EvidencePackage Resume(CredentialStage credentials)
    {
        budget.Begin();
        // Before the journal is read: while another clean-up writes it, it is not ours to judge.
        if (evidence.Handle.TryLock() == Errno.EAGAIN)
            throw Busy("the evidence directory");
        var replay = Replay();
        if (replay.Plans.Count == 0)
        {
            evidence.Remove(JournalFormat.FileName);
            throw new CommandException(ExitCode.Left, $"{evidence.Path}: the journal ends before its first plan: nothing was done; run 'postrun cleanup'");
        }
        var plan = replay.Plans[^1];
        PlanGuard.RequireOurs(plan, preparation);
        evidence.RequireOutside(plan.Roots);
        using var locked = Lock(plan);
        var revocation = credentials.Run(replay.Revocation);
        using (var journal = new JournalWriter(evidence.OpenForUpdate(JournalFormat.FileName), replay.End))
        {
            Note(journal, revocation);
            var executor = new PlanExecutor(journal, preparation.Homes, progress, preparation.Redaction);
            executor.Settle(plan, replay.OpenRedactions);
            executor.GiveBack(plan, replay.Pins);
            if (!replay.LastRoundIsClosed || replay.Interruption is not null)
            {
                Begin(journal, replay.Begin.MaxRounds);
                journal.Flush();
                // Without a bundle it is what this clean-up was writing when it died: it is written anew.
                if (evidence.Contains(EvidenceFiles.Bundle))
                    evidence.Archive(time.GetUtcNow());
            }
            if (!replay.LastRoundIsClosed)
                executor.Run(plan, new(replay.Entered, replay.Linked), budget.Cut);
            Continue(journal, executor, replay.Begin.MaxRounds);
        }
        return Conclude();
    }

    /// <summary>Requires that nobody is at work, and that nothing waits to be resumed; before anything is done that cannot be undone.</summary>
    /// <exception cref="CommandException">another clean-up is at work, or was interrupted</exception>
    public static void RequireFree(EvidenceDirectory evidence)
    {
        if (evidence.Handle.TryLock() == Errno.EAGAIN)
            throw Busy("the evidence directory");
        if (evidence.Contains(JournalFormat.FileName))
            throw new CommandException(ExitCode.Interrupted, $"{evidence.Path}: holds the journal of an interrupted clean-up; run 'postrun resume' first");
    }

    private static void Note(JournalWriter journal, RevocationReport? revocation)
    {
        if (revocation is not null)
            journal.Append(JournalFrameKind.Revocation, JsonSerializer.SerializeToUtf8Bytes(revocation, RegisterJson.Default.RevocationReport));
    }

    private WorkspaceLock Lock(Plan plan) => WorkspaceLock.TryTake(evidence.Handle, plan.Roots, out var busy)
        ?? throw Busy(busy);

    private static CommandException Busy(string? where) => CommandException.Usage($"another clean-up is at work on {where}; wait until it has ended");

    /// <summary>Notes who begins, and the digest of earlier evidence, which is moved aside only once this is durable.</summary>
    private void Begin(JournalWriter journal, int maxRounds) => journal.Append(
        JournalFrameKind.Begin,
        CanonicalJson.Serialize(
            new JournalBegin { Agent = Machine.Agent(), StartedAt = time.GetUtcNow(), MaxRounds = maxRounds, PreviousEvidence = evidence.BundleDigest() },
            ModelJson.Default.JournalBegin));

    /// <summary>Looks again after each round: what appeared or changed is planned again, or said to be left.</summary>
    private void Continue(JournalWriter journal, PlanExecutor executor, int maxRounds)
    {
        var replay = Replay();
        while (!budget.Cut.IsCancellationRequested && Look(journal) is { } plan)
        {
            var open = replay.NotMentioned(plan).ToList();
            if (!replay.HasChanges && open.Count == 0)
                break;
            if (replay.Plans.Count >= maxRounds || replay.HasMovedEvidence)
            {
                foreach (var step in open)
                    journal.Append(JournalFrameKind.Left, step.ToBytes());
                break;
            }
            journal.Append(JournalFrameKind.Plan, CanonicalJson.Serialize(plan, ModelJson.Default.Plan));
            journal.Flush();
            executor.Run(plan, RoundHistory.None, budget.Cut);
            replay = Replay();
        }
        journal.Append(JournalFrameKind.End, CanonicalJson.Serialize(
            new JournalEnd { FinishedAt = time.GetUtcNow(), Interruption = budget.Interruption },
            ModelJson.Default.JournalEnd));
        journal.Flush();
    }

    /// <returns><see langword="null"/> where there is nothing to look at any more; what was removed is signed all the same</returns>
    private Plan? Look(JournalWriter journal)
    {
        try
        {
            var plan = preparation.Plan(time, budget.Cut);
            if (PolicyFailure.Of(plan) is not { } why)
                return plan;
            NotAgain(journal, why);
            return null;
        }
        catch (OperationCanceledException)
        {
            return null;
        }
        catch (PlanningException e)
        {
            NotAgain(journal, e.Message);
            return null;
        }
    }

    private static void NotAgain(JournalWriter journal, string why) => journal.Append(
        JournalFrameKind.Left, new LeftFrame(0, UnixPath.Empty, UnixPath.Empty, 0, LeftReason.Other, $"could not be looked at again: {why}").ToBytes());

    private JournalReplay Replay()
    {
        using var stream = evidence.OpenRead(JournalFormat.FileName) ?? throw CommandException.Usage(evidence.Contains(JournalFormat.FileName)
            ? $"{evidence.Path}/{JournalFormat.FileName}: is no file, and so no journal of Postrun; remove it"
            : $"{evidence.Path}: holds no journal; there is nothing to resume");
        try
        {
            return JournalReplay.Read(stream);
        }
        catch (InvalidDataException e)
        {
            throw new CommandException(ExitCode.Interrupted, $"{evidence.Path}/{JournalFormat.FileName}: {e.Message}; what it says cannot be taken up: move it away, then 'postrun cleanup' begins anew");
        }
    }

    /// <summary>Computes the evidence from the journal alone, signs it, and retires the journal if nothing is open.</summary>
    private EvidencePackage Conclude()
    {
        var replay = Replay();
        var execution = replay.ToExecution();
        RemovedList removed;
        using (var journal = evidence.OpenForUpdate(JournalFormat.FileName))
            removed = evidence.Write(RemovedList.FileName, stream => RemovedListWriter.Write(replay, journal, stream, CancellationToken.None));
        var exitCode = execution.Interruption is not null ? ExitCode.Interrupted : execution.IsClean ? ExitCode.Clean : ExitCode.Left;
        var package = EvidencePackage.Build(execution, removed, exitCode, key, replay.PreviousEvidence, KeptHashes.Of(execution, budget.Cut),
            preparation.Redaction is { } tools ? new ShownPaths(tools, [.. execution.Rounds.SelectMany(static round => round.Plan.Roots).Select(static root => root.Path)]).Of : null);
        foreach (var file in package.Files)
            evidence.Write(file);
        evidence.Sync();
        if (execution.Interruption is null)
        {
            evidence.Remove(JournalFormat.FileName);
            evidence.Sync();
        }
        return package;
    }
}
