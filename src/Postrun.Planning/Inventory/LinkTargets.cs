using Postrun.Linux;
using Postrun.Model;

namespace Postrun.Planning;

/// <summary>
/// What symbolic links of the evidence lead to, the links on the way included. A link is worth nothing without it, so
/// it is kept with the link, be it a file or a whole directory.
/// </summary>
internal sealed class LinkTargets
{
    /// <summary>As many links as the kernel follows for one path, path_resolution(7).</summary>
    private const int MaxHops = 40;

    private readonly HashSet<UnixPath> paths = [];
    private readonly Dictionary<UnixPath, HashSet<UnixPath>> namesByDirectory = [];

    public int Count => paths.Count;

    /// <summary>Whether a directory is led to itself.</summary>
    public bool Contains(UnixPath path) => paths.Contains(path);

    /// <summary>Names in a directory that are led to; <see langword="null"/> where there are none.</summary>
    public HashSet<UnixPath>? In(UnixPath directory) => namesByDirectory.GetValueOrDefault(directory);

    /// <summary>Adds what a link leads to.</summary>
    /// <returns>
    /// <see langword="false"/> where it leads to a directory around itself: to keep that would be to keep whatever is in it
    /// </returns>
    public bool Add(UnixPath link, UnixPath text)
    {
        var pending = new Stack<byte[]>();
        var at = UnixPath.Of("/");
        Push(pending, ref at, link.Parent, text);
        for (var hops = 0; pending.TryPop(out var name);)
        {
            if (name is [(byte)'.', (byte)'.'])
            {
                at = at.Bytes.Length > 1 ? at.Parent : at;
                continue;
            }
            var next = at.Join(name);
            if (Read(next) is not { } target)
            {
                at = next;
                continue;
            }
            Note(next);
            if (++hops > MaxHops)
                return true;
            Push(pending, ref at, at, target);
        }
        if (link.IsWithin(at))
            return false;
        Note(at);
        return true;
    }

    private static void Push(Stack<byte[]> pending, ref UnixPath at, UnixPath directory, UnixPath text)
    {
        if (text.IsAbsolute)
            at = UnixPath.Of("/");
        else if (at != directory)
            text = directory.Join(text.Bytes);
        var names = new List<byte[]>();
        foreach (var range in text.Bytes.Split((byte)'/'))
            if (text.Bytes[range] is var name && !name.IsEmpty && !name.SequenceEqual("."u8))
                names.Add(name.ToArray());
        for (var i = names.Count - 1; i >= 0; i--)
            pending.Push(names[i]);
    }

    private static UnixPath? Read(UnixPath path)
    {
        if (DirectoryHandle.OpenAbsolute(path.Parent.Bytes, out var directory) != Errno.None)
            return null;
        using (directory)
            return directory!.ReadLink(path.Name, out var target) == Errno.None ? new(target!) : null;
    }

    private void Note(UnixPath path)
    {
        if (!paths.Add(path))
            return;
        if (!namesByDirectory.TryGetValue(path.Parent, out var names))
            namesByDirectory.Add(path.Parent, names = []);
        names.Add(new(path.Name));
    }
}
