using System.Text;
using Postrun.Linux;
using Postrun.Model;

namespace Postrun.Actions;

/// <summary>A directory to be locked: exclusively where it is a root, shared where it holds one.</summary>
/// <param name="Name">What a lock on this directory is called, whatever path leads to it.</param>
/// <param name="Where">The directory in words, for whoever finds it locked.</param>
internal sealed record LockRequest(string Name, bool IsExclusive, string Where)
{
    /// <summary>
    /// One request for every directory, in an order that is the same for all: two that begin at once do not refuse each other.
    /// </summary>
    public static IReadOnlyCollection<LockRequest> For(IReadOnlyCollection<PlanRoot> roots)
    {
        var requests = new SortedDictionary<string, LockRequest>(StringComparer.Ordinal);
        foreach (var root in roots)
            requests[Identity(root.Device, root.Inode)] = new(Identity(root.Device, root.Inode), true, $"{root.Path} or in it");
        foreach (var root in roots)
            for (var path = root.Path; path.Bytes.Length > 1;)
            {
                path = path.Parent;
                // What this user may not open is no root of this user's either.
                if (DirectoryHandle.OpenAbsolute(path.Bytes, out var directory) != Errno.None)
                    continue;
                using (directory)
                    if (directory!.StatSelf(out var stat) == Errno.None)
                        // A root that holds another root of the same plan has its lock already.
                        requests.TryAdd(Identity(stat.Device, stat.Inode), new(Identity(stat.Device, stat.Inode), false, $"{path}, which holds {root.Path}"));
            }
        return requests.Values;
    }

    public byte[] NameBytes => Encoding.ASCII.GetBytes(Name);

    private static string Identity(ulong device, ulong inode) => $"{device:x}-{inode:x}";
}
