using System.Globalization;
using System.Text;
using Postrun.Linux;
using Postrun.Model;

namespace Postrun.Actions;

/// <summary>The directory in a root that holds the further names of the evidence. Only its owner, who is us, may enter it.</summary>
internal static class PinDirectory
{
    /// <summary>Not to be guessed before the plan is made, so that nobody can stand in its place.</summary>
    public static byte[] Name(Plan plan) => Encoding.ASCII.GetBytes($".postrun-{plan.Id:n}");

    public static byte[] NameOf(PinFrame pin) => Encoding.ASCII.GetBytes(pin.Number.ToString(CultureInfo.InvariantCulture));

    /// <returns><see cref="Errno.ESTALE"/> where somebody else's directory has the name</returns>
    public static Errno Make(Plan plan, DirectoryHandle root, out DirectoryHandle? directory)
    {
        directory = null;
        var name = Name(plan);
        var error = root.MakePrivateDirectory(name);
        return error is Errno.None or Errno.EEXIST ? Open(root, name, out directory) : error;
    }

    private static Errno Open(DirectoryHandle root, ReadOnlySpan<byte> name, out DirectoryHandle? directory)
    {
        var error = root.OpenBeneath(name, acrossMounts: false, out directory);
        if (error != Errno.None)
            return error;
        error = directory!.StatSelf(out var stat);
        if (error == Errno.None && IsOurs(stat))
            return Errno.None;
        directory.Dispose();
        directory = null;
        return error == Errno.None ? Errno.ESTALE : error;
    }

    /// <summary>Whether only we may enter a directory: nobody else can make one like it.</summary>
    public static bool IsOurs(in FileStat stat) =>
        stat.IsDirectory && stat.Owner == Kernel.EffectiveUser && (stat.Permissions & 0b000_111_111) == 0;

    /// <summary>Whether a directory that is still open has no name any more.</summary>
    public static bool IsRemoved(DirectoryHandle directory) => directory.StatSelf(out var stat) == Errno.None && stat.Links == 0;

    /// <summary>Whether this is the name of a file that was put back beside its place: it is evidence, whatever a plan says.</summary>
    public static bool IsRestored(ReadOnlySpan<byte> name) => name.IndexOf(RestoredMark) >= 0;

    private static ReadOnlySpan<byte> RestoredMark => ".postrun-restored-"u8;

    /// <summary>Takes the further names away, after making sure that each file still has its own.</summary>
    /// <param name="pins">Of this root.</param>
    /// <param name="held">The directory of pins, where it is still open; else it is looked for.</param>
    /// <returns>files that had lost their name, and where they are now</returns>
    public static List<LeftFrame> GiveBack(Plan plan, int number, DirectoryHandle root, IReadOnlyCollection<PinFrame> pins, DirectoryHandle? held)
    {
        var lost = new List<LeftFrame>();
        using var found = held is null ? Find(plan, root, pins) : null;
        var directory = held ?? found;
        if (directory is null)
            return lost;
        foreach (var pin in pins)
        {
            var name = NameOf(pin);
            if (directory.Stat(name, out var pinned) != Errno.None)
                continue;
            if (pinned.Inode != pin.Inode)
            {
                // We died between the link and the look at it. A file with a further name loses nothing; one without stays.
                if (pinned.Links > 1)
                    directory.Unlink(name);
                else
                    lost.Add(new(number, pin.Path.Parent, new(pin.Path.Name), 0, LeftReason.EvidenceMissing,
                        $"was replaced while it was being protected; what stood there is at {plan.Roots[number].Path.Join(Name(plan)).Join(name)}"));
                continue;
            }
            if (!IsInPlace(root, pin))
            {
                var restored = Restore(root, directory, name, pin);
                lost.Add(new(number, pin.Path.Parent, new(pin.Path.Name), 0, LeftReason.EvidenceMissing,
                    restored is null ? $"was moved or replaced while deletions ran; its content is at {plan.Roots[number].Path.Join(Name(plan)).Join(name)}"
                        : $"was moved or replaced while deletions ran; its content was put back as {plan.Roots[number].Path.Join(restored.Value.Bytes)}"));
                if (restored is null)
                    continue;
            }
            // The name goes last: whatever fails before, the content is still reachable here.
            directory.Unlink(name);
        }
        Remove(plan, root, directory);
        return lost;
    }

    /// <summary>Whoever owns the root may have renamed the directory, though only within the root: looks for it there.</summary>
    private static DirectoryHandle? Find(Plan plan, DirectoryHandle root, IReadOnlyCollection<PinFrame> pins)
    {
        if (pins.Count == 0)
            return null;
        if (Open(root, Name(plan), out var directory) == Errno.None)
            return directory;
        foreach (var name in Directories(root))
        {
            if (Open(root, name, out directory) != Errno.None)
                continue;
            foreach (var pin in pins)
                if (directory!.Stat(NameOf(pin), out var pinned) == Errno.None && pinned.Inode == pin.Inode)
                    return directory;
            directory!.Dispose();
        }
        return null;
    }

    /// <summary>Removes the emptied directory, whatever it is called by now.</summary>
    private static void Remove(Plan plan, DirectoryHandle root, DirectoryHandle directory)
    {
        root.RemoveDirectory(Name(plan));
        if (IsRemoved(directory) || directory.StatSelf(out var self) != Errno.None)
            return;
        foreach (var name in Directories(root))
            if (root.Stat(name, out var stat) == Errno.None && stat.Inode == self.Inode)
                root.RemoveDirectory(name);
    }

    private static List<byte[]> Directories(DirectoryHandle root)
    {
        var names = new List<byte[]>();
        if (root.OpenAgain(out var listed) != Errno.None)
            return names;
        using (listed)
        using (var buffer = new PinnedBuffer(DirectoryReader.BufferSize))
        {
            var reader = new DirectoryReader(listed!, buffer);
            while (reader.Next())
                if (reader.Type is (byte)ItemType.Directory or (byte)ItemType.Unknown)
                    names.Add(reader.Name.ToArray());
        }
        return names;
    }

    private static bool IsInPlace(DirectoryHandle root, PinFrame pin)
    {
        if (pin.Path.Parent.IsEmpty)
            return Is(root, pin);
        if (root.OpenBeneath(pin.Path.Parent.Bytes, acrossMounts: false, out var parent) is var error and not Errno.None)
            return CannotTell(error);
        using (parent)
            return Is(parent!, pin);

        static bool Is(DirectoryHandle directory, PinFrame pin) =>
            directory.Stat(pin.Path.Name, out var stat) is var error and not Errno.None ? CannotTell(error) : stat.Inode == pin.Inode;

        // What cannot be looked at has not been shown to be gone; a second copy beside it would be noise.
        static bool CannotTell(Errno error) => error is Errno.EACCES or Errno.EIO or Errno.EINTR or Errno.ENOMEM;
    }

    /// <summary>Puts a file back at its path, or as near as somebody else's file there lets us.</summary>
    private static UnixPath? Restore(DirectoryHandle root, DirectoryHandle pins, byte[] name, PinFrame pin)
    {
        // The last name is not to be guessed, so that nobody can have taken it.
        var secret = $"{pin.Number}-{Guid.NewGuid():n}";
        foreach (var path in new[] { pin.Path, Beside(pin.Path, $"{pin.Number}"), Beside(pin.Path, secret), Beside(new(pin.Path.Name), secret), new(Suffix(secret)) })
        {
            DirectoryHandle? parent = null;
            if (!path.Parent.IsEmpty && root.OpenBeneath(path.Parent.Bytes, acrossMounts: false, out parent) != Errno.None)
                continue;
            using (parent)
                if (pins.Link(name, parent ?? root, path.Name) == Errno.None)
                    return path;
        }
        return null;
    }

    private static UnixPath Beside(UnixPath path, string suffix) => path.Parent.Join([.. path.Name, .. Suffix(suffix)]);

    private static byte[] Suffix(string text) => [.. RestoredMark, .. Encoding.ASCII.GetBytes(text)];
}
