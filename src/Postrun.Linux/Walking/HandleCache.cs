namespace Postrun.Linux;

/// <summary>
/// Keeps a bounded number of directories open. One that was closed is opened anew from its nearest open ancestor, and
/// must then be the same inode: a tree may be deeper than a process may have descriptors.
/// </summary>
internal sealed class HandleCache<TState>(int capacity)
    where TState : class
{
    private readonly Lock gate = new();
    private readonly Queue<TreeNode<TState>> open = new();

    /// <summary>Puts a handle under the cache's care, in use by the caller.</summary>
    public void Adopt(TreeNode<TState> node, DirectoryHandle handle)
    {
        List<DirectoryHandle>? idle;
        lock (gate)
        {
            node.Handle = handle;
            node.Users++;
            open.Enqueue(node);
            idle = Evict();
        }
        idle?.ForEach(static evicted => evicted.Dispose());
    }

    /// <summary>The open directory of a node, in use by the caller until <see cref="Release"/>.</summary>
    /// <returns><see cref="Errno.ESTALE"/> where another directory stands at its path now.</returns>
    public Errno Acquire(TreeNode<TState> node, out DirectoryHandle? handle)
    {
        TreeNode<TState> ancestor;
        lock (gate)
        {
            handle = node.Handle;
            if (handle is not null)
            {
                node.Users++;
                return Errno.None;
            }
            // A root is never evicted, so that this ends.
            for (ancestor = node.Parent!; ancestor.Handle is null; ancestor = ancestor.Parent!)
            {
            }
            ancestor.Users++;
        }
        try
        {
            return Reopen(ancestor, node, out handle);
        }
        finally
        {
            Release(ancestor);
        }
    }

    /// <summary>
    /// Opens the way down one by one and keeps what it opens: who climbs out of a deep tree needs these next, and would
    /// otherwise come down from the top for each of them.
    /// </summary>
    private Errno Reopen(TreeNode<TState> ancestor, TreeNode<TState> node, out DirectoryHandle? handle)
    {
        var way = new Stack<TreeNode<TState>>();
        for (var next = node; !ReferenceEquals(next, ancestor); next = next.Parent!)
            way.Push(next);
        handle = null;
        var current = ancestor;
        while (way.TryPop(out var next))
        {
            var error = Open(current.Handle!, next, out handle);
            if (!ReferenceEquals(current, ancestor))
                Release(current);
            if (error != Errno.None)
                return error;
            current = next;
        }
        return Errno.None;
    }

    private Errno Open(DirectoryHandle parent, TreeNode<TState> node, out DirectoryHandle? handle)
    {
        var error = parent.OpenBeneath(node.Name, acrossMounts: false, out handle);
        if (error != Errno.None)
            return error;
        error = handle!.StatSelf(out var stat);
        if (error == Errno.None && (stat.Inode != node.Inode || stat.Device != node.Device))
            error = Errno.ESTALE;
        if (error != Errno.None)
        {
            handle.Dispose();
            handle = null;
            return error;
        }
        DirectoryHandle? surplus = null;
        lock (gate)
            if (node.Handle is not null)
            {
                surplus = handle;
                handle = node.Handle;
                node.Users++;
            }
        if (surplus is null)
            Adopt(node, handle);
        else
            surplus.Dispose();
        return Errno.None;
    }

    public void Release(TreeNode<TState> node)
    {
        lock (gate)
            node.Users--;
    }

    /// <summary>Closes the handle of a node that nobody will ask for again.</summary>
    public void Close(TreeNode<TState> node)
    {
        DirectoryHandle? handle;
        lock (gate)
        {
            handle = node.Handle;
            node.Handle = null;
        }
        handle?.Dispose();
    }

    private List<DirectoryHandle>? Evict()
    {
        List<DirectoryHandle>? idle = null;
        for (var looks = open.Count; open.Count > capacity && looks > 0; looks--)
        {
            var node = open.Dequeue();
            if (node.Handle is null)
                continue;
            if (node.Users > 0 || node.Parent is null)
            {
                open.Enqueue(node);
                continue;
            }
            (idle ??= []).Add(node.Handle);
            node.Handle = null;
        }
        return idle;
    }
}
