using Postrun.Evidence;
using Postrun.Linux;
using Postrun.Model;

namespace Postrun.Cli.Pipeline;

/// <summary>
/// SHA-256 of what is kept, where the descriptor asks for content to be confirmed. Symbolic links are not followed and
/// mount points not entered. What cannot be hashed, or not in time, is left out, and the list then says that it is not whole.
/// </summary>
internal sealed class KeptHashes
{
    /// <summary>A row of the manifest each; it is one document, and is read as one.</summary>
    private const int MaxFiles = 100_000;

    private const long LargeSize = 64 * 1024 * 1024;
    private const int MaxLarge = 10_000;

    /// <summary>Directories that wait or were looked into, as for the pins of evidence.</summary>
    private const int MaxDirectories = 65_536;

    private readonly Plan plan;
    private readonly CancellationToken cut;
    private readonly HashSet<(int Root, UnixPath Path)> steps;
    private readonly Dictionary<UnixPath, string> hashes = [];
    private readonly List<(UnixPath Path, long Size)> large = [];
    private bool isComplete = true;
    private bool deferLarge = true;

    private KeptHashes(Plan plan, CancellationToken cut)
    {
        (this.plan, this.cut) = (plan, cut);
        steps = [.. plan.Steps.Select(static step => (step.Root, step.Path))];
    }

    /// <param name="cut">Ends it early: a file that is being read then is left out.</param>
    /// <returns><see langword="null"/> where it is not asked for</returns>
    public static KeptHashList? Of(Execution execution, CancellationToken cut)
    {
        var plan = execution.Rounds[^1].Plan;
        if (plan.Confirmation != Confirmation.Hashed)
            return null;
        var kept = new KeptHashes(plan, cut);
        // Evidence first: what a deadline cuts is then the rest.
        foreach (var step in plan.Steps.Where(step => plan.Decisions[step.Decision].Treatment == Treatment.Keep).OrderByDescending(step => plan.Decisions[step.Decision].Class))
            if (kept.MayGoOn())
                kept.Add(step);
        kept.AddLarge();
        return new(kept.hashes, kept.isComplete);
    }

    private bool MayGoOn()
    {
        if (!cut.IsCancellationRequested && (isComplete || hashes.Count < MaxFiles))
            return true;
        isComplete = false;
        return false;
    }

    private void Add(PlanStep step)
    {
        var root = plan.Roots[step.Root];
        var error = DirectoryHandle.OpenAbsolute(root.Path.Bytes, out var handle);
        using (handle)
            if (error != Errno.None || handle!.StatSelf(out var stat) != Errno.None || stat.Inode != root.Inode || stat.Device != root.Device)
                isComplete = false;
            else if (step.Type == ItemType.Directory)
                AddBeneath(step, handle);
            else if (!Failed(Open(handle, step.Path.Parent, out var parent)))
                using (parent)
                    Hash(parent!, step.Path.Name, root.Path.Join(step.Path.Bytes));
    }

    private void AddBeneath(PlanStep step, DirectoryHandle root)
    {
        var pending = new Stack<UnixPath>([step.Path]);
        var directories = 1;
        using var buffer = new PinnedBuffer(DirectoryReader.BufferSize);
        while (pending.TryPop(out var path) && MayGoOn())
        {
            if (Failed(Open(root, path, out var listed)))
                continue;
            using (listed)
            {
                var reader = new DirectoryReader(listed!, buffer);
                while (reader.Next())
                {
                    if (path.Join(reader.Name) is var entry && steps.Contains((step.Root, entry)))
                        continue;
                    var type = TypeOf(reader);
                    if (type == ItemType.Directory)
                    {
                        if (directories++ < MaxDirectories)
                            pending.Push(entry);
                        else
                            isComplete = false;
                    }
                    else if (type == ItemType.RegularFile)
                    {
                        if (!MayGoOn())
                            return;
                        Hash(listed!, reader.Name, plan.Roots[step.Root].Path.Join(entry.Bytes));
                    }
                }
                Failed(reader.Error);
            }
        }
    }

    /// <summary>The smaller ones of the large files first.</summary>
    private void AddLarge()
    {
        deferLarge = false;
        foreach (var (path, _) in large.OrderBy(static file => file.Size))
            if (MayGoOn() && !Failed(DirectoryHandle.OpenAbsolute(path.Parent.Bytes, out var parent)))
                using (parent)
                    Hash(parent!, path.Name, path);
    }

    private void Hash(DirectoryHandle directory, ReadOnlySpan<byte> name, UnixPath path)
    {
        if (Failed(directory.Stat(name, out var stat)) || !stat.IsRegularFile || stat.IsMountRoot)
            return;
        // One file, which may be large at no cost to whoever made it, must not take the time of all others.
        if (stat.Size > LargeSize && large.Count < MaxLarge && deferLarge)
        {
            large.Add((path, stat.Size));
            return;
        }
        if (hashes.Count == MaxFiles)
        {
            isComplete = false;
            return;
        }
        Span<byte> hash = stackalloc byte[ContentHash.Length];
        if (!Failed(ContentHash.TryCompute(directory, name, stat, hash, cut)))
            hashes[path] = Convert.ToHexStringLower(hash);
    }

    /// <summary>What is gone, or is a link or a mount by now, is none of what is kept; anything else should have been read.</summary>
    private bool Failed(Errno error)
    {
        isComplete &= error is Errno.None or Errno.ENOENT or Errno.ENOTDIR or Errno.ELOOP or Errno.EXDEV;
        return error != Errno.None;
    }

    private static Errno Open(DirectoryHandle root, UnixPath path, out DirectoryHandle? directory) =>
        path.IsEmpty ? root.OpenAgain(out directory) : root.OpenBeneath(path.Bytes, acrossMounts: false, out directory);

    /// <summary>Some file systems do not say it in their listings.</summary>
    private ItemType TypeOf(in DirectoryReader reader) =>
        (ItemType)reader.Type is var type and not ItemType.Unknown ? type
        : Failed(reader.Stat(out var stat)) ? ItemType.Unknown
        : stat.IsDirectory ? ItemType.Directory
        : stat.IsRegularFile ? ItemType.RegularFile : ItemType.Unknown;
}
