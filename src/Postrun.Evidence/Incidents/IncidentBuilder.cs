using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using Postrun.Model;

namespace Postrun.Evidence;

/// <summary>Computes the record of an incident from a report. The same input gives the same record.</summary>
public static partial class IncidentBuilder
{
    private const string ToBeFilled = "to be filled in";

    /// <param name="reportDigest">Of the report's file.</param>
    /// <param name="openedAt">When the incident is opened.</param>
    /// <param name="revokeAt">Where what a rule finds is revoked.</param>
    /// <param name="cause"><see langword="null"/>: a person fills it in; so for the action.</param>
    /// <returns><see langword="null"/> where no finding waits for a person</returns>
    public static IncidentRecord? Build(CleanupReport report, string reportDigest, DateTimeOffset openedAt, Func<string, string> revokeAt, string? cause, string? action)
    {
        var files = report.Incidents.Concat(report.Redactions.Where(static file => file.Outcome == FileOutcome.Left)).OrderBy(static file => file.Path).ToImmutableArray();
        if (files.IsEmpty)
            return null;
        var credentials = Credentials(files, revokeAt);
        return new()
        {
            Run = report.Run,
            OpenedAt = openedAt,
            Report = reportDigest,
            RuleSet = files[0].RuleSet,
            Credentials = credentials,
            Files = [.. files.Select(static file => new IncidentFile(file.Path, file.Place, file.Outcome, file.BytesBefore, file.Detail ?? "", file.Sha256Before))],
            Steps = Steps(files, credentials),
            Correction = new(cause ?? ToBeFilled, action ?? ToBeFilled, report.Run.Owner),
            SuggestedAllowance = Allowance(report, files),
            SuggestedRedaction = Redaction(report, files),
        };
    }

    private static ImmutableArray<IncidentCredential> Credentials(ImmutableArray<FileFindings> files, Func<string, string> revokeAt)
    {
        var credentials = ImmutableArray.CreateBuilder<IncidentCredential>();
        foreach (var group in files.SelectMany(static file => file.Counts.Where(static count => count.Action != FindingAction.Report).Select(count => (File: file, Count: count)))
            .GroupBy(static pair => pair.Count.Rule).OrderBy(static group => group.Key, StringComparer.Ordinal))
        {
            var count = group.First().Count;
            var listed = group.Select(static pair => pair.File).Distinct()
                .SelectMany(file => file.Places.Where(at => at.Rule == group.Key).Select(at => (at.Fingerprint, Place: new IncidentPlace(file.Path, at.Line, at.Offset, at.Length)))).ToList();
            foreach (var value in listed.GroupBy(static at => at.Fingerprint).OrderBy(static value => value.Key, StringComparer.Ordinal))
                credentials.Add(new(count.Rule, count.Name, count.IsCredential, count.Severity, revokeAt(count.Rule), value.LongCount(), [.. value.Select(static at => at.Place)], value.Key));
            if (group.Sum(static pair => pair.Count.Found) - listed.Count is var unlisted and > 0)
                credentials.Add(new(count.Rule, count.Name, count.IsCredential, count.Severity, revokeAt(count.Rule), unlisted, []));
        }
        return [.. credentials.OrderByDescending(static credential => credential.Severity)];
    }

    private static ImmutableArray<IncidentStep> Steps(ImmutableArray<FileFindings> files, ImmutableArray<IncidentCredential> credentials) =>
    [
        new(1, "Revoke", credentials.Any(static credential => credential.IsCredential)
            ? [.. credentials.Where(static credential => credential.IsCredential).Select(static credential => $"revoke the {credential.Name}{(credential.Fingerprint is { } print ? $" with the fingerprint {print}" : "")} at {credential.RevokeAt}, and look there for what was done with it").Distinct()]
            : ["nothing is to be revoked: personal data was found; tell whoever answers for it in your organisation"]),
        new(2, "Delete or redact", [.. files.Select(Remedy)]),
        new(3, "Make a clean version", files.Any(static file => !file.Place.IsRewritable())
            ? ["make the files of the package and the evidence anew without the values, and sign them anew: the old signature is over what must not stay", "run 'postrun cleanup' again: it exits with 0 where nothing is found any more"]
            : ["run 'postrun cleanup' again: it exits with 0 where nothing is found any more"]),
        new(4, "Record and put right", ["fill in cause and corrective action of this record, and file it where incidents and corrections (SCDR) are kept", "keep the value out of the logs at its source, and let the next run redact: see the suggested section for the descriptor"]),
    ];

    private static string Remedy(FileFindings file) => file.Outcome == FileOutcome.Left
        ? $"{file.Path}: {file.Detail}"
        : file.Place.IsRewritable()
            ? $"{file.Path}: delete it, or redact it with 'postrun redact'"
            : $"{file.Path}: is {(file.Place == FindingPlace.Package ? "in the signed package" : "evidence")} and was not altered: decide who may still read it, replace it by the clean version, and keep or destroy the old one as your retention terms say";

    private static string Allowance(CleanupReport report, ImmutableArray<FileFindings> files)
    {
        var text = new StringBuilder("redaction:\n  allow:\n");
        foreach (var (rule, path) in files.SelectMany(file => file.Counts.Where(static count => count.Action != FindingAction.Report).Select(count => (count.Rule, Relative(report, file.Path)))).Distinct())
            text.Append("    - { rule: ").Append(rule).Append(", path: ").Append(Quoted(path)).Append(", reason: \"say why it is harmless\" }\n");
        return text.ToString();
    }

    private static string Redaction(CleanupReport report, ImmutableArray<FileFindings> files)
    {
        var logs = files.Where(static file => file.Place is FindingPlace.File or FindingPlace.Log).Select(file => Relative(report, file.Path)).Distinct().ToList();
        var text = new StringBuilder("redaction:\n  enabled: true\n");
        if (logs.Count > 0)
            text.Append("  logs: [").AppendJoin(", ", logs.Select(static path => Quoted("/" + path))).Append("]\n");
        return text.Append("  failAt: critical\n").ToString();
    }

    private static string Relative(CleanupReport report, UnixPath path)
    {
        foreach (var root in report.Roots)
            if (path.IsWithin(root.Path) && path != root.Path)
                return new UnixPath(path.Bytes[(root.Path.Bytes.Length + 1)..]).ToString();
        return path.ToString();
    }

    /// <summary>
    /// A path, letter by letter, as a pattern in a YAML text in double quotation marks. What the report shows as a label has any letters.
    /// </summary>
    private static string Quoted(string path)
    {
        var pattern = new StringBuilder(path.Length);
        var at = 0;
        foreach (var label in Label.EnumerateMatches(path))
        {
            Escape(path.AsSpan(at..label.Index));
            pattern.Append('*');
            at = label.Index + label.Length;
        }
        Escape(path.AsSpan(at));
        return $"\"{VisibleText.Of(pattern.Replace("\\", "\\\\").Replace("\"", "\\\"").ToString())}\"";

        void Escape(ReadOnlySpan<char> text)
        {
            foreach (var unit in text)
                (unit is '*' or '?' or '[' or ']' or '{' or '}' ? pattern.Append('\\') : pattern).Append(unit);
        }
    }

    [GeneratedRegex(@"\[REDACTED:[a-z0-9-]+:[0-9a-f]{16}\]", RegexOptions.CultureInvariant)]
    private static partial Regex Label { get; }
}
