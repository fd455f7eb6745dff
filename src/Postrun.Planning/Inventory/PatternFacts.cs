using Postrun.Linux;
using Postrun.Model;

namespace Postrun.Planning;

/// <summary>Turns a path into what the descriptor declares of it.</summary>
internal sealed class PatternFacts(Workspace workspace, RedactionSource redaction)
{
    private readonly PatternList evidence = new(workspace.Evidence);
    private readonly PatternList keep = new(workspace.Keep);
    private readonly PatternList intermediate = new(workspace.Intermediate);
    private readonly PatternList transient = new(workspace.Transient);
    private readonly PatternList logs = new(redaction.Logs);

    /// <summary>Matches of an entry, given those of its directory.</summary>
    /// <param name="path">Relative to the workspace root.</param>
    /// <param name="ledTo">Whether a symbolic link that is kept leads to this very entry.</param>
    public Matches Match(InventoryRoot root, ReadOnlySpan<byte> path, bool isDirectory, in Matches inherited, bool ledTo) =>
        root.Plan.Origin != RootOrigin.Workspace ? Matches.None with { LedTo = inherited.LedTo || ledTo } : new(
            evidence.LastMatch(path, isDirectory, inherited.Evidence),
            keep.LastMatch(path, isDirectory, inherited.Keep),
            intermediate.LastMatch(path, isDirectory, inherited.Intermediate),
            transient.LastMatch(path, isDirectory, inherited.Transient),
            logs.LastMatch(path, isDirectory, inherited.Log),
            inherited.InPackage || (root.Package is { } package && path.SequenceEqual(package.Bytes)),
            inherited.LedTo || ledTo);

    /// <summary>Matches of a root: those of all the directories above it up to its workspace root.</summary>
    public Matches MatchRoot(InventoryRoot root, bool ledTo)
    {
        var matches = Matches.None with { InPackage = root.Package is { IsEmpty: true }, LedTo = ledTo };
        var path = root.Plan.Prefix.Bytes;
        for (var end = 0; end < path.Length; end++)
        {
            var slash = path[end..].IndexOf((byte)'/');
            end = slash < 0 ? path.Length : end + slash;
            matches = Match(root, path[..end], isDirectory: true, matches, ledTo: false);
        }
        return matches;
    }

    public ItemFacts Facts(InventoryRoot root, ReadOnlySpan<byte> path, in FileStat stat, in Matches matches, bool linkedToKept) => new()
    {
        Root = root.Plan.Path,
        Origin = root.Plan.Origin,
        Cache = root.Plan.Cache,
        Path = path,
        Type = (ItemType)stat.Type,
        Size = stat.Size,
        ModifiedTicks = stat.ModifiedTicks,
        InPackage = matches.InPackage,
        Evidence = evidence.Selects(matches.Evidence) ? matches.Evidence : -1,
        Keep = keep.Selects(matches.Keep) ? matches.Keep : -1,
        Intermediate = intermediate.Selects(matches.Intermediate) ? matches.Intermediate : -1,
        Transient = transient.Selects(matches.Transient) ? matches.Transient : -1,
        IsLog = logs.Selects(matches.Log),
        LinkedToKept = linkedToKept,
        LedToByKept = matches.LedTo,
    };
}
