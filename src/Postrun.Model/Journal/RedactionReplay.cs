using System.Collections.Immutable;
using System.Text.Json;

namespace Postrun.Model;

/// <summary>What a journal says of files that were looked through.</summary>
internal sealed class RedactionReplay
{
    /// <summary>More files with findings nobody reads one by one; the others are counted.</summary>
    private const int MaxFiles = 10_000;

    private readonly Dictionary<UnixPath, OpenRedaction> open = [];
    private readonly List<FileFindings> redacted = [];
    private readonly Dictionary<UnixPath, FileFindings> others = [];
    private readonly Dictionary<int, ScanTotals> scans = [];
    private readonly Dictionary<int, long> omitted = [];

    /// <summary>Copies of which it is not known what became of them; of the last round only.</summary>
    public IReadOnlyCollection<OpenRedaction> Open => open.Values;

    /// <summary>Takes a frame of one of the five kinds.</summary>
    /// <returns>the intent, where the frame is one</returns>
    /// <exception cref="JsonException">malformed</exception>
    /// <exception cref="InvalidDataException">it speaks of what was never begun</exception>
    public RedactionIntent? Take(JournalFrameKind kind, ReadOnlySpan<byte> payload, int round)
    {
        switch (kind)
        {
            case JournalFrameKind.Redacting:
                var intent = JsonSerializer.Deserialize(payload, ModelJson.Default.RedactionIntent) ?? throw new JsonException("no intent");
                open[intent.Temporary] = new(intent, null);
                return intent;
            case JournalFrameKind.Replacing:
                var replacement = JsonSerializer.Deserialize(payload, ModelJson.Default.ReplacementIntent) ?? throw new JsonException("no replacement");
                open[replacement.Temporary] = new(Begun(replacement.Temporary).Intent, replacement with { Findings = Checked(replacement.Findings) with { Round = round } });
                break;
            case JournalFrameKind.Redacted:
                var end = JsonSerializer.Deserialize(payload, ModelJson.Default.RedactionEnd) ?? throw new JsonException("no end");
                var begun = Begun(end.Temporary);
                open.Remove(end.Temporary);
                if (end.Replaced)
                    AddRedacted((begun.Replacement ?? throw new InvalidDataException("the journal has a redaction that ended before its copy was complete")).Findings with { Lost = end.Lost.IsDefault ? [] : end.Lost });
                break;
            case JournalFrameKind.Findings:
                AddOther(Checked(JsonSerializer.Deserialize(payload, ModelJson.Default.FileFindings)) with { Round = round }, round);
                break;
            case JournalFrameKind.Scanned:
                scans[round] = JsonSerializer.Deserialize(payload, ModelJson.Default.ScanTotals) ?? throw new JsonException("no totals");
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(kind));
        }
        return null;
    }

    /// <summary>A further round: the one before it has given its copies up or put them in place.</summary>
    public void BeginRound() => open.Clear();

    /// <summary>The round is gone through again: what is not redacted says so itself.</summary>
    public void RepeatRound(int round)
    {
        foreach (var stale in others.Values.Where(file => file.Round == round).ToList())
            others.Remove(stale.Path);
        omitted.Remove(round);
        scans.Remove(round);
    }

    /// <summary>What was redacted, and what the last round that came to its end says of the rest.</summary>
    public ImmutableArray<FileFindings> Files(int lastRound) =>
        [.. redacted.Concat(others.Values.Where(file => file.Round == lastRound || !scans.TryGetValue(lastRound, out var last) || !last.Complete)).OrderBy(static file => file.Path)];

    public long Omitted => omitted.Values.Sum();

    public ScanTotals? Scanned => scans.Count == 0 ? null : scans[scans.Keys.Max()];

    private OpenRedaction Begun(UnixPath temporary) =>
        open.GetValueOrDefault(temporary) ?? throw new InvalidDataException("the journal has the end of a redaction that it does not begin");

    private void AddRedacted(FileFindings file)
    {
        others.Remove(file.Path);
        if (redacted.Count < MaxFiles)
            redacted.Add(file);
        else
            omitted[file.Round] = omitted.GetValueOrDefault(file.Round) + 1;
    }

    private void AddOther(FileFindings file, int round)
    {
        if (others.Count < MaxFiles || others.ContainsKey(file.Path))
            others[file.Path] = file;
        else
            omitted[round] = omitted.GetValueOrDefault(round) + 1;
    }

    private static FileFindings Checked(FileFindings? file) =>
        file is null || file.Counts.IsDefault || file.Places.IsDefault || file.Lost.IsDefault || file.Counts.Any(static count => count is null || count.Reasons.IsDefault)
            ? throw new JsonException("findings are not whole")
            : file;
}

/// <summary>A copy that was begun.</summary>
/// <param name="Replacement"><see langword="null"/>: it was not said to be complete.</param>
public sealed record OpenRedaction(RedactionIntent Intent, ReplacementIntent? Replacement);
