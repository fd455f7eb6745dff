using System.Text;
using Postrun.Linux;
using Postrun.Model;

namespace Postrun.Actions;

/// <summary>
/// Keeps two clean-ups from the same workspace and from the same evidence directory. The locks end with the process,
/// however it ends.
/// </summary>
/// <remarks>
/// A root is locked in a directory of our own, by its identity: a lock on the workspace itself could be taken, and
/// held, by whoever may open it. Where no such directory can be made, the lock on the evidence directory stands alone.
/// </remarks>
public sealed class WorkspaceLock : IDisposable
{
    private readonly List<DirectoryHandle> held = [];

    private WorkspaceLock()
    {
    }

    /// <returns><see langword="null"/> where another clean-up is at work; <paramref name="busy"/> says where</returns>
    public static WorkspaceLock? TryTake(DirectoryHandle evidence, IEnumerable<PlanRoot> roots, out string? busy)
    {
        var taken = new WorkspaceLock();
        busy = "the evidence directory";
        if (evidence.TryLock() == Errno.EAGAIN)
            return null;
        foreach (var root in roots)
        {
            busy = root.Path.ToString();
            if (LockDirectory($"{root.Device:x}-{root.Inode:x}") is not { } handle)
                continue;
            taken.held.Add(handle);
            if (handle.TryLock() == Errno.EAGAIN)
            {
                taken.Dispose();
                return null;
            }
        }
        busy = null;
        return taken;
    }

    private static DirectoryHandle? LockDirectory(string name)
    {
        foreach (var (parent, own) in new[] { ("/run", "postrun"), ("/tmp", $"postrun-{Kernel.EffectiveUser}") })
        {
            if (DirectoryHandle.OpenAbsolute(Encoding.UTF8.GetBytes(parent), out var top) != Errno.None)
                continue;
            using (top)
            using (var mine = Private(top!, own))
                if (mine is not null && Private(mine, name) is { } handle)
                    return handle;
        }
        return null;
    }

    private static DirectoryHandle? Private(DirectoryHandle parent, string name)
    {
        var bytes = Encoding.UTF8.GetBytes(name);
        if (parent.MakePrivateDirectory(bytes) is not (Errno.None or Errno.EEXIST) || parent.OpenBeneath(bytes, acrossMounts: false, out var handle) != Errno.None)
            return null;
        if (handle!.StatSelf(out var stat) == Errno.None && stat.Owner == Kernel.EffectiveUser && (stat.Permissions & 0b000_010_010) == 0)
            return handle;
        handle.Dispose();
        return null;
    }

    public void Dispose() => held.ForEach(static handle => handle.Dispose());
}
