namespace Postrun.Linux;

/// <summary>A directory of a walk, from when its parent names it until everything beneath it is done.</summary>
/// <typeparam name="TState">What the walk keeps for a directory.</typeparam>
public sealed class TreeNode<TState>
    where TState : class
{
    internal TreeNode(TreeNode<TState>? parent, byte[] name, TState state)
    {
        Parent = parent;
        Name = name;
        State = state;
    }

    /// <summary><see langword="null"/> for a root.</summary>
    public TreeNode<TState>? Parent { get; }

    /// <summary>Empty for a root.</summary>
    public byte[] Name { get; }

    public TState State { get; }

    /// <summary>0 until the directory was entered.</summary>
    public ulong Inode { get; internal set; }

    public ulong Device { get; internal set; }

    // Owned by HandleCache.
    internal DirectoryHandle? Handle;
    internal int Users;

    // Owned by TreeWalk: itself, its children, and what was held on its account.
    internal int Pending = 1;
    internal bool Entered;

    /// <summary>The path relative to the root, without leading slash; empty for a root.</summary>
    public byte[] RelativePath()
    {
        var length = -1;
        for (var node = this; node.Parent is not null; node = node.Parent)
            length += node.Name.Length + 1;
        if (length < 0)
            return [];
        var path = new byte[length];
        for (var node = this; node.Parent is not null; node = node.Parent)
        {
            length -= node.Name.Length;
            node.Name.CopyTo(path, length);
            if (length > 0)
                path[--length] = (byte)'/';
        }
        return path;
    }
}
