using System.Collections.Concurrent;

namespace Postrun.Planning;

/// <summary>Files with more than one name. Only these are remembered: by inode, whether a name of theirs is kept.</summary>
internal sealed class Links
{
    private readonly ConcurrentDictionary<(ulong Device, ulong Inode), bool> kept = new();

    /// <summary>Notes one name.</summary>
    /// <returns>whether it is the first one seen, whose bytes count</returns>
    public bool Add(ulong device, ulong inode, bool keep)
    {
        var first = kept.TryAdd((device, inode), keep);
        if (!first && keep)
            kept[(device, inode)] = true;
        return first;
    }

    public bool IsKept(ulong device, ulong inode) => kept.TryGetValue((device, inode), out var keep) && keep;

    /// <summary>How many files have a name that is kept.</summary>
    public int Kept => kept.Values.Count(static keep => keep);
}
