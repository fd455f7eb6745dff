using Postrun.Linux;
using Postrun.Model;

namespace Postrun.Cli.Pipeline;

/// <summary>Says whether paths exist, symbolic links not followed. Neighbours in a sorted list cost one look each.</summary>
internal sealed class PathProbe : IDisposable
{
    private UnixPath parent;
    private DirectoryHandle? directory;
    private bool parentIsGone;

    public bool Exists(UnixPath path)
    {
        var wanted = path.Parent;
        if (parent.IsEmpty || wanted != parent)
        {
            directory?.Dispose();
            directory = null;
            parent = wanted;
            var error = DirectoryHandle.OpenAbsolute(wanted.Bytes, out directory);
            // A parent that is now a link or a file is not the directory the path was in.
            parentIsGone = error is Errno.ENOENT or Errno.ENOTDIR or Errno.ELOOP;
            if (!parentIsGone && error != Errno.None)
                throw new IOException($"{wanted}: cannot be looked at: {error}; run as root, or pass --elsewhere");
        }
        return !parentIsGone && directory!.Stat(path.Name, out _) != Errno.ENOENT;
    }

    public void Dispose() => directory?.Dispose();
}
