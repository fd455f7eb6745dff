using System.Collections.Concurrent;
using System.Collections.Immutable;
using Postrun.Linux;
using Postrun.Model;

namespace Postrun.Actions;

/// <summary>What all directories of one round share: the plan, the journal, and what became of each step.</summary>
internal sealed class RoundContext(Plan plan, JournalWriter journal, RoundHistory history, OpenFiles open, CancellationToken cut)
{
    /// <summary>Entries that are listed and not yet unlinked: some megabytes, and enough to work on while a sync is under way.</summary>
    private const int MaxListed = 64 * 1024;

    private readonly StepStatus[] statuses = [.. plan.Steps.Select(static _ => StepStatus.Done)];
    private readonly bool[] removes = [.. plan.Steps.Select(step => plan.Decisions[step.Decision].Treatment == Treatment.Delete)];
    private readonly FindingPlace?[] places = [.. plan.Steps.Select(step => plan.Decisions[step.Decision].Place)];
    private readonly ConcurrentDictionary<(int Root, UnixPath Path, ulong Inode), bool> entered = new();
    private readonly HashSet<UnixPath> roots = [.. plan.Roots.Select(static root => root.Path)];
    private readonly byte[] pinDirectory = Actions.PinDirectory.Name(plan);
    private int listed;

    public Plan Plan => plan;

    public JournalWriter Journal => journal;

    public OpenFiles Open => open;

    public long AsOfTicks { get; } = plan.AsOf.UtcTicks;

    /// <summary>
    /// Whether that a directory changed is our own doing: we, or an earlier, interrupted execution of this round, removed or
    /// replaced entries of it.
    /// </summary>
    public bool IsEntered(int root, UnixPath path, ulong inode) => history.Entered.Contains((root, path, inode)) || entered.ContainsKey((root, path, inode));

    /// <summary>Says that a directory which had not changed until now changes by our own doing.</summary>
    public void Enters(int root, UnixPath path, ulong inode) => entered.TryAdd((root, path, inode), true);

    /// <summary>Where a finding in what a step covers lies; <see langword="null"/>: it is not looked through.</summary>
    public FindingPlace? PlaceOf(int step) => step >= 0 ? places[step] : null;

    /// <summary>Files with several names some of which it removed.</summary>
    public IReadOnlyDictionary<(int Root, ulong Inode), uint> Unlinked => history.Unlinked;

    /// <summary>The name, in each root, of the directory that protects the evidence.</summary>
    public ReadOnlySpan<byte> PinDirectory => pinDirectory;

    /// <summary>No further intents: the deadline came, somebody asked to stop, or the journal cannot be written.</summary>
    public bool IsCut => cut.IsCancellationRequested || journal.Failure is not null;

    /// <summary>The deadline came, or somebody asked to stop.</summary>
    public CancellationToken Interruption => cut;

    public bool Removes(int step) => step >= 0 && removes[step];

    public bool IsRoot(int root, ReadOnlySpan<byte> relative) => roots.Contains(plan.Roots[root].Path.Join(relative));

    /// <summary>The outcome of every step so far.</summary>
    public ImmutableArray<StepStatus> Statuses => [.. statuses];

    public void Cut(int step)
    {
        if (step >= 0)
            statuses[step] = StepStatus.Cut;
    }

    /// <summary>A directory was not entered: the steps beneath it were not carried out either.</summary>
    public void NotReached(LabelTree? labels, StepStatus status)
    {
        if (labels is null)
            return;
        var pending = new Stack<LabelTree>([labels]);
        while (pending.TryPop(out var label))
        {
            if (Removes(label.Step))
                statuses[label.Step] = status;
            foreach (var (_, child) in label.Children)
                pending.Push(child);
        }
    }

    public void Leave(int root, ReadOnlySpan<byte> directory, ReadOnlySpan<byte> name, int step, Errno error) =>
        Leave(root, directory, name, step, Failure.Reason(error), Failure.Detail(error));

    public void Leave(int root, ReadOnlySpan<byte> directory, ReadOnlySpan<byte> name, int step, LeftReason reason, string detail)
    {
        if (step >= 0 && statuses[step] == StepStatus.Done)
            statuses[step] = StepStatus.Partial;
        journal.Append(JournalFrameKind.Left, new LeftFrame(root, new(directory), new(name), Math.Max(step, 0), reason, detail).ToBytes());
    }

    /// <summary>Takes an intent back without anything to report.</summary>
    public void Retract(int root, ReadOnlySpan<byte> directory, ReadOnlySpan<byte> name, int step) =>
        journal.Append(JournalFrameKind.Retracted, new LeftFrame(root, new(directory), new(name), Math.Max(step, 0), LeftReason.Other, "").ToBytes());

    /// <summary>Called by a lister before a further batch: where too many wait, it helps unlinking.</summary>
    public void Throttle(WorkerPool pool, int entries)
    {
        while (Volatile.Read(ref listed) >= MaxListed)
            if (!pool.TryRunUrgent())
                Thread.Sleep(1);
        Interlocked.Add(ref listed, entries);
    }

    public void Unthrottle(int entries) => Interlocked.Add(ref listed, -entries);
}

/// <summary>What an interrupted execution of a round has touched: that these changed is our own doing.</summary>
public sealed record RoundHistory(IReadOnlySet<(int Root, UnixPath Path, ulong Inode)> Entered, IReadOnlyDictionary<(int Root, ulong Inode), uint> Unlinked)
{
    public static readonly RoundHistory None = new(new HashSet<(int, UnixPath, ulong)>(), new Dictionary<(int, ulong), uint>());
}
