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

    public static DirectoryHandle? Make(Plan plan, DirectoryHandle root)
    {
        var name = Name(plan);
        return root.MakePrivateDirectory(name) is Errno.None or Errno.EEXIST ? Open(root, name) : null;
    }

    private static DirectoryHandle? Open(DirectoryHandle root, byte[] name)
    {
        if (root.OpenBeneath(name, acrossMounts: false, out var directory) != Errno.None)
            return null;
        if (directory!.StatSelf(out var stat) == Errno.None && stat.Owner == Kernel.EffectiveUser && (stat.Permissions & 0b000_111_111) == 0)
            return directory;
        directory.Dispose();
        return null;
    }

    /// <summary>Takes the further names away, after making sure that each file still has its own.</summary>
    /// <param name="pins">Of this root.</param>
    /// <returns>files that had lost their name, and where they are now</returns>
    public static List<LeftFrame> GiveBack(Plan plan, int number, DirectoryHandle root, IEnumerable<PinFrame> pins)
    {
        var lost = new List<LeftFrame>();
        using var directory = Open(root, Name(plan));
        if (directory is null)
            return lost;
        foreach (var pin in pins)
        {
            var name = NameOf(pin);
            if (directory.Stat(name, out var held) != Errno.None || held.Inode != pin.Inode)
                continue;
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
        root.RemoveDirectory(Name(plan));
        return lost;
    }

    private static bool IsInPlace(DirectoryHandle root, PinFrame pin)
    {
        if (pin.Path.Parent.IsEmpty)
            return root.Stat(pin.Path.Name, out var here) == Errno.None && here.Inode == pin.Inode;
        if (root.OpenBeneath(pin.Path.Parent.Bytes, acrossMounts: false, out var parent) != Errno.None)
            return false;
        using (parent)
            return parent!.Stat(pin.Path.Name, out var stat) == Errno.None && stat.Inode == pin.Inode;
    }

    /// <summary>Puts a file back at its path, or as near as somebody else's file there lets us.</summary>
    private static UnixPath? Restore(DirectoryHandle root, DirectoryHandle pins, byte[] name, PinFrame pin)
    {
        foreach (var path in new[] { pin.Path, Beside(pin.Path, pin), Beside(new(pin.Path.Name), pin) })
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

    private static UnixPath Beside(UnixPath path, PinFrame pin) =>
        path.Parent.Join([.. path.Name, .. Encoding.ASCII.GetBytes($".postrun-restored-{pin.Number}")]);
}
