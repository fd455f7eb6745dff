using Postrun.Model;
using ZstdSharp;

namespace Postrun.Evidence;

internal static class RemovedCheck
{
    private const int MaxNamed = 20;

    /// <summary>Paths whose absence was looked at.</summary>
    public static long Run(
        EvidenceReader files, CleanupReport report, Func<UnixPath, bool>? exists, FindingList findings, CancellationToken cancellation)
    {
        findings.Begin(Check.Removed);
        if (exists is not null)
            findings.Begin(Check.Gone);
        var stated = report.Removed;
        if (stated.File != EvidenceFiles.Removed)
        {
            findings.Add(Check.Report, EvidenceFiles.Report, $"names '{Malformed.Line(stated.File)}' as the list of removed entries, not {EvidenceFiles.Removed}");
            return 0;
        }
        if (files.Sha256(stated.File, Check.Removed) is not { } actual)
            return 0;
        if (actual != stated.Sha256)
        {
            // What is not the file that was written is not decompressed either.
            findings.Add(Check.Removed, stated.File, $"has the SHA-256 {actual}, the report names {Malformed.Line(stated.Sha256)}");
            return 0;
        }
        using var reader = new Reader(report, exists, findings, cancellation);
        files.With(stated.File, Check.Removed, reader.Read);
        return reader.Probed;
    }

    private sealed class Reader(CleanupReport report, Func<UnixPath, bool>? exists, FindingList findings, CancellationToken cancellation)
        : IDisposable
    {
        private readonly MerkleTree tree = new();
        private readonly Dictionary<(int Round, int Step), RemovalTally> tallies = [];
        private int namedStillThere;
        private long stillThere;

        public long Probed { get; private set; }

        public void Dispose() => tree.Dispose();

        public object? Read(Stream compressed)
        {
            const string file = EvidenceFiles.Removed;
            using var stream = new DecompressionStream(compressed, leaveOpen: true);
            var lines = new BoundedLines(stream, RemovedLine.MaxLength);
            while (lines.Next(out var line))
            {
                cancellation.ThrowIfCancellationRequested();
                if (tree.Count >= report.Removed.Records)
                {
                    findings.Add(Check.Removed, file, $"has more than the {report.Removed.Records} records that the report names");
                    return null;
                }
                if (!RemovedLine.TryParse(line, out var record))
                {
                    findings.Add(Check.Removed, file, $"its line {tree.Count + 1} is not a removed entry");
                    return null;
                }
                tree.Add(line);
                Count(record);
                Probe(record.Path);
            }
            if (tree.Count != report.Removed.Records)
                findings.Add(Check.Removed, file, $"has {tree.Count} records, the report names {report.Removed.Records}");
            var root = Convert.ToHexStringLower(tree.Root());
            if (root != report.Removed.MerkleRoot)
                findings.Add(Check.Removed, file, $"has the Merkle root {root}, the report names {Malformed.Line(report.Removed.MerkleRoot)}");
            Sums(file);
            if (stillThere > namedStillThere)
                findings.Add(Check.Gone, file, $"{stillThere - namedStillThere} more of the removed entries exist");
            return null;
        }

        private void Count(RemovedRecord record)
        {
            var key = (record.Round, record.Step);
            var isDirectory = record.Type == ItemType.Directory;
            tallies[key] = tallies.GetValueOrDefault(key)
                + new RemovalTally(isDirectory ? 0 : 1, isDirectory ? 1 : 0, record.Held ? 0 : record.Freed, 0);
        }

        private void Probe(UnixPath path)
        {
            if (exists is null)
                return;
            Probed++;
            if (!exists(path))
                return;
            stillThere++;
            if (namedStillThere == MaxNamed)
                return;
            namedStillThere++;
            findings.Add(Check.Gone, path.ToString(), "was removed and exists");
        }

        /// <summary>Bytes of what was held open are left out: they were not given back when the line was written.</summary>
        private void Sums(string file)
        {
            if (report.Steps.IsDefault)
                return;
            foreach (var step in report.Steps)
            {
                if (!tallies.Remove((step.Round, step.Number), out var tally))
                    tally = default;
                if (tally.Files != step.Removed.Files || tally.Directories != step.Removed.Directories || tally.BytesFreed != step.Removed.BytesFreed)
                {
                    findings.Add(Check.Removed, file,
                        $"lists {tally.Files} files, {tally.Directories} directories and {tally.BytesFreed} bytes for step {step.Number} of round {step.Round}; "
                        + $"the report says {step.Removed.Files}, {step.Removed.Directories} and {step.Removed.BytesFreed}");
                    return;
                }
            }
            if (tallies.Count > 0)
                findings.Add(Check.Removed, file, "lists entries of steps that the report does not have");
        }
    }
}
