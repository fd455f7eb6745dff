using Postrun.Linux;
using Postrun.Model;

namespace Postrun.Actions;

/// <summary>
/// Gives every file of the evidence a further name where only we can reach it, while deletions run. Whoever moves the
/// evidence onto a condemned path in the instant between look and unlink costs it a name, not its content; afterwards
/// the name is given back.
/// </summary>
internal sealed class EvidencePins(Plan plan, JournalWriter journal)
{
    /// <summary>Beyond this many files a hard link each would cost more than the deletion; these rely on the checks alone.</summary>
    public const int MaxFiles = 16_384;

    private readonly List<PinFrame> pins = [];
    private DirectoryHandle? directory;

    /// <summary>Everything that was pinned.</summary>
    public IReadOnlyList<PinFrame> All => pins;

    /// <summary>Pins what the plan keeps as evidence beneath one root. What cannot be pinned relies on the checks.</summary>
    public void Add(int root, DirectoryHandle handle)
    {
        directory = null;
        foreach (var step in plan.Steps)
            if (step.Root == root && plan.Decisions[step.Decision] is { Class: DataClass.Evidence, Treatment: Treatment.Keep })
                if (step.Type == ItemType.Directory)
                    AddTree(root, handle, step.Path);
                else
                    Add(root, handle, handle, step.Path);
        directory?.Dispose();
    }

    private void AddTree(int root, DirectoryHandle handle, UnixPath top)
    {
        var pending = new Stack<UnixPath>();
        pending.Push(top);
        using var buffer = new PinnedBuffer(DirectoryReader.BufferSize);
        while (pending.TryPop(out var path) && pins.Count < MaxFiles)
        {
            if ((path.IsEmpty ? handle.OpenAgain(out var listed) : handle.OpenBeneath(path.Bytes, acrossMounts: false, out listed)) != Errno.None)
                continue;
            using (listed)
            {
                var reader = new DirectoryReader(listed!, buffer);
                while (reader.Next())
                    if (reader.Type == (byte)ItemType.Directory)
                        pending.Push(path.Join(reader.Name));
                    else
                        Add(root, handle, listed!, path.Join(reader.Name));
            }
        }
    }

    private void Add(int root, DirectoryHandle handle, DirectoryHandle near, UnixPath path)
    {
        if (pins.Count >= MaxFiles)
            return;
        DirectoryHandle? parent = null;
        if (ReferenceEquals(near, handle) && !path.Parent.IsEmpty && handle.OpenBeneath(path.Parent.Bytes, acrossMounts: false, out parent) != Errno.None)
            return;
        using (parent)
        {
            var source = parent ?? near;
            if (source.Stat(path.Name, out var stat) != Errno.None || !stat.IsRegularFile || (directory ??= PinDirectory.Make(plan, handle)) is not { } pinned)
                return;
            var pin = new PinFrame(root, path, stat.Inode, pins.Count);
            // Intent first: a pin that the journal does not know would never be given back.
            journal.Append(JournalFrameKind.Pin, pin.ToBytes());
            if (source.Link(path.Name, pinned, PinDirectory.NameOf(pin)) == Errno.None)
                pins.Add(pin);
        }
    }
}
