using Postrun.Linux;

namespace Postrun.Actions;

/// <summary>A lock that was taken on a directory in a <see cref="LockPlace"/>, which goes with it.</summary>
internal sealed class HeldLock(DirectoryHandle place, byte[] name, DirectoryHandle handle) : IDisposable
{
    /// <summary>Whether the name still leads to what is locked: if not, it was removed before the lock was taken, and locks nothing.</summary>
    public bool HasItsName =>
        handle.StatSelf(out var locked) == Errno.None && place.Stat(name, out var named) == Errno.None
        && named.Inode == locked.Inode && named.Device == locked.Device;

    /// <summary>
    /// Removes the directory, unless others share it: the last one does. Only whoever has it exclusively may, and nobody
    /// else can put another directory under the name meanwhile.
    /// </summary>
    public void Dispose()
    {
        using (handle)
            if (handle.TryLock() == Errno.None && HasItsName)
                // Where it cannot be removed it stays, which costs an empty directory and no lock.
                place.RemoveDirectory(name);
    }
}
