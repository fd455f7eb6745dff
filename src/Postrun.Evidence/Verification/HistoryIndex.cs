using Postrun.Model;

namespace Postrun.Evidence;

/// <summary>Which folder in <c>history/</c> holds the bundle of which digest.</summary>
internal sealed class HistoryIndex
{
    /// <summary>A clean-up an hour, for a year. Whoever may write there may make any number.</summary>
    public const int MaxFolders = 10_000;

    /// <summary>A bundle is some kilobytes: two hundred bytes a plan, and plans are ten at most.</summary>
    private const long MaxBundle = 16 << 20;

    private readonly Dictionary<string, UnixPath> folders = new(StringComparer.Ordinal);
    private readonly SortedSet<UnixPath> unnamed = [];

    /// <param name="names">At most <see cref="MaxFolders"/>.</param>
    public HistoryIndex(IEvidenceSource source, IEnumerable<UnixPath> names, CancellationToken cancellation)
    {
        foreach (var folder in names)
        {
            unnamed.Add(folder);
            // A folder without a bundle that can be read is one that no report can name: that is the finding about it.
            var files = new EvidenceReader(name => source.OpenHistory(folder, name), new(), cancellation);
            if (files.Sha256(EvidenceFiles.Bundle, Check.History, MaxBundle) is { } sha256)
                folders.TryAdd("sha256:" + sha256, folder);
        }
    }

    /// <summary>Folders that were never taken, in order.</summary>
    public IReadOnlyCollection<UnixPath> Unnamed => unnamed;

    /// <summary>The folder that a report names by the digest of its bundle; each is given once.</summary>
    public bool TryTake(string digest, out UnixPath folder) => folders.Remove(digest, out folder) && unnamed.Remove(folder);
}
