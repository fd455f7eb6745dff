using Postrun.Model;

namespace Postrun.Planning.Tests;

/// <summary>A tree in memory. What leads to an entry comes into being with it and belongs to root.</summary>
internal sealed class FakeFiles : ICacheProbe
{
    private readonly Dictionary<UnixPath, CacheEntry> entries = [];
    private readonly Dictionary<UnixPath, UnixPath> targets = [];

    public FakeFiles() => entries[UnixPath.Of("/")] = new(ItemType.Directory, 0, 1, 1);

    public HashSet<UnixPath> Unreadable { get; } = [];

    public FakeFiles Directory(string path, uint owner = 1000) => Add(path, ItemType.Directory, owner);

    public FakeFiles File(string path, uint owner = 1000) => Add(path, ItemType.RegularFile, owner);

    public FakeFiles Link(string path, string? target, uint owner = 1000)
    {
        if (target is not null)
            targets[UnixPath.Of(path)] = UnixPath.Of(target);
        return Add(path, ItemType.SymbolicLink, owner);
    }

    public FakeFiles Add(string path, ItemType type, uint owner)
    {
        var added = UnixPath.Of(path);
        for (var parent = added.Parent; parent.Bytes.Length > 1; parent = parent.Parent)
            entries.TryAdd(parent, new(ItemType.Directory, 0, 1, (ulong)entries.Count + 1));
        entries[added] = new(type, owner, 1, (ulong)entries.Count + 1);
        return this;
    }

    public CacheEntry? Look(UnixPath path) =>
        !entries.TryGetValue(path, out var entry) || !Reached(path) ? null
            : Unreadable.Any(closed => path != closed && path.IsWithin(closed)) ? entry with { Type = ItemType.Unknown } : entry;

    public IReadOnlyList<UnixPath>? Names(UnixPath directory) =>
        Look(directory)?.Type != ItemType.Directory || Unreadable.Any(directory.IsWithin) ? null
            : [.. entries.Keys.Where(path => path != directory && path.Parent == directory).Select(path => new UnixPath(path.Name))];

    public UnixPath? Target(UnixPath link) => targets.TryGetValue(link, out var target) ? target : null;

    // A double that followed links would hide what the finder does at one.
    private bool Reached(UnixPath path)
    {
        for (var parent = path.Parent; parent.Bytes.Length > 1; parent = parent.Parent)
            if (entries[parent].Type != ItemType.Directory)
                return false;
        return true;
    }
}
