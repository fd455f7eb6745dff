using System.Collections.Concurrent;
using Postrun.Linux;
using Postrun.Model;

namespace Postrun.Planning;

/// <summary>Files with more than one name. Only these are remembered: their first name in byte order, and whether one is kept.</summary>
internal sealed class Links
{
    private readonly ConcurrentDictionary<(ulong Device, ulong Inode), Seen> seen = new();

    /// <summary>Notes one name.</summary>
    /// <param name="path">Relative to the root.</param>
    public void Add(in FileStat stat, int root, UnixPath path, bool keep) =>
        seen.GetOrAdd((stat.Device, stat.Inode), static (_, first) => first, new Seen(root, path, stat.AllocatedBytes)).Add(root, path, keep);

    public bool IsKept(ulong device, ulong inode) => seen.TryGetValue((device, inode), out var file) && file.IsKept;

    /// <summary>How many files have a name that is kept.</summary>
    public int Kept => seen.Values.Count(static file => file.IsKept);

    /// <summary>
    /// The bytes of each file once, at the name that comes first, so that they do not depend on the order of listing.
    /// </summary>
    public IEnumerable<(int Root, UnixPath Path, long Bytes)> Shares => seen.Values.Select(static file => (file.Root, file.Path, file.Bytes));

    private sealed class Seen(int root, UnixPath path, long bytes)
    {
        private readonly Lock gate = new();

        public int Root { get; private set; } = root;

        public UnixPath Path { get; private set; } = path;

        public long Bytes => bytes;

        public bool IsKept { get; private set; }

        public void Add(int root, UnixPath path, bool keep)
        {
            lock (gate)
            {
                IsKept |= keep;
                if ((root, path).CompareTo((Root, Path)) < 0)
                    (Root, Path) = (root, path);
            }
        }
    }
}
