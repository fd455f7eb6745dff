using Postrun.Linux;
using Postrun.Model;

namespace Postrun.Actions;

/// <summary>Lets a copy and its original change places and unlinks the original, unless anybody did anything to it meanwhile.</summary>
internal sealed class FileSwap(FileUnderScan seen, UnixPath temporary, OpenFiles open)
{
    private readonly DirectoryHandle directory = seen.Directory;

    /// <param name="stands">The copy has the name of the original; the original may still have the other one.</param>
    /// <returns>what was in the way; <see langword="null"/> where the original is unlinked</returns>
    public Obstacle? TryRun(out bool stands)
    {
        stands = false;
        var error = ReadLease.TryTake(seen.File, out var lease);
        using (lease)
        {
            if (error == Errno.EAGAIN)
                return Obstacle.Written;
            // Where there are no leases, who holds it may be writing.
            if (lease is null && open.HoldersOf(seen.Stat.Device, seen.Stat.Inode) is { Count: > 0 } holders)
                return Obstacle.Held(holders);
            if (!IsUnchanged())
                return Obstacle.Changed;
            error = directory.Exchange(seen.Name, temporary.Bytes);
            if (error is Errno.EINVAL or Errno.ENOSYS or Errno.EOPNOTSUPP)
                return Rename(out stands);
            if (error != Errno.None)
                return Obstacle.Of(error);
            stands = true;
            if (!IsOriginal(temporary.Bytes))
                return Back(Obstacle.Changed, out stands);
            // Whoever waits to write would write to what is about to go.
            if (lease?.Holds == false)
                return Back(Obstacle.Written, out stands);
            error = directory.Unlink(temporary.Bytes);
            return error == Errno.None ? null : Back(Obstacle.Of(error), out stands);
        }
    }

    /// <summary>File systems that cannot exchange names replace one: between look and rename another file can still get the name.</summary>
    private Obstacle? Rename(out bool stands)
    {
        stands = false;
        if (!IsOriginal(seen.Name))
            return Obstacle.Changed;
        var error = directory.Rename(temporary.Bytes, directory, seen.Name);
        stands = error == Errno.None;
        return stands ? null : Obstacle.Of(error);
    }

    private Obstacle Back(Obstacle why, out bool stands)
    {
        stands = directory.Exchange(seen.Name, temporary.Bytes) != Errno.None;
        return stands
            ? why with { Detail = $"{why.Detail}; its redacted copy has its name, and what had it before is beside it as {temporary}" }
            : why;
    }

    private bool IsUnchanged() => DirectoryHandle.StatOpen(seen.File, out var now) == Errno.None && seen.Stat.IsUnchanged(now);

    private bool IsOriginal(ReadOnlySpan<byte> name) =>
        directory.Stat(name, out var stat) == Errno.None && stat.Inode == seen.Stat.Inode && stat.Device == seen.Stat.Device;
}
