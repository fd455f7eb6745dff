using Postrun.Linux;
using Postrun.Model;

namespace Postrun.Actions;

/// <summary>What the walk knows of one directory.</summary>
/// <param name="labels">Exceptions beneath; <see langword="null"/> where there are none.</param>
/// <param name="step">The step in force here.</param>
internal sealed class ContentState(int root, LabelTree? labels, int step)
{
    public int Root => root;

    public LabelTree? Labels => labels;

    public int Step => step;
}

/// <summary>Finds the files that stay, and has each looked through.</summary>
internal sealed class ContentWalk(WorkerPool pool, RoundContext round, FileInspector inspector) : TreeWalk<ContentState>(pool)
{
    /// <summary>Files of one directory that are one piece of work.</summary>
    private const int BatchSize = 32;

    /// <summary>Beyond this many pieces whoever lists looks through them itself: memory must not grow with the number of files.</summary>
    private const int MaxWaiting = 256;

    private readonly WorkerPool pool = pool;
    private int waiting;

    public void Start(int root, DirectoryHandle directory)
    {
        var labels = LabelTree.Of(round.Plan, root);
        if (!labels.IsLookedThrough)
        {
            directory.Dispose();
            return;
        }
        var error = AddRoot(directory, new(root, labels, labels.Step));
        if (error != Errno.None)
            round.Leave(root, [], [], labels.Step, error);
    }

    protected override void Enter(TreeNode<ContentState> node, DirectoryHandle directory, in FileStat stat, PinnedBuffer buffer)
    {
        var state = node.State;
        if (round.IsCut)
        {
            inspector.Cut(state.Step);
            return;
        }
        var batch = new List<(byte[] Name, int Step)>();
        var reader = new DirectoryReader(directory, buffer);
        while (reader.Next())
        {
            var label = state.Labels?.Find(reader.Name);
            var step = label is { Step: >= 0 } ? label.Step : state.Step;
            var type = (ItemType)reader.Type;
            if (type == ItemType.Unknown && reader.Stat(out var entry) == Errno.None)
                type = (ItemType)entry.Type;
            if (type == ItemType.Directory)
            {
                if ((round.PlaceOf(step) is not null || label?.IsLookedThrough == true) && !(node.Parent is null && reader.Name.SequenceEqual(round.PinDirectory)))
                    Descend(node, reader.Name, new(state.Root, label, step));
            }
            else if (type == ItemType.RegularFile && round.PlaceOf(step) is not null && !inspector.IsOurs(reader.Name))
            {
                batch.Add((reader.Name.ToArray(), step));
                if (batch.Count == BatchSize)
                {
                    Submit(node, directory, batch);
                    batch = [];
                }
            }
        }
        if (reader.Error != Errno.None)
            round.Leave(state.Root, node.RelativePath(), [], state.Step, LeftReason.Unreadable, $"could not be looked through for secrets to its end: {reader.Error}");
        Submit(node, directory, batch);
    }

    private void Submit(TreeNode<ContentState> node, DirectoryHandle directory, List<(byte[] Name, int Step)> batch)
    {
        if (batch.Count == 0)
            return;
        if (Volatile.Read(ref waiting) >= MaxWaiting)
        {
            LookThrough(node, directory, batch);
            return;
        }
        Interlocked.Increment(ref waiting);
        Hold(node);
        pool.Post(new Batch(this, node, batch));
    }

    private void LookThrough(TreeNode<ContentState> node, DirectoryHandle directory, List<(byte[] Name, int Step)> batch)
    {
        var path = node.RelativePath();
        foreach (var (name, step) in batch)
        {
            inspector.Inspect(node.State.Root, directory, path, name, step, round.PlaceOf(step)!.Value, node.Device);
            pool.Progress(1);
        }
    }

    protected override void Leave(TreeNode<ContentState> node)
    {
    }

    /// <summary>What cannot be entered is in the plan as left, and what is gone or a mount point is none of what stays.</summary>
    protected override void NotEntered(TreeNode<ContentState> node, Errno error)
    {
        if (error is Errno.ENOENT or Errno.EXDEV or Errno.ELOOP or Errno.ENOTDIR)
            return;
        round.Leave(node.State.Root, node.RelativePath(), [], node.State.Step, LeftReason.Unreadable, $"could not be looked through for secrets: {error}");
    }

    private sealed class Batch(ContentWalk walk, TreeNode<ContentState> node, List<(byte[] Name, int Step)> files) : WorkItem
    {
        protected override void Execute(WorkerPool pool)
        {
            Interlocked.Decrement(ref walk.waiting);
            try
            {
                var error = walk.Acquire(node, out var directory);
                if (error != Errno.None)
                {
                    walk.NotEntered(node, error);
                    return;
                }
                try
                {
                    walk.LookThrough(node, directory!, files);
                }
                finally
                {
                    walk.Release(node);
                }
            }
            finally
            {
                walk.Complete(node);
            }
        }
    }
}
