using System.Collections.Concurrent;

namespace Postrun.Linux;

internal static class TreeWalk
{
    /// <summary>Directories kept open at once: a quarter of the common limit of 1,024.</summary>
    public const int MaxOpenDirectories = 256;
}

/// <summary>
/// Walks trees on the threads of a pool: a directory is entered after its parent, and left after everything beneath it.
/// Nothing is followed: no symbolic link, no mount point.
/// </summary>
/// <remarks>
/// It is iterative, so that depth costs no stack, and keeps a bounded number of descriptors. What it holds in memory is
/// the directories that are named and not yet left, never the files.
/// </remarks>
public abstract class TreeWalk<TState>(WorkerPool pool, int maxOpen = TreeWalk.MaxOpenDirectories) : IDisposable
    where TState : class
{
    private readonly HandleCache<TState> handles = new(maxOpen);
    private readonly ConcurrentBag<PinnedBuffer> buffers = [];

    /// <summary>Starts at an open directory, which the walk takes over.</summary>
    /// <returns>the error of looking at it; the walk then does nothing about it</returns>
    public Errno AddRoot(DirectoryHandle directory, TState state)
    {
        var node = new TreeNode<TState>(null, [], state);
        var error = directory.StatSelf(out var stat);
        if (error != Errno.None)
        {
            directory.Dispose();
            return error;
        }
        (node.Inode, node.Device) = (stat.Inode, stat.Device);
        handles.Adopt(node, directory);
        handles.Release(node);
        pool.Post(new Visit(this, node));
        return Errno.None;
    }

    /// <summary>Looks at a directory. It names what is to be entered with <see cref="Descend"/>.</summary>
    /// <param name="buffer">For a <see cref="DirectoryReader"/>; the caller's until it returns.</param>
    protected abstract void Enter(TreeNode<TState> node, DirectoryHandle directory, in FileStat stat, PinnedBuffer buffer);

    /// <summary>Everything beneath the directory is done; never called for one that was not entered.</summary>
    protected abstract void Leave(TreeNode<TState> node);

    /// <summary>The directory could not be opened; <see cref="Errno.EXDEV"/> says that it is a mount point.</summary>
    protected abstract void NotEntered(TreeNode<TState> node, Errno error);

    protected void Descend(TreeNode<TState> parent, ReadOnlySpan<byte> name, TState state)
    {
        Hold(parent);
        pool.Post(new Visit(this, new(parent, name.ToArray(), state)));
    }

    /// <summary>Keeps a directory from being left before <see cref="Complete"/> is called as often.</summary>
    protected static void Hold(TreeNode<TState> node) => Interlocked.Increment(ref node.Pending);

    protected void Complete(TreeNode<TState> node)
    {
        for (TreeNode<TState>? current = node; current is not null && Interlocked.Decrement(ref current.Pending) == 0; current = current.Parent)
        {
            if (current.Entered)
                Leave(current);
            handles.Close(current);
        }
    }

    /// <summary>The open directory of a node that was entered; give it back with <see cref="Release"/>.</summary>
    protected Errno Acquire(TreeNode<TState> node, out DirectoryHandle? directory) => handles.Acquire(node, out directory);

    protected void Release(TreeNode<TState> node) => handles.Release(node);

    public void Dispose()
    {
        while (buffers.TryTake(out var buffer))
            buffer.Dispose();
        GC.SuppressFinalize(this);
    }

    private Errno Open(TreeNode<TState> node, out DirectoryHandle? directory, out FileStat stat)
    {
        stat = default;
        if (node.Parent is not { } parent)
            return handles.Acquire(node, out directory) is var failed and not Errno.None ? failed : directory!.StatSelf(out stat);
        var error = handles.Acquire(parent, out directory);
        if (error != Errno.None)
            return error;
        error = directory!.OpenBeneath(node.Name, acrossMounts: false, out directory);
        handles.Release(parent);
        if (error != Errno.None)
            return error;
        error = directory!.StatSelf(out stat);
        // A btrfs subvolume is no mount point, but a file system of its own.
        if (error == Errno.None && stat.Device != parent.Device)
            error = Errno.EXDEV;
        if (error != Errno.None)
        {
            directory.Dispose();
            return error;
        }
        (node.Inode, node.Device) = (stat.Inode, stat.Device);
        handles.Adopt(node, directory);
        return Errno.None;
    }

    private sealed class Visit(TreeWalk<TState> walk, TreeNode<TState> node) : WorkItem
    {
        protected internal override void Execute(WorkerPool pool)
        {
            try
            {
                var error = walk.Open(node, out var directory, out var stat);
                if (error != Errno.None)
                {
                    walk.NotEntered(node, error);
                    return;
                }
                node.Entered = true;
                if (!walk.buffers.TryTake(out var buffer))
                    buffer = new(DirectoryReader.BufferSize);
                try
                {
                    walk.Enter(node, directory!, stat, buffer);
                }
                finally
                {
                    walk.buffers.Add(buffer);
                    walk.handles.Release(node);
                }
            }
            finally
            {
                walk.Complete(node);
            }
        }
    }
}
