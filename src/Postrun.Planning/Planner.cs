using Postrun.Linux;
using Postrun.Model;

namespace Postrun.Planning;

/// <summary>Makes a plan from what is declared and what is there. Reads only.</summary>
/// <param name="progress">Is told how many entries were looked at.</param>
/// <param name="redaction">How what stays is looked through; <see langword="null"/>: it is not.</param>
public sealed class Planner(RunDescriptor descriptor, IRetentionPolicy policy, TimeProvider time, WorkProgress? progress = null, PlanRedaction? redaction = null)
{
    private readonly IRetentionPolicy policy = redaction is null ? policy : new PlacedPolicy(policy);

    /// <summary>Links that lead to directories with links that lead on: whoever nests them deeper is told that they were not followed.</summary>
    private const int MaxLooks = 8;

    /// <summary>Looks at the roots and decides.</summary>
    /// <param name="roots">What may be changed, opened in this order.</param>
    /// <param name="refused">What was named but may not be changed; it goes into the plan as left.</param>
    /// <exception cref="OperationCanceledException">nothing was touched</exception>
    /// <exception cref="PlanningException">a declared root cannot be opened, or two are the same directory</exception>
    public Plan Create(IReadOnlyList<PlanRootRequest> roots, IReadOnlyList<LeftItem> refused, CancellationToken cancellation)
    {
        var asOf = FileClock.NextTick();
        var left = new List<LeftItem>(refused);
        var mounts = MountTable.Read();
        var opened = Open(roots, mounts, left);
        var patterns = new PatternFacts(descriptor.Workspace, descriptor.Redaction);
        var open = OpenFiles.Read(opened.Select(r => r.Plan.Device).ToHashSet());
        var targets = new LinkTargets([.. opened.Select(static root => root.Plan)]);
        var walk = Look(null);
        // Only where a file that is kept has several names, or is a symbolic link, can it be condemned elsewhere: then look
        // again, knowing. What a link leads to can hold links.
        for (var (looks, known) = (1, 0); looks < MaxLooks && (targets.Follow(walk.KeptLinks, cancellation) | walk.Links.Kept > known); looks++)
        {
            known = walk.Links.Kept;
            Reopen();
            walk = Look(walk.Links);
        }
        left.AddRange(NotFollowed(walk, targets));
        if (walk.KeptLinks.Count >= InventoryWalk.MaxKeptLinks)
            left.Add(new()
            {
                Path = opened[0].Plan.Path,
                Reason = LeftReason.SymbolicLink,
                Detail = $"the evidence has {InventoryWalk.MaxKeptLinks} symbolic links or more: not all were followed; declare what they lead to",
            });
        var steps = new StepList(walk.Folded, walk.Links, opened.Select(r => r.Plan.Path).ToHashSet());
        return new()
        {
            Id = Guid.CreateVersion7(time.GetUtcNow()),
            Run = descriptor.Run,
            DescriptorDigest = descriptor.Digest,
            Policy = policy.Identity,
            CreatedAt = time.GetUtcNow(),
            AsOf = asOf,
            EvidenceDirectory = descriptor.EvidenceDirectory,
            Confirmation = descriptor.Confirmation,
            Redaction = redaction,
            Roots = [.. opened.Select(r => r.Plan)],
            Decisions = steps.Decisions,
            Steps = steps.Steps,
            Left = [.. left.Concat(walk.Left).Concat(steps.Undecided).OrderBy(l => l.Path)],
        };

        // Only a walk after which the policy has nothing more to say counts.
        InventoryWalk Look(Links? linkedToKept)
        {
            for (; ; Reopen())
            {
                var seen = Walk(opened, patterns, linkedToKept, targets, open, cancellation);
                if (!policy.Answer(cancellation))
                    return seen;
            }
        }

        void Reopen() => opened = Open(roots, mounts, left = [.. refused]);
    }

    /// <summary>Links that are kept while what they lead to is decided without them.</summary>
    private static IEnumerable<LeftItem> NotFollowed(InventoryWalk walk, LinkTargets targets) => walk.KeptLinks
        .Select(static kept => kept.Link).Where(link => !targets.IsFollowed(link)).Select(static link => new LeftItem
        {
            Path = link,
            Reason = LeftReason.SymbolicLink,
            Detail = "is kept, but not what it leads to: that is a directory around it, or links led on too often; declare what it leads to",
        });

    private InventoryWalk Walk(
        IReadOnlyList<InventoryRoot> roots, PatternFacts patterns, Links? linkedToKept, LinkTargets targets, OpenFiles open, CancellationToken cancellation)
    {
        using var pool = new WorkerPool(progress);
        using var walk = new InventoryWalk(
            pool, patterns, policy, linkedToKept, targets, open, roots.Select(r => r.Plan.Path).ToHashSet(), Foreign(roots), cancellation);
        foreach (var root in roots)
            walk.Start(root);
        try
        {
            pool.Run();
        }
        catch (AggregateException e) when (e.InnerExceptions.OfType<PlanningException>().FirstOrDefault() is { } problem)
        {
            throw new PlanningException(problem.Message);
        }
        catch (AggregateException e) when (e.InnerExceptions.Any(static inner => inner is OperationCanceledException))
        {
            throw new OperationCanceledException(e.Message, e, cancellation);
        }
        return walk;
    }

    private HashSet<(ulong, ulong)> Foreign(IReadOnlyList<InventoryRoot> roots)
    {
        var foreign = roots.Select(static root => (root.Plan.Device, root.Plan.Inode)).ToHashSet();
        if (DirectoryHandle.OpenAbsolute(descriptor.EvidenceDirectory.Bytes, out var evidence) == Errno.None)
            using (evidence)
                if (evidence!.StatSelf(out var stat) == Errno.None)
                    foreign.Add((stat.Device, stat.Inode));
        return foreign;
    }

    private static List<InventoryRoot> Open(IReadOnlyList<PlanRootRequest> requests, MountTable mounts, List<LeftItem> left)
    {
        var roots = new List<InventoryRoot>();
        foreach (var request in requests)
        {
            var problem = RootOpener.TryOpen(request, roots.Count, mounts, out var root);
            if (problem is not null && request.Origin == RootOrigin.Workspace)
                throw new PlanningException($"{problem.Path}: {problem.Detail}");
            if (problem is not null)
                left.Add(problem);
            else if (roots.Find(r => r.Plan.Inode == root!.Plan.Inode && r.Plan.Device == root.Plan.Device) is { } same)
                throw new PlanningException($"{root!.Plan.Path}: is the same directory as {same.Plan.Path}; name it once");
            else
                roots.Add(root!);
        }
        return roots;
    }
}

/// <summary>The plan cannot be made; the message says what is wrong and what to do. Nothing was touched.</summary>
public sealed class PlanningException(string message) : Exception(message);
