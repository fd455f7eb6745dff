using Postrun.Linux;
using Postrun.Model;
using Postrun.Planning;

namespace Postrun.Cli.Pipeline;

/// <summary>Looks for caches on the real file system.</summary>
internal sealed class CacheProbe : ICacheProbe
{
    public CacheEntry? Look(UnixPath path)
    {
        var parent = path.Parent;
        var error = DirectoryHandle.OpenAbsolute(parent.IsEmpty ? "/"u8 : parent.Bytes, out var directory);
        if (error != Errno.None)
            return error is Errno.ENOENT or Errno.ENOTDIR ? null : new CacheEntry(ItemType.Unknown, 0, 0, 0);
        using (directory)
            return directory!.Stat(path.Name, out var stat) switch
            {
                Errno.None => new CacheEntry((ItemType)stat.Type, stat.Owner, stat.Device, stat.Inode),
                Errno.ENOENT or Errno.ENOTDIR => null,
                _ => new CacheEntry(ItemType.Unknown, 0, 0, 0),
            };
    }

    public UnixPath? Target(UnixPath link)
    {
        if (DirectoryHandle.OpenAbsolute(link.Parent.IsEmpty ? "/"u8 : link.Parent.Bytes, out var directory) != Errno.None)
            return null;
        using (directory)
            return directory!.ReadLink(link.Name, out var target) == Errno.None ? new(target!) : null;
    }

    public IReadOnlyList<UnixPath>? Names(UnixPath directory)
    {
        if (DirectoryHandle.OpenAbsolute(directory.Bytes, out var handle) != Errno.None)
            return null;
        var names = new List<UnixPath>();
        using (handle)
        using (var buffer = new PinnedBuffer(DirectoryReader.BufferSize))
        {
            var reader = new DirectoryReader(handle!, buffer);
            while (reader.Next())
                names.Add(new(reader.Name));
            return reader.Error == Errno.None ? names : null;
        }
    }
}
