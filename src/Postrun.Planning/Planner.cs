using Postrun.Linux;
using Postrun.Model;

namespace Postrun.Planning;

/// <summary>Makes a plan from what is declared and what is there. Reads only.</summary>
/// <param name="progress">Is told how many entries were looked at.</param>
public sealed class Planner(RunDescriptor descriptor, IRetentionPolicy policy, TimeProvider time, WorkProgress? progress = null)
{
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
        var patterns = new PatternFacts(descriptor.Workspace);
        var open = OpenFiles.Read(opened.Select(r => r.Plan.Device).ToHashSet());
        var walk = Walk(opened, patterns, null, open, cancellation);
        // Only where a file that is kept has several names can another name of it be condemned: then look again, knowing.
        if (walk.Links.AnyKept)
        {
            opened = Open(roots, mounts, left = [.. refused]);
            walk = Walk(opened, patterns, walk.Links, open, cancellation);
        }
        var steps = new StepList(walk.Folded, opened.Select(r => r.Plan.Path).ToHashSet());
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
            Roots = [.. opened.Select(r => r.Plan)],
            Decisions = steps.Decisions,
            Steps = steps.Steps,
            Left = [.. left.Concat(walk.Left).Concat(steps.Undecided).OrderBy(l => l.Path)],
        };
    }

    private InventoryWalk Walk(
        IReadOnlyList<InventoryRoot> roots, PatternFacts patterns, Links? linkedToKept, OpenFiles open, CancellationToken cancellation)
    {
        using var pool = new WorkerPool(progress);
        using var walk = new InventoryWalk(
            pool, patterns, policy, linkedToKept, open, roots.Select(r => r.Plan.Path).ToHashSet(), Foreign(roots), cancellation);
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
