using System.Collections.Immutable;
using Postrun.Model;

namespace Postrun.Evidence;

/// <summary>Adds up removed entries by step and by kind, and knows when the last name of a file has gone.</summary>
internal sealed class RemovalSums(JournalReplay replay)
{
    private readonly RemovalTally[][] steps = [.. replay.Plans.Select(static plan => new RemovalTally[plan.Steps.Length])];
    private readonly RemovalTally[] kinds = new RemovalTally[Enum.GetValues<ResidueKind>().Length];
    private readonly Dictionary<(int Root, ulong Inode), uint> names = [];
    private UnixPath root, directory, absolute;
    private byte[] relative = new byte[256];

    public ImmutableArray<ImmutableArray<RemovalTally>> Steps => [.. steps.Select(static round => round.ToImmutableArray())];

    public ImmutableSortedDictionary<ResidueKind, RemovalTally> Kinds => kinds
        .Select(static (tally, kind) => KeyValuePair.Create((ResidueKind)kind, tally))
        .Where(static kind => kind.Value != default)
        .ToImmutableSortedDictionary();

    /// <summary>Counts an entry.</summary>
    /// <returns>the allocated bytes that come free with it, at once or when nobody holds it any more</returns>
    /// <exception cref="InvalidDataException">a step that the plan does not have</exception>
    public long Add(in RemovalEntry entry, EntriesChunk chunk)
    {
        var isLast = entry.Links <= 1 || IsLastName(chunk.Root, entry.Inode);
        var freed = isLast ? entry.AllocatedBytes : 0;
        var isDirectory = entry.Type == ItemType.Directory;
        var tally = new RemovalTally(isDirectory ? 0 : 1, isDirectory ? 1 : 0, entry.Held ? 0 : freed, entry.Held ? freed : 0);
        if (entry.Step >= steps[chunk.Round].Length || entry.Step < 0)
            throw new InvalidDataException($"the journal names step {entry.Step}, which its plan does not have");
        steps[chunk.Round][entry.Step] += tally;
        kinds[(int)KindOf(entry, chunk)] += tally;
        return freed;
    }

    /// <summary>The absolute path of a directory; computed once for all its entries.</summary>
    public ReadOnlySpan<byte> Absolute(UnixPath root, UnixPath directory)
    {
        if (this.root != root || this.directory != directory || absolute.IsEmpty)
            (this.root, this.directory, absolute) = (root, directory, root.Join(directory.Bytes));
        return absolute.Bytes;
    }

    private bool IsLastName(int root, ulong inode)
    {
        var gone = names.GetValueOrDefault((root, inode)) + 1;
        names[(root, inode)] = gone;
        return gone == replay.Linked[(root, inode)];
    }

    private ResidueKind KindOf(in RemovalEntry entry, EntriesChunk chunk)
    {
        var path = chunk.Directory.Bytes;
        var length = path.Length + 1 + entry.Name.Length;
        if (relative.Length < length)
            relative = new byte[2 * length];
        path.CopyTo(relative);
        if (!entry.Name.IsEmpty && !path.IsEmpty)
            relative[path.Length] = (byte)'/';
        var start = path.Length + (path.IsEmpty || entry.Name.IsEmpty ? 0 : 1);
        entry.Name.CopyTo(relative.AsSpan(start));
        return ResidueKinds.Classify(relative.AsSpan(0, start + entry.Name.Length), replay.Plans[chunk.Round].Roots[chunk.Root].Origin == RootOrigin.Cache);
    }
}
