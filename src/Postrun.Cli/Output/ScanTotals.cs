using Postrun.Model;
using Postrun.Redaction.Rules;

namespace Postrun.Cli.Output;

/// <summary>All files of a scan together, counted while they come.</summary>
internal sealed class ScanTotals
{
    public required string RuleSet { get; init; }

    public int Files { get; set; }

    public int Binary { get; set; }

    /// <summary>Findings that the baseline has.</summary>
    public int Known { get; set; }

    public SortedDictionary<Severity, int> Found { get; } = [];

    public List<(UnixPath Path, string Reason)> Unread { get; } = [];

    public bool FoundAt(Severity least) => Found.Keys.Any(severity => severity >= least);
}
