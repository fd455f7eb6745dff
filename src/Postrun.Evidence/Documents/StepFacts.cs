using System.Collections.Immutable;
using Postrun.Model;

namespace Postrun.Evidence;

/// <summary>One step with everything that is known of it, and which of two rounds has the last word on a path.</summary>
internal readonly record struct StepFacts(
    int Round, PlanStep Step, UnixPath Path, Decision Decision, StepStatus Status, RemovalTally Removed, bool IsLastWord)
{
    public bool IsUndecided => Decision.Class == DataClass.Undecided;

    public bool IsKept => Decision.Treatment == Treatment.Keep;

    public ManifestState State => (IsKept, Status) switch
    {
        (true, _) when IsUndecided => ManifestState.Left,
        (true, StepStatus.Partial) => ManifestState.Partial,
        (true, _) => ManifestState.Kept,
        (false, StepStatus.Done) => ManifestState.Deleted,
        _ => Removed.Files + Removed.Directories > 0 ? ManifestState.Partial : ManifestState.Left,
    };

    public static ImmutableArray<StepFacts> All(Execution execution, RemovedList removed)
    {
        var lastRound = new Dictionary<UnixPath, int>();
        var steps = ImmutableArray.CreateBuilder<StepFacts>();
        for (var round = 0; round < execution.Rounds.Length; round++)
        {
            var (plan, _, statuses, _) = execution.Rounds[round];
            foreach (var step in plan.Steps)
            {
                var path = plan.Roots[step.Root].Path.Join(step.Path.Bytes);
                lastRound[path] = round;
                steps.Add(new(
                    round, step, path, plan.Decisions[step.Decision],
                    step.Number < statuses.Length ? statuses[step.Number] : StepStatus.Unknown,
                    Tally(removed, round, step.Number), false));
            }
        }
        for (var i = 0; i < steps.Count; i++)
            steps[i] = steps[i] with { IsLastWord = lastRound[steps[i].Path] == steps[i].Round };
        return steps.DrainToImmutable();
    }

    private static RemovalTally Tally(RemovedList removed, int round, int step) =>
        round < removed.Steps.Length && step < removed.Steps[round].Length ? removed.Steps[round][step] : default;
}
