using System.Text;
using Postrun.Evidence;
using Postrun.Model;
using ZstdSharp;

namespace Postrun.EndToEnd.Tests;

/// <summary>What a clean-up wrote, read back.</summary>
internal sealed record CleanupEvidence(CleanupReport Report, RetentionManifest Manifest, IReadOnlyList<RemovedRecord> Removed, IReadOnlyList<string> RemovedLines)
{
    public static CleanupEvidence Read(string directory)
    {
        var lines = Lines(File.ReadAllBytes(Path.Combine(directory, EvidenceFiles.Removed)));
        return new(
            EvidenceDocument.ReadReport(File.ReadAllBytes(Path.Combine(directory, EvidenceFiles.Report))),
            EvidenceDocument.ReadManifest(File.ReadAllBytes(Path.Combine(directory, EvidenceFiles.Manifest))),
            Parse(lines), lines);
    }

    /// <summary>What a journal holds as intent and has not taken back.</summary>
    public static IReadOnlyList<RemovedRecord> OfJournal(string file)
    {
        using var stream = File.OpenRead(file);
        var replay = JournalReplay.Read(stream);
        using var compressed = new MemoryStream();
        RemovedListWriter.Write(replay, stream.SafeFileHandle, compressed, CancellationToken.None);
        return Parse(Lines(compressed.ToArray()));
    }

    /// <summary>Removed paths relative to a root, in their text form.</summary>
    public SortedSet<string> RemovedBeneath(string root) => Relative(Removed, root);

    public static SortedSet<string> Relative(IEnumerable<RemovedRecord> removed, string root) => new(
        removed.Select(record => record.Path.ToString()).Where(path => path.StartsWith(root + "/", StringComparison.Ordinal)).Select(path => path[(root.Length + 1)..]),
        StringComparer.Ordinal);

    private static string[] Lines(byte[] compressed)
    {
        using var stream = new DecompressionStream(new MemoryStream(compressed));
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private static List<RemovedRecord> Parse(IEnumerable<string> lines) =>
        [.. lines.Select(line => RemovedLine.TryParse(Encoding.UTF8.GetBytes(line), out var record) ? record : throw new InvalidDataException($"not a removed entry: {line}"))];
}
