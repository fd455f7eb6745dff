using Postrun.Model;
using Postrun.Redaction.Rules;
using Postrun.Redaction.Scanning;
using Postrun.Redaction.Text;
using Postrun.Redaction.UserRules;

namespace Postrun.Cli.Pipeline;

/// <summary>What one file gave.</summary>
/// <param name="Known">Findings that the baseline has, and that are left out.</param>
/// <param name="Problem">Why it could not be read to its end; null where it was.</param>
internal sealed record FileScan(UnixPath Path, IReadOnlyList<Finding> Findings, int Known, bool IsBinary, string? Problem)
{
    /// <summary>Scans files on all cores; results come in the order of the files.</summary>
    public static IEnumerable<FileScan> Scan(IReadOnlyList<ScanTarget> files, RuleSelection rules, RedactionOptions options, Baseline? baseline) =>
        files.AsParallel().AsOrdered().WithDegreeOfParallelism(Math.Clamp(Environment.ProcessorCount, 1, 64)).WithMergeOptions(ParallelMergeOptions.NotBuffered)
            .Select(file => Scan(file, rules, options, baseline));

    private static FileScan Scan(ScanTarget file, RuleSelection rules, RedactionOptions options, Baseline? baseline)
    {
        var (findings, known) = (new List<Finding>(), 0);
        var path = file.Path.ToString();
        try
        {
            var set = rules.For(path);
            // An allow-list may leave nothing to look for: then it need not be readable either.
            if (set.Rules.Count == 0)
                return new(file.Path, [], 0, IsBinary: false, null);
            using var input = file.Open();
            var summary = new TextRedactor(set, options).Scan(input, finding =>
            {
                if (rules.Allows(path, finding))
                    return;
                if (baseline?.Contains(path, finding) == true)
                    known++;
                else
                    findings.Add(finding);
            }, CancellationToken.None);
            return new(file.Path, findings, known, summary.Kind == TextKind.Binary, null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return new(file.Path, findings, known, IsBinary: false, e.Message);
        }
    }
}

/// <summary>All files together.</summary>
internal sealed record ScanResult(IReadOnlyList<FileScan> Files, IReadOnlyList<(UnixPath Path, string Reason)> Unread, string RuleSet)
{
    public IEnumerable<(UnixPath Path, Finding Finding)> Findings => Files.SelectMany(static file => file.Findings.Select(finding => (file.Path, finding)));

    public bool FoundAt(Severity least) => Findings.Any(found => found.Finding.Rule.Severity >= least);
}
