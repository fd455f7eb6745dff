using Postrun.Linux;
using Postrun.Model;

namespace Postrun.Actions;

/// <summary>Executes plans against one journal. Each plan is one round.</summary>
/// <param name="homes">Home directories of this machine, which are never roots.</param>
/// <param name="progress">Is told what each plan is about to remove, and what was.</param>
/// <param name="redaction">With what is looked through what a plan wants looked through.</param>
public sealed class PlanExecutor(JournalWriter journal, IReadOnlyCollection<UnixPath> homes, WorkProgress? progress = null, RedactionTools? redaction = null)
{
    /// <summary>Carries out a plan and closes its round in the journal.</summary>
    /// <param name="history">What an interrupted execution of this very round left behind.</param>
    /// <param name="cut">Ends the round early: what is not done is said to be cut, and can be resumed.</param>
    /// <exception cref="IOException">the journal cannot be written: nothing is destroyed beyond what it holds</exception>
    public void Run(Plan plan, RoundHistory history, CancellationToken cut)
    {
        var round = new RoundContext(plan, journal, history, OpenFiles.Read(plan.Roots.Select(static r => r.Device).ToHashSet()), cut);
        // How much of it an execution that died has removed is not known.
        if (ReferenceEquals(history, RoundHistory.None))
            progress?.Expect(plan.Steps.Where(step => round.Removes(step.Number)).Sum(static step => step.Files + step.Directories));
        var roots = Open(plan, round);
        try
        {
            // Before the pins, which are further names, and before anything is removed: what cannot be redacted is known then.
            LookThrough(round, roots);
            using var pins = new EvidencePins(plan, journal, cut);
            var defended = new List<(int Number, DirectoryHandle Handle)>();
            foreach (var root in roots)
                if (pins.Add(root.Number, root.Handle))
                    defended.Add(root);
                else
                {
                    round.Leave(root.Number, [], [], StepOf(plan, root.Number), LeftReason.ChangedSincePlan,
                        "somebody keeps removing or replacing the directory that protects its evidence; nothing was removed here: end whoever works in it, and run again");
                    round.NotReached(LabelTree.Of(plan, root.Number), StepStatus.Partial);
                }
            journal.Append(JournalFrameKind.Protection, pins.Protection.ToBytes());
            journal.Flush();
            Remove(round, defended);
            GiveBack(plan, roots, pins.All, pins.DirectoryOf);
        }
        finally
        {
            foreach (var (_, handle) in roots)
                handle.Dispose();
        }
        journal.Append(JournalFrameKind.RoundEnd, [.. round.Statuses.Select(static status => (byte)status)]);
        journal.Flush();
    }

    /// <summary>After a crash: gives the evidence its names back before anything else happens.</summary>
    public void GiveBack(Plan plan, IReadOnlyList<PinFrame> pins)
    {
        var round = new RoundContext(plan, journal, RoundHistory.None, OpenFiles.None, CancellationToken.None);
        var roots = Open(plan, round);
        GiveBack(plan, roots, pins, static _ => null);
        foreach (var (_, handle) in roots)
            handle.Dispose();
    }

    /// <summary>After a crash: brings what it was redacting to an end, before the evidence gets its names back.</summary>
    public void Settle(Plan plan, IReadOnlyCollection<OpenRedaction> redactions)
    {
        if (redactions.Count == 0)
            return;
        var round = new RoundContext(plan, journal, RoundHistory.None, OpenFiles.None, CancellationToken.None);
        var roots = Open(plan, round);
        foreach (var open in redactions)
        {
            var handle = roots.Find(root => root.Number == open.Intent.Root).Handle;
            var settled = handle is null ? null : RedactionRecovery.Settle(handle, open);
            if (settled is { } replaced)
                journal.Append(JournalFrameKind.Redacted, CanonicalJson.Serialize(new RedactionEnd(open.Intent.Temporary, replaced, []), ModelJson.Default.RedactionEnd));
            else
                round.Leave(open.Intent.Root, open.Intent.Directory.Bytes, open.Intent.Temporary.Bytes, -1, LeftReason.Other,
                    $"may be the original of {open.Intent.Name} or its redacted copy: an interrupted clean-up left it, and it is not what that made; look at both, and remove one");
        }
        foreach (var (_, handle) in roots)
            handle.Dispose();
    }

    private void LookThrough(RoundContext round, List<(int Number, DirectoryHandle Handle)> roots)
    {
        if (redaction is null || round.Plan.Redaction is null)
            return;
        var inspector = new FileInspector(redaction, round);
        using var pool = new WorkerPool();
        using var walk = new ContentWalk(pool, round, inspector);
        foreach (var (number, handle) in roots)
            if (handle.OpenAgain(out var walked) is var error and not Errno.None)
                round.Leave(number, [], [], StepOf(round.Plan, number), error);
            else
                walk.Start(number, walked!);
        pool.Run();
        journal.Append(JournalFrameKind.Scanned, CanonicalJson.Serialize(inspector.Totals, ModelJson.Default.ScanTotals));
    }

    private void GiveBack(Plan plan, List<(int Number, DirectoryHandle Handle)> roots, IReadOnlyList<PinFrame> pins, Func<int, DirectoryHandle?> directoryOf)
    {
        foreach (var (number, handle) in roots)
            foreach (var lost in PinDirectory.GiveBack(plan, number, handle, [.. pins.Where(pin => pin.Root == number)], directoryOf(number)))
                journal.Append(JournalFrameKind.Left, lost.ToBytes());
    }

    private void Remove(RoundContext round, List<(int Number, DirectoryHandle Handle)> roots)
    {
        using var pool = new WorkerPool(progress);
        using var walk = new RemovalWalk(pool, round);
        foreach (var (number, handle) in roots)
            if (handle.OpenAgain(out var walked) is var error and not Errno.None)
                round.Leave(number, [], [], 0, error);
            else
                walk.Start(number, walked!);
        using (round.Journal.GatherWhile(() => pool.HasUrgent))
            pool.Run();
    }

    private static int StepOf(Plan plan, int root) => plan.Steps.FirstOrDefault(step => step.Root == root)?.Number ?? -1;

    /// <summary>Opens the roots that are still what they were when the plan was made.</summary>
    private List<(int Number, DirectoryHandle Handle)> Open(Plan plan, RoundContext round)
    {
        var roots = new List<(int, DirectoryHandle)>();
        for (var number = 0; number < plan.Roots.Length; number++)
        {
            var root = plan.Roots[number];
            var step = StepOf(plan, number);
            if (RootRules.Refusal(root.Path, homes, plan.EvidenceDirectory) is { } refusal)
            {
                round.Leave(number, [], [], step, LeftReason.Other, refusal);
                round.NotReached(LabelTree.Of(plan, number), StepStatus.Partial);
                continue;
            }
            var error = DirectoryHandle.OpenAbsolute(root.Path.Bytes, out var handle);
            if (error == Errno.None)
                error = handle!.StatSelf(out var stat) is var failed and not Errno.None ? failed
                    : stat.Inode != root.Inode || stat.Device != root.Device ? Errno.ESTALE
                    : Errno.None;
            if (error == Errno.None)
                roots.Add((number, handle!));
            else
            {
                handle?.Dispose();
                round.Leave(number, [], [], step, error);
                round.NotReached(LabelTree.Of(plan, number), StepStatus.Partial);
            }
        }
        return roots;
    }
}
