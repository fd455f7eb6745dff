using Postrun.Linux;
using Postrun.Model;

namespace Postrun.Actions;

/// <summary>
/// Gives every file of the evidence a further name where only we can reach it, while deletions run. Whoever moves the
/// evidence onto a condemned path in the instant between look and unlink costs it a name, not its content; afterwards
/// the name is given back.
/// </summary>
/// <param name="cut">Ends the looking for evidence early; what was not seen is counted as unpinned.</param>
internal sealed class EvidencePins(Plan plan, JournalWriter journal, CancellationToken cut) : IDisposable
{
    /// <summary>Beyond this many files a hard link each would cost more than the deletion; these rely on the checks alone.</summary>
    public const int MaxFiles = 16_384;

    /// <summary>Directories that are looked into: whoever makes them faster than they are listed must not hold us up.</summary>
    private const int MaxDirectories = 65_536;

    /// <summary>How often a directory of pins is made anew that somebody removed before it held anything.</summary>
    private const int MaxAttempts = 64;

    private readonly List<PinFrame> pins = [];
    private readonly List<PinFrame> intended = [];
    private readonly Dictionary<int, DirectoryHandle> directories = [];
    private long seen;
    private int looks;
    private bool isCut;

    /// <summary>Everything that was pinned.</summary>
    public IReadOnlyList<PinFrame> All => pins;

    /// <summary>How much of the evidence beneath the roots so far is pinned.</summary>
    public EvidenceProtection Protection => new(pins.Count, (isCut ? Math.Max(seen, Planned()) : seen) - pins.Count);

    /// <summary>The open directory of pins of a root: whoever owns the root may rename it, but not what is open.</summary>
    public DirectoryHandle? DirectoryOf(int root) => directories.GetValueOrDefault(root);

    /// <summary>Pins what the plan keeps as evidence beneath one root. What cannot be pinned relies on the checks.</summary>
    /// <returns><see langword="false"/> where somebody keeps the pins from being made: nothing may be removed there</returns>
    /// <exception cref="IOException">the journal cannot be written; nothing was pinned beneath this root</exception>
    public bool Add(int root, DirectoryHandle handle)
    {
        var first = intended.Count;
        // A pin changes the ctime of its file: what a deeper step condemns would then look changed, and stay.
        var deeper = plan.Steps.Where(step => step.Root == root).Select(static step => step.Path).ToHashSet();
        foreach (var step in plan.Steps)
            if (step.Root == root && IsEvidence(step))
                if (step.Type == ItemType.Directory)
                    FindBeneath(root, handle, step.Path, deeper);
                else
                    Find(root, handle, step.Path);
        if (intended.Count == first)
            return true;
        // Intent first: a pin that the journal does not know would never be given back.
        foreach (var pin in intended.Skip(first))
            journal.Append(JournalFrameKind.Pin, pin.ToBytes());
        journal.Flush();
        return Link(root, handle, intended.Skip(first));
    }

    private bool IsEvidence(PlanStep step) => plan.Decisions[step.Decision] is { Class: DataClass.Evidence, Treatment: Treatment.Keep };

    /// <summary>What was seen when it was planned, symbolic links among it: more than what can be pinned, never less.</summary>
    private long Planned() => plan.Steps.Where(IsEvidence).Sum(static step => step.Files);

    private void FindBeneath(int root, DirectoryHandle handle, UnixPath top, HashSet<UnixPath> deeper)
    {
        var pending = new Stack<UnixPath>();
        pending.Push(top);
        using var buffer = new PinnedBuffer(DirectoryReader.BufferSize);
        while (looks++ < MaxDirectories && !cut.IsCancellationRequested && pending.TryPop(out var path))
        {
            if (Unseen(path.IsEmpty ? handle.OpenAgain(out var listed) : handle.OpenBeneath(path.Bytes, acrossMounts: false, out listed)))
                continue;
            using (listed)
            {
                var reader = new DirectoryReader(listed!, buffer);
                while (reader.Next())
                    if (path.Join(reader.Name) is var entry && deeper.Contains(entry))
                        continue;
                    else if (IsDirectory(reader))
                        pending.Push(entry);
                    else
                        Intend(root, listed!, entry, (ItemType)reader.Type);
                Unseen(reader.Error);
            }
        }
        isCut |= pending.Count > 0;
    }

    /// <summary>What could not be looked at may hold evidence; what is gone, or another mount, holds none of this plan.</summary>
    private bool Unseen(Errno error)
    {
        isCut |= error is not (Errno.None or Errno.ENOENT or Errno.EXDEV);
        return error != Errno.None;
    }

    /// <summary>Some file systems do not say it in their listings.</summary>
    private static bool IsDirectory(in DirectoryReader reader) =>
        reader.Type == (byte)ItemType.Directory || (reader.Type == (byte)ItemType.Unknown && reader.Stat(out var stat) == Errno.None && stat.IsDirectory);

    private void Find(int root, DirectoryHandle handle, UnixPath path)
    {
        DirectoryHandle? parent = null;
        if (!path.Parent.IsEmpty && Unseen(handle.OpenBeneath(path.Parent.Bytes, acrossMounts: false, out parent)))
            return;
        using (parent)
            Intend(root, parent ?? handle, path, ItemType.Unknown);
    }

    /// <param name="type">As the listing says it: what is only counted costs no further look.</param>
    private void Intend(int root, DirectoryHandle near, UnixPath path, ItemType type)
    {
        if (intended.Count >= MaxFiles && type != ItemType.Unknown)
            seen += type == ItemType.RegularFile ? 1 : 0;
        else if (near.Stat(path.Name, out var stat) == Errno.None && stat.IsRegularFile)
        {
            seen++;
            if (intended.Count < MaxFiles)
                intended.Add(new(root, path, stat.Inode, intended.Count));
        }
    }

    private bool Link(int root, DirectoryHandle handle, IEnumerable<PinFrame> wanted)
    {
        if (!TryMake(root, handle))
            return false;
        UnixPath? opened = null;
        DirectoryHandle? parent = null;
        foreach (var pin in wanted)
        {
            // Neighbours follow one another: a directory is opened once for all its files.
            if (opened != pin.Path.Parent)
            {
                parent?.Dispose();
                opened = pin.Path.Parent;
                if ((pin.Path.Parent.IsEmpty ? handle.OpenAgain(out parent) : handle.OpenBeneath(pin.Path.Parent.Bytes, acrossMounts: false, out parent)) != Errno.None)
                    parent = null;
            }
            for (var attempt = 0; parent is not null && directories.TryGetValue(root, out var directory); attempt++)
            {
                var error = parent.Link(pin.Path.Name, directory, PinDirectory.NameOf(pin));
                if (error == Errno.None && directory.Stat(PinDirectory.NameOf(pin), out var linked) == Errno.None && linked.Inode == pin.Inode)
                    pins.Add(pin);
                // Another file took the place meanwhile: it has a name of its own, and whatever was moved has changed, so it stays.
                else if (error == Errno.None)
                    directory.Unlink(PinDirectory.NameOf(pin));
                if (error != Errno.ENOENT || !PinDirectory.IsRemoved(directory))
                    break;
                if (attempt == MaxAttempts || !TryMake(root, handle))
                {
                    parent.Dispose();
                    return false;
                }
            }
        }
        parent?.Dispose();
        return true;
    }

    /// <returns><see langword="false"/> where something of somebody else stands in its place</returns>
    private bool TryMake(int root, DirectoryHandle handle)
    {
        if (directories.Remove(root, out var removed))
            removed.Dispose();
        var error = Errno.ENOENT;
        for (var attempt = 0; attempt < MaxAttempts && error == Errno.ENOENT; attempt++)
            if ((error = PinDirectory.Make(plan, handle, out var directory)) == Errno.None)
                directories.Add(root, directory!);
        // A file system that lets us make none (read-only, full, without hard links) leaves the checks to stand alone.
        return error is not (Errno.ENOENT or Errno.ESTALE or Errno.ELOOP or Errno.ENOTDIR or Errno.EXDEV);
    }

    public void Dispose()
    {
        foreach (var directory in directories.Values)
            directory.Dispose();
        directories.Clear();
    }
}
