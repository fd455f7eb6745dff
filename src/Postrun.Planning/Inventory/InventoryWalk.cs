using System.Collections.Concurrent;
using Postrun.Linux;
using Postrun.Model;

namespace Postrun.Planning;

/// <summary>Looks at everything beneath the roots and labels it with what the policy decides. Reads only.</summary>
/// <param name="linkedToKept">Files some name of which is kept, where an earlier walk has found them.</param>
/// <param name="targets">What symbolic links lead to that an earlier walk keeps.</param>
/// <param name="open">Files that processes hold open.</param>
/// <param name="foreign">Roots and the evidence directory: met beneath a root, they were bound there by a mount elsewhere.</param>
internal sealed class InventoryWalk(
    WorkerPool pool, PatternFacts patterns, IRetentionPolicy policy, Links? linkedToKept, LinkTargets targets, OpenFiles open,
    ISet<UnixPath> mountRoots, IReadOnlySet<(ulong Device, ulong Inode)> foreign, CancellationToken cancellation)
    : TreeWalk<DirectoryTally>(pool)
{
    /// <summary>A directory of millions shows that it is being listed; a smaller one is counted once, together with itself.</summary>
    private const int SeenAtOnce = 4096;

    /// <summary>Beyond this many the links would fill the memory; a run that has more is told so.</summary>
    public const int MaxKeptLinks = 50_000;

    private readonly WorkerPool pool = pool;
    private readonly Effects effects = new();
    private readonly ConcurrentBag<LeftItem> left = [];
    private readonly ConcurrentBag<(InventoryRoot Root, Label Label, List<Labelled> Exceptions)> folded = [];

    /// <summary>Names of files that have several.</summary>
    public Links Links { get; } = new();

    /// <summary>Symbolic links that are kept as evidence, and their texts.</summary>
    public ConcurrentBag<(UnixPath Link, UnixPath Text)> KeptLinks { get; } = [];

    public IReadOnlyCollection<LeftItem> Left => left;

    public IEnumerable<(InventoryRoot Root, Label Label, List<Labelled> Exceptions)> Folded => folded.OrderBy(f => f.Root.Number);

    public void Start(InventoryRoot root)
    {
        var error = AddRoot(root.Handle, new(root, patterns.MatchRoot(root, targets.Covers(root.Plan.Path))));
        if (error != Errno.None)
            left.Add(Unseen.Item(root.Plan.Path, error));
    }

    protected override void Enter(TreeNode<DirectoryTally> node, DirectoryHandle directory, in FileStat stat, PinnedBuffer buffer)
    {
        cancellation.ThrowIfCancellationRequested();
        var tally = node.State;
        if (node.Parent is not null && foreign.Contains((stat.Device, stat.Inode)))
            throw new PlanningException(
                $"{tally.Root.Absolute(node.RelativePath())}: is the evidence directory or another root by a further path (a bind mount); name each directory once, and keep evidence outside the roots");
        var relative = node.RelativePath();
        using var path = new EntryPath(tally.Root.Plan.Prefix.Bytes, relative);
        if (targets.Contains(stat))
            tally.Matches = tally.Matches with { LedTo = true };
        tally.Own = policy.Decide(patterns.Facts(tally.Root, path.Directory, stat, tally.Matches, linkedToKept: false));
        tally.OwnBytes = stat.AllocatedBytes;

        var ledTo = targets.Count == 0 ? null : targets.In(tally.Root.Absolute(relative));
        var groups = new FileGroups(effects);
        var error = List(node, directory, buffer, path, ledTo, groups, remember: _ => groups.Count <= DirectoryTally.RememberedFiles);
        if (error == Errno.None && groups.Count > DirectoryTally.RememberedFiles)
        {
            tally.Files.Clear();
            var bulk = groups.Largest;
            tally.Bulk = bulk;
            // Exceptions go by name: only where there are any is the directory listed a second time.
            if (!groups.AreOne && (error = directory.Rewind()) == Errno.None)
                error = List(node, directory, buffer, path, ledTo, null, remember: effect => effect != bulk.Effect);
        }
        if (error != Errno.None)
            Unlisted(tally, relative, error);
        pool.Progress((int)(groups.Count % SeenAtOnce) + 1);
    }

    /// <summary>Looks at every entry once.</summary>
    /// <param name="groups">Adds up; <see langword="null"/> when this was done before, subdirectories and links included.</param>
    private Errno List(
        TreeNode<DirectoryTally> node, DirectoryHandle directory, PinnedBuffer buffer, in EntryPath path, HashSet<UnixPath>? ledTo, FileGroups? groups, Predicate<int> remember)
    {
        var tally = node.State;
        var reader = new DirectoryReader(directory, buffer);
        while (reader.Next())
        {
            var entryPath = path.Of(reader.Name);
            var isLedTo = ledTo?.Contains(new(reader.Name)) == true;
            FileStat stat = default;
            if (reader.Type != (byte)ItemType.Directory && reader.Stat(out stat) is var error and not Errno.None)
            {
                if (error != Errno.ENOENT && groups is not null)
                    Unseeable(tally, node, reader.Name, error);
                continue;
            }
            if (reader.Type == (byte)ItemType.Directory || stat.IsDirectory)
            {
                if (groups is not null)
                    Descend(node, reader.Name, new(tally.Root, patterns.Match(tally.Root, entryPath, isDirectory: true, tally.Matches, isLedTo)));
                continue;
            }
            if (stat.IsMountRoot)
            {
                if (groups is not null)
                    Unseeable(tally, node, reader.Name, Errno.EXDEV);
                continue;
            }
            var decision = Decide(tally, entryPath, stat, isLedTo || targets.Contains(stat));
            if (stat.IsSymbolicLink && groups is not null && KeptLinks.Count < MaxKeptLinks && decision is { Class: DataClass.Evidence, Treatment: Treatment.Keep }
                && directory.ReadLink(reader.Name, out var text) == Errno.None)
                KeptLinks.Add((tally.Root.Absolute(node.RelativePath()).Join(reader.Name), new(text!)));
            var bytes = stat.Links <= 1 ? stat.AllocatedBytes : 0;
            if (stat.Links > 1 && groups is not null)
                Links.Add(stat, tally.Root.Number, new UnixPath(node.RelativePath()).Join(reader.Name), decision.Treatment == Treatment.Keep);
            var holders = open.HoldersOf(stat.Device, stat.Inode);
            groups?.Add(decision, bytes, holders);
            if (groups?.Count % SeenAtOnce == 0)
                pool.Progress(SeenAtOnce);
            var effect = effects.Of(decision);
            if (!remember(effect))
                continue;
            var label = new Label(effect).Because(decision);
            label.AddFile(bytes);
            label.AddHolders(holders);
            tally.Files.Add((reader.Name.ToArray(), (ItemType)stat.Type, label));
        }
        return reader.Error;
    }

    private Decision Decide(DirectoryTally tally, ReadOnlySpan<byte> path, in FileStat stat, bool ledTo)
    {
        var matches = patterns.Match(tally.Root, path, isDirectory: false, tally.Matches, ledTo);
        var linked = stat.Links > 1 && linkedToKept?.IsKept(stat.Device, stat.Inode) == true;
        return policy.Decide(patterns.Facts(tally.Root, path, stat, matches, linked));
    }

    /// <summary>A listing that broke off may hide evidence: what was not seen by name stays.</summary>
    private void Unlisted(DirectoryTally tally, byte[] relative, Errno error)
    {
        var item = Unseen.Item(tally.Root.Absolute(relative), error);
        left.Add(item);
        tally.Own = Unseen.Decision(item);
        tally.Bulk = null;
        tally.Files.Clear();
        tally.Broken = true;
    }

    private void Unseeable(DirectoryTally tally, TreeNode<DirectoryTally> node, ReadOnlySpan<byte> name, Errno error)
    {
        var path = tally.Root.Absolute(node.RelativePath()).Join(name);
        tally.Add(name.ToArray(), Keep(path, error), []);
    }

    protected override void NotEntered(TreeNode<DirectoryTally> node, Errno error)
    {
        if (error == Errno.ENOENT || node.Parent is null)
            return;
        var path = node.State.Root.Absolute(node.RelativePath());
        node.Parent.State.Add(node.Name, Keep(path, error), []);
    }

    private Label Keep(UnixPath path, Errno error)
    {
        var item = Unseen.Item(path, error);
        // A mount point that the descriptor names is a root of its own, and no leftover.
        if (!mountRoots.Contains(path))
            left.Add(item);
        var decision = Unseen.Decision(item);
        var label = new Label(effects.Of(decision)).Because(decision);
        label.AddDirectory(0);
        return label;
    }

    protected override void Leave(TreeNode<DirectoryTally> node)
    {
        cancellation.ThrowIfCancellationRequested();
        var tally = node.State;
        // A directory that was refused before it was decided has nothing to fold.
        if (tally.Own is null)
            return;
        var (label, exceptions) = tally.Fold(node.RelativePath(), effects, isRoot: node.Parent is null);
        if (node.Parent is { } parent)
            parent.State.Add(node.Name, label, exceptions);
        else
            folded.Add((tally.Root, label, exceptions));
    }
}
