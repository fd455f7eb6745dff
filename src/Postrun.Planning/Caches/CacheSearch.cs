using System.Text;
using Postrun.Model;

namespace Postrun.Planning;

/// <summary>Looks at one candidate after the other and keeps what was found and what was refused.</summary>
internal sealed class CacheSearch(ICacheProbe probe, IReadOnlyCollection<UnixPath> homes)
{
    private const string Remedy = "declare it under caches.paths if it is a cache";

    private readonly CacheMarkers markers = new(probe);
    private readonly List<FoundCache> found = [];
    private readonly List<LeftItem> refused = [];

    public void Refuse(LeftItem item) => refused.Add(item);

    /// <summary>A candidate of the catalogue.</summary>
    public void Try(CacheCandidate candidate)
    {
        foreach (var path in Expand(candidate.Base, candidate.Rest))
            TryOne(candidate, path);
    }

    private void TryOne(CacheCandidate candidate, UnixPath path)
    {
        // What another user has under a common pattern in /tmp is not this user's cache, and nothing to report.
        if (NameGlob.IsGlob(candidate.Rest) && probe.Look(path)?.Owner != candidate.User.Uid)
            return;
        if (Locate(path) is not { } entry || !IsCacheable(path, entry, candidate.Via, [candidate.User]))
            return;
        if (probe.Names(path) is not { } names)
            Refuse(path, LeftReason.Unreadable, $"{path} cannot be read: run Postrun as its owner");
        else if (names.Count == 0)
            return;
        else if (markers.Guard(path, names) is { } guarded)
            Refuse(path, LeftReason.Undecided, $"{path} ({candidate.Cache.Name}, {candidate.Via}) also holds {guarded}, which no cache does: move that away, or {Remedy}");
        else if (!candidate.Trusted && !markers.Recognise(candidate.Place, path, names))
            Refuse(path, LeftReason.Undecided, $"{candidate.Via} leads to {path}, which does not look like a {candidate.Cache.Name} cache ({string.Join(", ", candidate.Place.Markers)}): {Remedy}");
        else
            Add(candidate.Cache.Name, candidate.User, path, candidate.Via, entry);
    }

    /// <summary>A directory of <c>caches.paths</c>: what it is was said, where it is is still judged.</summary>
    public void TryDeclared(UnixPath declared, IReadOnlyList<UserAccount> users)
    {
        const string via = "caches.paths";
        if (CachePaths.Normalise(declared.Bytes) is not { } path)
            Refuse(declared, LeftReason.Other, $"{via}: {declared} is not an absolute path without \"..\"");
        else if (Locate(path) is { } entry && IsCacheable(path, entry, via, users))
            Add(CacheCatalogue.Declared, users.First(user => user.Uid == entry.Owner), path, via, entry);
    }

    public CacheFindings Findings()
    {
        var outermost = new List<FoundCache>();
        foreach (var cache in found.OrderBy(cache => cache.Path.Bytes.Length))
            if (!outermost.Exists(outer => cache.Path.IsWithin(outer.Path)))
                outermost.Add(cache);
        return new()
        {
            Found = [.. outermost.OrderBy(cache => cache.Path)],
            Refused =
            [
                .. refused.Where(item => !outermost.Exists(cache => Covers(cache.Path, item)))
                    .DistinctBy(item => item.Path).OrderBy(item => item.Path),
            ],
        };
    }

    /// <summary>What a declared path made good is no longer refused.</summary>
    private bool Covers(UnixPath cache, LeftItem item) =>
        item.Path.IsWithin(cache) || (item.Reason == LeftReason.SymbolicLink && Destination(item.Path) is { } target && target.IsWithin(cache));

    private UnixPath? Destination(UnixPath link) =>
        probe.Target(link) is { IsEmpty: false } target
            ? CachePaths.Normalise((target.IsAbsolute ? target : link.Parent.Join(target.Bytes)).Bytes)
            : null;

    private void Add(string name, UserAccount user, UnixPath path, string via, CacheEntry entry) => found.Add(new()
    {
        Name = name,
        User = user.Name,
        Path = path,
        Via = via,
        Device = entry.Device,
        Inode = entry.Inode,
    });

    private void Refuse(UnixPath path, LeftReason reason, string detail) =>
        Refuse(new() { Path = path, Reason = reason, Detail = detail });

    private bool IsCacheable(UnixPath path, CacheEntry entry, string via, IReadOnlyList<UserAccount> users)
    {
        if (CachePaths.Refusal(path, homes) is { } why)
            Refuse(path, LeftReason.Other, $"{via} leads to {path}, which {why}");
        else if (entry.Type != ItemType.Directory)
            Refuse(path, LeftReason.Other, $"{via} leads to {path}, which is not a directory");
        else if (users.All(user => user.Uid != entry.Owner))
            Refuse(path, LeftReason.NotOwned, $"{path} belongs to user {entry.Owner}, not to {string.Join(", ", users.Select(user => user.Name))}: name its owner under caches.users");
        else
            return true;
        return false;
    }

    /// <summary>What stands at a path that is reached without a symbolic link; otherwise says what is in the way.</summary>
    private CacheEntry? Locate(UnixPath path)
    {
        CacheEntry? entry = null;
        foreach (var prefix in CachePaths.Prefixes(path))
        {
            // Beneath what is not a directory there is nothing.
            if (entry is { Type: not ItemType.Directory } || probe.Look(prefix) is not { } next)
                return null;
            entry = next;
            if (next.Type == ItemType.Unknown)
            {
                Refuse(prefix, LeftReason.Unreadable, $"{prefix} cannot be looked at: run Postrun as its owner");
                return null;
            }
            if (next.Type == ItemType.SymbolicLink)
            {
                var target = probe.Target(prefix) is { } text ? $" to {text}" : "";
                Refuse(prefix, LeftReason.SymbolicLink, $"{prefix} is a symbolic link{target} and is not followed: declare its target under caches.paths");
                return null;
            }
        }
        return entry;
    }

    private IEnumerable<UnixPath> Expand(UnixPath directory, string rest)
    {
        IEnumerable<UnixPath> paths = [directory];
        foreach (var component in rest.Split('/', StringSplitOptions.RemoveEmptyEntries))
            paths = NameGlob.IsGlob(component)
                ? paths.SelectMany(path => Matching(path, component)).ToList()
                : paths.Select(path => path.Join(Encoding.UTF8.GetBytes(component)));
        return paths;
    }

    private IEnumerable<UnixPath> Matching(UnixPath directory, string pattern) =>
        Locate(directory) is { Type: ItemType.Directory } && probe.Names(directory) is { } names
            ? names.Where(name => NameGlob.Matches(pattern, name.Bytes)).Order().Select(name => directory.Join(name.Bytes))
            : [];
}
