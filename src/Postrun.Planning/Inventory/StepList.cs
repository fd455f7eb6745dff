using System.Collections.Immutable;
using Postrun.Model;

namespace Postrun.Planning;

/// <summary>Turns the labelled trees of an inventory into numbered steps and the table of their decisions.</summary>
internal sealed class StepList
{
    private readonly List<Decision> decisions = [];
    private readonly List<LeftItem> undecided = [];

    /// <param name="links">Files with several names, whose bytes no label holds.</param>
    /// <param name="roots">Paths of all roots: a mount point that is one is no step of the root around it.</param>
    public StepList(IEnumerable<(InventoryRoot Root, Label Label, List<Labelled> Exceptions)> folded, Links links, HashSet<UnixPath> roots)
    {
        var steps = ImmutableArray.CreateBuilder<PlanStep>();
        foreach (var (root, label, exceptions) in folded)
        {
            exceptions.Sort(static (a, b) => a.Path.AsSpan().SequenceCompareTo(b.Path));
            foreach (var (path, type, part) in exceptions.Prepend(new([], ItemType.Directory, label)))
            {
                var absolute = root.Absolute(path);
                if (path.Length > 0 && roots.Contains(absolute))
                    continue;
                var decision = part.Decision;
                steps.Add(new()
                {
                    Number = steps.Count,
                    Root = root.Number,
                    Path = new(path),
                    Type = type,
                    Decision = NumberOf(decision),
                    Files = part.Files,
                    Directories = part.Directories,
                    Bytes = part.Bytes,
                    HeldBy = [.. part.Holders],
                });
                if (decision.Class == DataClass.Undecided && decision.Reasons[0].Rule != "inventory.unseen" && part.Files + part.Directories > 0)
                    undecided.Add(new()
                    {
                        Path = absolute,
                        Reason = LeftReason.Undecided,
                        Detail = decision.Reasons[0].Fact,
                    });
            }
        }
        AddShares(steps, links);
        Steps = steps.ToImmutable();
        Decisions = [.. decisions];
    }

    public ImmutableArray<PlanStep> Steps { get; }

    public ImmutableArray<Decision> Decisions { get; }

    public IEnumerable<LeftItem> Undecided => undecided;

    private static void AddShares(ImmutableArray<PlanStep>.Builder steps, Links links)
    {
        var numbers = steps.ToDictionary(static step => (step.Root, step.Path), static step => step.Number);
        foreach (var (root, path, bytes) in links.Shares)
        {
            // The deepest step over a name speaks; the one of its root is over all.
            var at = path;
            int number;
            bool found;
            while (!(found = numbers.TryGetValue((root, at), out number)) && !at.IsEmpty)
                at = at.Parent;
            if (found)
                steps[number] = steps[number] with { Bytes = steps[number].Bytes + bytes };
        }
    }

    private int NumberOf(Decision decision)
    {
        var number = decisions.FindIndex(known => known with { Reasons = decision.Reasons } == decision && known.Reasons.SequenceEqual(decision.Reasons));
        if (number >= 0)
            return number;
        decisions.Add(decision);
        return decisions.Count - 1;
    }
}
