using System.Collections.Immutable;
using Postrun.Model;

namespace Postrun.Evidence;

/// <summary>Computes the manifest; the same input gives the same manifest.</summary>
public static class ManifestBuilder
{
    /// <param name="keptHashes"><see langword="null"/>: the descriptor did not ask for them.</param>
    /// <param name="shown">A path as the evidence may show it; <see langword="null"/>: as it is.</param>
    public static RetentionManifest Build(Execution execution, RemovedList removed, KeptHashList? keptHashes = null, Func<UnixPath, UnixPath>? shown = null)
    {
        var steps = StepFacts.All(execution, removed);
        var hashes = HashesByEntry(steps, keptHashes?.Sha256, shown);
        var last = execution.Rounds[^1].Plan;
        return new()
        {
            Run = execution.Rounds[0].Plan.Run,
            Plans = [.. execution.Rounds.Select((r, i) => new ManifestPlan(i, r.Plan.Id, r.PlanDigest))],
            Policy = last.Policy,
            StartedAt = execution.StartedAt,
            FinishedAt = execution.FinishedAt,
            HashesComplete = keptHashes?.IsComplete,
            Classes = Classes(steps),
            Entries = [.. steps.Select((s, i) => EntryOf(s, hashes.GetValueOrDefault(i)))],
        };
    }

    private static ImmutableArray<ManifestClass> Classes(ImmutableArray<StepFacts> steps) =>
    [
        .. steps
            .GroupBy(s => (s.Decision.Class, s.Decision.Retention, s.Decision.Treatment, s.Decision.LegalBasis, s.Decision.Responsible))
            .OrderByDescending(g => g.Key.Class)
            .ThenBy(g => g.Key.Retention?.ToString(), StringComparer.Ordinal)
            .ThenBy(g => g.Key.Treatment)
            .Select(g => new ManifestClass
            {
                Class = g.Key.Class,
                Retention = g.Key.Retention,
                Treatment = g.Key.Treatment,
                LegalBasis = g.Key.LegalBasis,
                Responsible = g.Key.Responsible,
                Entries = g.LongCount(),
                Files = g.Sum(s => s.Step.Files),
                Bytes = g.Sum(s => s.Step.Bytes),
            }),
    ];

    private static ManifestEntry EntryOf(StepFacts facts, List<FileHash>? hashes) => new()
    {
        Round = facts.Round,
        Step = facts.Step.Number,
        Path = facts.Path,
        Type = facts.Step.Type,
        Class = facts.Decision.Class,
        Retention = facts.Decision.Retention,
        Treatment = facts.Decision.Treatment,
        State = facts.State,
        DeleteAfter = facts.Decision.DeleteAfter,
        LegalBasis = facts.Decision.LegalBasis,
        Responsible = facts.Decision.Responsible,
        Files = facts.Step.Files,
        Bytes = facts.Step.Bytes,
        Conflict = facts.Decision.Conflict,
        Reasons = facts.Decision.Reasons,
        Hashes = hashes is null ? null : [.. hashes],
    };

    /// <summary>A file belongs to the deepest entry over it, that of the latest round.</summary>
    private static Dictionary<int, List<FileHash>> HashesByEntry(
        ImmutableArray<StepFacts> steps, IReadOnlyDictionary<UnixPath, string>? keptHashes, Func<UnixPath, UnixPath>? shown)
    {
        var byEntry = new Dictionary<int, List<FileHash>>();
        if (keptHashes is null or { Count: 0 })
            return byEntry;
        var entries = new Dictionary<UnixPath, int>();
        for (var i = 0; i < steps.Length; i++)
            entries[steps[i].Path] = i;
        foreach (var (path, sha256) in keptHashes.OrderBy(h => h.Key))
        {
            var over = path;
            int entry;
            while (!entries.TryGetValue(over, out entry) && over.Parent != over)
                over = over.Parent;
            if (!entries.TryGetValue(over, out entry) || !steps[entry].IsKept)
                continue;
            if (!byEntry.TryGetValue(entry, out var list))
                byEntry[entry] = list = [];
            list.Add(new(shown is null ? path : shown(path), sha256));
        }
        return byEntry;
    }
}
