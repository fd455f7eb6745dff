using System.Collections.Concurrent;
using Postrun.Linux;
using Postrun.Model;

namespace Postrun.Actions;

/// <summary>What the removal knows of one directory.</summary>
internal sealed class RemovalState(int root, LabelTree? labels, int step)
{
    private int keepsItself;

    public int Root => root;

    /// <summary>Exceptions beneath; <see langword="null"/> where there are none.</summary>
    public LabelTree? Labels => labels;

    /// <summary>The step in force here.</summary>
    public int Step => step;

    /// <summary>Something in it stays, so it stays.</summary>
    public bool KeepsItself
    {
        get => Volatile.Read(ref keepsItself) != 0;
        set => Volatile.Write(ref keepsItself, value ? 1 : 0);
    }
}

/// <summary>
/// Carries out the deletions of a plan. An entry is looked at by its name in an open directory, its removal is made
/// durable in the journal as intent, and only then is it unlinked.
/// </summary>
internal sealed class RemovalWalk(WorkerPool pool, RoundContext round) : TreeWalk<RemovalState>(pool)
{
    private readonly WorkerPool pool = pool;
    private readonly ConcurrentDictionary<(int Root, ulong Inode), uint> unlinked = new(round.Unlinked);

    public void Start(int root, DirectoryHandle directory)
    {
        var labels = LabelTree.Of(round.Plan, root);
        if (!labels.Removes)
        {
            directory.Dispose();
            return;
        }
        var error = AddRoot(directory, new(root, labels, labels.Step));
        if (error != Errno.None)
            round.Leave(root, [], [], labels.Step, error);
    }

    protected override void Enter(TreeNode<RemovalState> node, DirectoryHandle directory, in FileStat stat, PinnedBuffer buffer)
    {
        var state = node.State;
        if (round.IsCut)
        {
            state.KeepsItself = true;
            round.Cut(state.Step);
            round.NotReached(state.Labels, StepStatus.Cut);
            return;
        }
        var path = node.RelativePath();
        // Another directory that was moved here has changed, too: names in it are not the ones that were condemned.
        if (node.Parent is not null && Changed(stat.ChangedTicks) && !round.IsEntered(state.Root, new(path), stat.Inode))
        {
            state.KeepsItself = true;
            round.Leave(state.Root, path, [], state.Step, LeftReason.ChangedSincePlan, "has changed since it was planned");
            round.NotReached(state.Labels, StepStatus.Partial);
            return;
        }
        if (!round.Removes(state.Step))
        {
            state.KeepsItself = true;
            PickOut(node, directory, path);
            return;
        }
        RemoveContent(node, directory, stat, buffer, path);
    }

    /// <summary>A directory that stays, with single entries to be removed: nothing but these is looked at.</summary>
    private void PickOut(TreeNode<RemovalState> node, DirectoryHandle directory, byte[] path)
    {
        var batch = new RemovalBatch();
        Enters(node, path);
        foreach (var (name, label) in node.State.Labels!.Children)
        {
            if (!label.Removes)
                continue;
            var step = label.Step >= 0 ? label.Step : node.State.Step;
            if (label.Type == ItemType.Directory)
                Descend(node, name, new(node.State.Root, label, step));
            else if (directory.Stat(name, out var stat) is var error and not Errno.None)
            {
                // Somebody else has removed it: nothing is left of it.
                if (error != Errno.ENOENT)
                    round.Leave(node.State.Root, path, name, step, error);
            }
            else
                Take(node, directory, path, ref batch, name, stat, step);
        }
        Submit(node, batch, path);
    }

    /// <summary>Says in the journal that changes of this directory are our own from now on.</summary>
    private void Enters(TreeNode<RemovalState> node, byte[] path)
    {
        using var none = new RemovalBatch();
        round.Journal.Append(none.ToFrame(node.State.Root, path, node.Inode).ToArray());
    }

    private void RemoveContent(TreeNode<RemovalState> node, DirectoryHandle directory, in FileStat self, PinnedBuffer buffer, byte[] path)
    {
        var state = node.State;
        var batch = new RemovalBatch();
        var saidSo = false;
        var reader = new DirectoryReader(directory, buffer);
        while (reader.Next())
        {
            var label = state.Labels?.Find(reader.Name);
            var step = label is { Step: >= 0 } ? label.Step : state.Step;
            if (!round.Removes(step) && label?.Removes != true)
            {
                state.KeepsItself = true;
                continue;
            }
            FileStat stat = default;
            if (node.Parent is null && reader.Name.SequenceEqual(round.PinDirectory) && reader.Stat(out stat) == Errno.None && PinDirectory.IsOurs(stat))
                continue;
            if (reader.Type != (byte)ItemType.Directory && reader.Stat(out stat) is var error and not Errno.None)
            {
                if (error != Errno.ENOENT)
                    Keep(node, path, reader.Name, step, error);
                continue;
            }
            if (reader.Type == (byte)ItemType.Directory || stat.IsDirectory)
            {
                // A directory beneath may be gone, and have changed this one, before the intents for this one are written.
                if (!saidSo)
                    Enters(node, path);
                saidSo = true;
                Descend(node, reader.Name, new(state.Root, label, step));
            }
            else if (!round.Removes(step))
                state.KeepsItself = true;
            else
                Take(node, directory, path, ref batch, reader.Name, stat, step);
        }
        if (reader.Error != Errno.None)
            Keep(node, path, [], state.Step, reader.Error);
        else if (node.Parent is not null && !state.KeepsItself)
            batch.Add(new()
            {
                Type = ItemType.Directory,
                Name = [],
                Step = state.Step,
                Size = self.Size,
                AllocatedBytes = self.AllocatedBytes,
                Links = 1,
                Inode = 0,
            });
        Submit(node, batch, path);
    }

    /// <summary>Puts a file into the batch if it is still what was planned.</summary>
    private void Take(
        TreeNode<RemovalState> node, DirectoryHandle directory, byte[] path, ref RemovalBatch batch, ReadOnlySpan<byte> name, in FileStat stat, int step)
    {
        var state = node.State;
        if (stat.IsMountRoot)
        {
            Keep(node, path, name, step, Errno.EXDEV);
            return;
        }
        if (PinDirectory.IsRestored(name))
        {
            state.KeepsItself = true;
            round.Leave(state.Root, path, name, step, LeftReason.EvidenceMissing, "is evidence that a clean-up put back beside its place; move it there, or remove it");
            return;
        }
        // Removing one name of a file changes the others, which is no news; its content must not have changed, for an
        // inode can be a new file's by now.
        if (stat.IsDirectory || (Changed(stat.ChangedTicks) && (Changed(stat.ModifiedTicks) || !unlinked.ContainsKey((state.Root, stat.Inode)))))
        {
            state.KeepsItself = true;
            round.Leave(state.Root, path, name, step, LeftReason.ChangedSincePlan, "has changed since it was planned");
            return;
        }
        if (stat.Links > 1)
            unlinked.TryAdd((state.Root, stat.Inode), stat.Links);
        // How many names it had, not how many another worker, or an execution that died, has left: equal clean-ups have equal lists.
        var links = unlinked.TryGetValue((state.Root, stat.Inode), out var known) ? Math.Max(known, stat.Links) : stat.Links;
        Span<byte> hash = stackalloc byte[ContentHash.Length];
        var hashed = round.Plan.Confirmation == Confirmation.Hashed && stat.IsRegularFile;
        if (hashed && ContentHash.TryCompute(directory, name, stat, hash, round.Interruption) is var error and not Errno.None)
        {
            if (error == Errno.EINTR)
            {
                state.KeepsItself = true;
                round.Cut(step);
                return;
            }
            Keep(node, path, name, step, error);
            return;
        }
        batch.Add(new()
        {
            Type = (ItemType)stat.Type,
            Name = name,
            Step = step,
            Size = stat.Size,
            AllocatedBytes = stat.AllocatedBytes,
            Links = links,
            Inode = stat.Inode,
            Held = round.Open.HoldersOf(stat.Device, stat.Inode).Count > 0,
            Sha256 = hashed ? hash : [],
        });
        if (batch.IsFull)
        {
            Submit(node, batch, path);
            batch = new();
        }
    }

    private void Keep(TreeNode<RemovalState> node, byte[] path, ReadOnlySpan<byte> name, int step, Errno error)
    {
        node.State.KeepsItself = true;
        round.Leave(node.State.Root, path, name, step, error);
    }

    private bool Changed(long ticks) => ticks >= round.AsOfTicks;

    /// <summary>Makes the intent durable; the unlinking follows on a worker.</summary>
    private void Submit(TreeNode<RemovalState> node, RemovalBatch batch, byte[] path)
    {
        if (batch.Count == 0)
        {
            batch.Dispose();
            return;
        }
        Hold(node);
        pool.Hold();
        round.Throttle(pool, batch.Count);
        round.Journal.Append(batch.ToFrame(node.State.Root, path, node.Inode), durable =>
        {
            if (durable)
                pool.PostUrgent(new Unlinking(this, node, batch));
            else
                Finish(node, batch, abandoned: !durable);
            pool.Release();
        });
    }

    private void Finish(TreeNode<RemovalState> node, RemovalBatch batch, bool abandoned)
    {
        if (abandoned)
            node.State.KeepsItself = true;
        round.Unthrottle(batch.Count);
        batch.Dispose();
        Complete(node);
    }

    private void Unlink(TreeNode<RemovalState> node, RemovalBatch batch)
    {
        var error = Acquire(node, out var directory);
        for (var i = 0; i < batch.Count; i++)
        {
            var entry = batch[i];
            if (entry.Name.IsEmpty)
                continue;
            var failed = error != Errno.None ? error : round.IsCut ? Errno.EINTR : directory!.UnlinkTerminated(entry.Name);
            if (failed == Errno.None)
            {
                pool.Progress(1);
                continue;
            }
            var path = node.RelativePath();
            if (failed == Errno.ENOENT)
                round.Retract(node.State.Root, path, entry.Name, entry.Step);
            else if (failed == Errno.EINTR)
            {
                node.State.KeepsItself = true;
                round.Cut(entry.Step);
                round.Retract(node.State.Root, path, entry.Name, entry.Step);
            }
            else
                Keep(node, path, entry.Name, entry.Step, failed);
        }
        if (error == Errno.None)
            Release(node);
        Finish(node, batch, abandoned: false);
    }

    protected override void NotEntered(TreeNode<RemovalState> node, Errno error)
    {
        if (error == Errno.ENOENT)
            return;
        round.NotReached(node.State.Labels, StepStatus.Partial);
        // A mount point that is a root of its own is dealt with there.
        if (!(error == Errno.EXDEV && round.IsRoot(node.State.Root, node.RelativePath())))
            round.Leave(node.State.Root, node.RelativePath(), [], node.State.Step, error);
        if (node.Parent is not null)
            node.Parent.State.KeepsItself = true;
    }

    protected override void Leave(TreeNode<RemovalState> node)
    {
        var state = node.State;
        if (node.Parent is not { } parent)
            return;
        if (!round.Removes(state.Step))
        {
            parent.State.KeepsItself = true;
            return;
        }
        var path = node.RelativePath();
        if (state.KeepsItself || round.Journal.Failure is not null)
        {
            // The intent to remove the directory itself was written before this was known.
            round.Retract(state.Root, path, [], state.Step);
            parent.State.KeepsItself = true;
            return;
        }
        var error = Acquire(parent, out var directory);
        if (error == Errno.None)
        {
            error = directory!.RemoveDirectory(node.Name);
            Release(parent);
        }
        pool.Progress(1);
        if (error is Errno.None)
            return;
        if (error == Errno.ENOENT)
        {
            round.Retract(state.Root, path, [], state.Step);
            return;
        }
        parent.State.KeepsItself = true;
        if (error == Errno.ENOTEMPTY)
            round.Leave(state.Root, path, [], state.Step, LeftReason.ChangedSincePlan, "something appeared in it while it was being emptied");
        else
            round.Leave(state.Root, path, [], state.Step, error);
    }

    private sealed class Unlinking(RemovalWalk walk, TreeNode<RemovalState> node, RemovalBatch batch) : WorkItem
    {
        protected override void Execute(WorkerPool pool) => walk.Unlink(node, batch);
    }
}
