using System.Collections.Concurrent;
using Postrun.Linux;
using Postrun.Model;

namespace Postrun.Planning;

/// <summary>
/// What symbolic links of the evidence lead to beneath the roots, the links on the way included. A link is worth nothing
/// without it, so it is kept with the link, be it a file or a whole directory.
/// </summary>
internal sealed class LinkTargets(IReadOnlyCollection<PlanRoot> roots)
{
    /// <summary>As many links as the kernel follows for one path, path_resolution(7).</summary>
    private const int MaxHops = 40;

    /// <summary>Components that are looked at for one link: its text may be made to be long.</summary>
    private const int MaxComponents = 4096;

    /// <summary>What was looked at is remembered, for many links lead through few directories; so many and it is forgotten.</summary>
    private const int MaxRemembered = 50_000;

    private readonly HashSet<UnixPath> paths = [];
    private readonly HashSet<(ulong Device, ulong Inode)> identities = [];
    private readonly Dictionary<UnixPath, UnixPath?> texts = [];
    private readonly Dictionary<UnixPath, HashSet<UnixPath>> namesByDirectory = [];
    private readonly Dictionary<UnixPath, bool> followed = [];
    private UnixPath openPath;
    private DirectoryHandle? open;

    public int Count => paths.Count + identities.Count;

    /// <summary>Whether a link leads to a directory or to one around it.</summary>
    public bool Covers(UnixPath path)
    {
        for (var at = path; paths.Count > 0 && at.Bytes.Length > 1; at = at.Parent)
            if (paths.Contains(at))
                return true;
        return false;
    }

    /// <summary>Names in a directory that are led to; <see langword="null"/> where there are none.</summary>
    public HashSet<UnixPath>? In(UnixPath directory) => namesByDirectory.GetValueOrDefault(directory);

    /// <summary>Whether a link leads to this very file or directory by another path, such as that of a bind mount.</summary>
    public bool Contains(in FileStat stat) => identities.Count > 0 && identities.Contains((stat.Device, stat.Inode));

    /// <summary>Whether a link was followed. What leads to a directory around itself is not: that would keep whatever is in it.</summary>
    public bool IsFollowed(UnixPath link) => followed.GetValueOrDefault(link);

    /// <summary>Adds what links lead to that were not followed before.</summary>
    /// <returns>whether anything new is to be kept</returns>
    /// <exception cref="OperationCanceledException">what was followed so far is kept</exception>
    public bool Follow(ConcurrentBag<(UnixPath Link, UnixPath Text)> links, CancellationToken cancellation)
    {
        var before = Count;
        // In the order of their directories: a directory is opened once for all its links.
        foreach (var (link, text) in links.Where(kept => !followed.ContainsKey(kept.Link)).OrderBy(static kept => kept.Link))
        {
            cancellation.ThrowIfCancellationRequested();
            followed[link] = Follow(link, text);
        }
        open?.Dispose();
        (open, openPath) = (null, UnixPath.Empty);
        return Count > before;
    }

    private bool Follow(UnixPath link, UnixPath text)
    {
        var pending = new Stack<byte[]>();
        // The directory of the link was walked: no component of it is a link.
        var at = Push(pending, link.Parent, text);
        for (var (hops, looks) = (0, 0); pending.TryPop(out var name); looks++)
            if (looks == MaxComponents)
                return false;
            else if (name is [(byte)'.', (byte)'.'])
                at = at.Bytes.Length > 1 ? at.Parent : at;
            else if (Read(at, name) is not { } next)
                at = at.Join(name);
            else if (Note(at.Join(name)) && ++hops > MaxHops)
                return true;
            else
                at = Push(pending, at, next);
        return !link.IsWithin(at) && NoteIdentity(link, at) && Note(at);
    }

    /// <returns><see langword="false"/> for a directory around the link, whatever path leads to it</returns>
    private bool NoteIdentity(UnixPath link, UnixPath target)
    {
        if (Look(target, out var stat) != Errno.None)
            return true;
        for (var around = link.Parent; stat.IsDirectory && around.Bytes.Length > 1; around = around.Parent)
            if (Look(around, out var ancestor) == Errno.None && (ancestor.Device, ancestor.Inode) == (stat.Device, stat.Inode))
                return false;
        var device = stat.Device;
        if (roots.Any(root => root.Device == device))
            identities.Add((stat.Device, stat.Inode));
        return true;
    }

    private Errno Look(UnixPath path, out FileStat stat)
    {
        stat = default;
        var error = Open(path.Parent);
        return error == Errno.None ? open!.Stat(path.Name, out stat) : error;
    }

    /// <summary>Puts the components of a link's text in line.</summary>
    /// <returns>where they start from</returns>
    private static UnixPath Push(Stack<byte[]> pending, UnixPath directory, UnixPath text)
    {
        var names = new List<byte[]>();
        foreach (var range in text.Bytes.Split((byte)'/'))
            if (text.Bytes[range] is var name && !name.IsEmpty && !name.SequenceEqual("."u8))
                names.Add(name.ToArray());
        for (var i = names.Count - 1; i >= 0; i--)
            pending.Push(names[i]);
        return text.IsAbsolute ? UnixPath.Of("/") : directory;
    }

    /// <summary>The text of a link; <see langword="null"/> for whatever is none.</summary>
    private UnixPath? Read(UnixPath directory, byte[] name)
    {
        var path = directory.Join(name);
        if (texts.TryGetValue(path, out var known))
            return known;
        if (texts.Count == MaxRemembered)
            texts.Clear();
        return texts[path] = Open(directory) == Errno.None && open!.ReadLink(name, out var target) == Errno.None ? new(target!) : null;
    }

    private Errno Open(UnixPath directory)
    {
        if (open is not null && openPath == directory)
            return Errno.None;
        open?.Dispose();
        (open, openPath) = (null, directory);
        return DirectoryHandle.OpenAbsolute(directory.IsEmpty ? "/"u8 : directory.Bytes, out open);
    }

    /// <returns><see langword="true"/>: it is followed, whether or not it leads beneath a root</returns>
    private bool Note(UnixPath path)
    {
        if (!roots.Any(root => path.IsWithin(root.Path) || root.Path.IsWithin(path)) || !paths.Add(path))
            return true;
        if (!namesByDirectory.TryGetValue(path.Parent, out var names))
            namesByDirectory.Add(path.Parent, names = []);
        names.Add(new(path.Name));
        return true;
    }
}
