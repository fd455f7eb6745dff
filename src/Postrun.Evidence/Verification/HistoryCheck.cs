using Postrun.Model;

namespace Postrun.Evidence;

/// <summary>Follows the chain of earlier evidence, from each report to the bundle that it names.</summary>
internal sealed class HistoryCheck(IEvidenceSource source, VerificationKey? key, FindingList findings, CancellationToken cancellation)
{
    public const string Directory = "history";

    /// <summary>Beyond these nobody reads on.</summary>
    private const int MaxFindings = 1_000;

    private const int MaxNamed = 20;

    /// <param name="previous">The digest that the current report names.</param>
    /// <returns>how many links were found and checked, whether they held or not</returns>
    public int Run(string? previous)
    {
        findings.Begin(Check.History);
        if (Index(previous) is not { } index)
            return 0;
        var links = Follow(index, previous);
        foreach (var folder in index.Unnamed.Take(MaxNamed))
            findings.Add(Check.History, Name(folder), "no later report names it as earlier evidence: it is of another chain, or was put there; find out where it came from, and move it elsewhere");
        if (index.Unnamed.Count > MaxNamed)
            findings.Add(Check.History, Directory, $"holds {index.Unnamed.Count - MaxNamed} more that no report names");
        return links;
    }

    /// <returns><see langword="null"/> where there is nothing to follow</returns>
    private HistoryIndex? Index(string? previous)
    {
        try
        {
            if (source.History(HistoryIndex.MaxFolders + 1) is { } names)
            {
                if (names.Count > HistoryIndex.MaxFolders)
                    findings.Add(Check.History, Directory, $"holds more than {HistoryIndex.MaxFolders} folders; only so many were looked at");
                return new(source, names.Take(HistoryIndex.MaxFolders).Order(), cancellation);
            }
            if (previous is not null)
                findings.Add(Check.History, Directory, $"is missing, and the report names earlier evidence ({Malformed.Line(previous)}): copy {Directory}/ along, or pass --without-history");
        }
        catch (Exception e) when (Malformed.Is(e))
        {
            findings.Add(Check.History, Directory, $"cannot be listed: {Malformed.Line(e)}");
        }
        return null;
    }

    /// <summary>Ends, whatever the reports say: the index gives every folder once.</summary>
    private int Follow(HistoryIndex index, string? previous)
    {
        var names = EvidenceFiles.Report;
        for (var links = 0; ; links++)
        {
            if (previous is null)
                return links;
            if (!index.TryTake(previous, out var folder))
            {
                findings.Add(Check.History, Directory, $"holds no folder, or none that is left, whose {EvidenceFiles.Bundle} has the digest {Malformed.Line(previous)} that {names} names: it is missing or was altered");
                return links;
            }
            if (findings.Count > MaxFindings)
            {
                findings.Add(Check.History, Name(folder), $"was not looked at: there are more than {MaxFindings} findings");
                return links;
            }
            // Its paths may exist again, and rightly: what is gone is a matter of the latest clean-up.
            var (report, _) = DirectoryCheck.Run(name => source.OpenHistory(folder, name), key, exists: null, findings.Beneath(Name(folder)), cancellation);
            if (report is null)
                return links + 1;
            (names, previous) = ($"{Name(folder)}/{EvidenceFiles.Report}", report.PreviousEvidence);
        }
    }

    private static string Name(UnixPath folder) => $"{Directory}/{Malformed.Line(folder.ToString())}";
}
