using System.Text;
using Postrun.Evidence;
using Postrun.Linux;
using Postrun.Model;

namespace Postrun.Cli.Pipeline;

/// <summary>An evidence directory as the verification reaches it: by handles, never through a symbolic link.</summary>
internal sealed class EvidenceSource(EvidenceDirectory evidence) : IEvidenceSource
{
    public Stream? Open(string name) => evidence.OpenRead(name);

    public IReadOnlyCollection<UnixPath>? History(int max)
    {
        var error = evidence.Handle.OpenBeneath(EvidenceDirectory.History, acrossMounts: false, out var history);
        if (error != Errno.None)
            return error == Errno.ENOENT ? null : throw new IOException($"{error}; check its permissions");
        var names = new List<UnixPath>();
        using (history)
        using (var buffer = new PinnedBuffer(DirectoryReader.BufferSize))
        {
            var reader = new DirectoryReader(history!, buffer);
            while (names.Count < max && reader.Next())
                names.Add(new(reader.Name));
            if (reader.Error != Errno.None)
                throw new IOException(reader.Error.ToString());
        }
        return names;
    }

    public Stream? OpenHistory(UnixPath folder, string name)
    {
        var path = new UnixPath(EvidenceDirectory.History).Join(folder.Bytes);
        var error = evidence.Handle.OpenBeneath(path.Bytes, acrossMounts: false, out var directory);
        if (error != Errno.None)
            return error is Errno.ENOENT or Errno.ENOTDIR or Errno.ELOOP ? null : throw new IOException(error.ToString());
        using (directory)
            return EvidenceDirectory.OpenRead(directory!, Encoding.UTF8.GetBytes(name));
    }
}
