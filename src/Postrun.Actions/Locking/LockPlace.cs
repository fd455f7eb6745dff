using System.Text;
using Postrun.Linux;

namespace Postrun.Actions;

/// <summary>A directory that is ours alone. Each lock in it is a directory that exists as long as somebody has the lock.</summary>
internal sealed class LockPlace : IDisposable
{
    /// <summary>Somebody who is about to remove a shared lock has it exclusively for an instant: that is no clean-up at work.</summary>
    private const int Attempts = 10;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    /// <summary>Each further one means that somebody else came and went; for ever is not to be believed.</summary>
    private const int MaxRemovedMeanwhile = 1000;

    private readonly DirectoryHandle directory;

    private LockPlace(DirectoryHandle directory) => this.directory = directory;

    /// <summary>The places that this user has, the preferred one first.</summary>
    public static List<LockPlace> OpenAll()
    {
        var places = new List<LockPlace>();
        foreach (var (parent, own) in new[] { ("/run", "postrun"), ("/tmp", $"postrun-{Kernel.EffectiveUser}") })
        {
            if (DirectoryHandle.OpenAbsolute(Encoding.UTF8.GetBytes(parent), out var top) != Errno.None)
                continue;
            using (top)
                if (Private(top!, Encoding.UTF8.GetBytes(own), out var mine) == Errno.None)
                    places.Add(new(mine!));
        }
        return places;
    }

    /// <returns>EAGAIN: somebody else has the lock; any other error: there can be none here</returns>
    public Errno TryTake(LockRequest request, out HeldLock? held)
    {
        held = null;
        var name = request.NameBytes;
        for (int refused = 0, removed = 0; removed < MaxRemovedMeanwhile;)
        {
            var error = Private(directory, name, out var handle);
            if (error == Errno.None && (error = request.IsExclusive ? handle!.TryLock() : handle!.TryLockShared()) == Errno.None)
            {
                held = new(directory, name, handle);
                if (held.HasItsName)
                    return Errno.None;
                held = null;
            }
            handle?.Dispose();
            // Whoever had it last has removed it: then there is a new one to be made, or another's to be taken.
            if (error is Errno.None or Errno.ENOENT)
                removed++;
            else if (error == Errno.EAGAIN && ++refused < Attempts)
                Thread.Sleep(Pause);
            else
                return error;
        }
        return Errno.EAGAIN;
    }

    private static Errno Private(DirectoryHandle parent, ReadOnlySpan<byte> name, out DirectoryHandle? handle)
    {
        handle = null;
        var error = parent.MakePrivateDirectory(name);
        if (error is not (Errno.None or Errno.EEXIST))
            return error;
        error = parent.OpenBeneath(name, acrossMounts: false, out handle);
        if (error != Errno.None)
            return error;
        if (handle!.StatSelf(out var stat) == Errno.None && stat.Owner == Kernel.EffectiveUser && (stat.Permissions & 0b000_010_010) == 0)
            return Errno.None;
        handle.Dispose();
        handle = null;
        return Errno.EPERM;
    }

    public void Dispose() => directory.Dispose();
}
