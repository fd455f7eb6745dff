using System.Collections.Concurrent;
using Postrun.Linux;
using Postrun.Model;

namespace Postrun.Planning;

/// <summary>Files with more than one name. Only these are remembered: by inode, whether a name of theirs is kept.</summary>
internal sealed class Links
{
    private readonly ConcurrentDictionary<(ulong Device, ulong Inode), Seen> seen = new();

    /// <summary>Notes one name.</summary>
    /// <returns>whether it is the first one seen, whose bytes count, however often it is listed</returns>
    public bool Add(in FileStat stat, object directory, ReadOnlySpan<byte> name, bool keep)
    {
        var file = seen.GetOrAdd((stat.Device, stat.Inode), static (_, first) => first, new Seen(directory, new(name)));
        if (keep)
            file.IsKept = true;
        return ReferenceEquals(file.Directory, directory) && file.Name.Bytes.SequenceEqual(name);
    }

    public bool IsKept(ulong device, ulong inode) => seen.TryGetValue((device, inode), out var file) && file.IsKept;

    /// <summary>How many files have a name that is kept.</summary>
    public int Kept => seen.Values.Count(static file => file.IsKept);

    private sealed record Seen(object Directory, UnixPath Name)
    {
        public volatile bool IsKept;
    }
}
