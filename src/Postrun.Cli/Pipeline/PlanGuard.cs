using Postrun.Model;
using Postrun.Planning;

namespace Postrun.Cli.Pipeline;

/// <summary>
/// A plan that comes from a file, or from a journal that somebody may have put there, is a claim: it may do only what
/// this descriptor, on this machine, lets a plan do.
/// </summary>
internal static class PlanGuard
{
    /// <summary>Requires that a plan is of this descriptor, this run and these directories.</summary>
    /// <exception cref="CommandException">it is not</exception>
    public static void RequireOurs(Plan plan, Preparation preparation)
    {
        if (plan.Roots.IsDefault || plan.Decisions.IsDefault || plan.Steps.IsDefault || plan.Left.IsDefault
            || plan.Roots.Any(static root => root is null) || plan.Decisions.Any(static decision => decision is null) || plan.Left.Any(static item => item is null))
            throw CommandException.Usage("the plan is not whole; plan again");
        var descriptor = preparation.Descriptor;
        if (plan.DescriptorDigest != descriptor.Digest || plan.EvidenceDirectory != descriptor.EvidenceDirectory
            || plan.Run.Id != descriptor.Run.Id || plan.Run.Outcome != descriptor.Run.Outcome || plan.Confirmation != descriptor.Confirmation)
            throw CommandException.Usage("the plan was made from another descriptor, or in another place or environment; restore these, or plan again");
        foreach (var root in plan.Roots)
            if (root.Origin == RootOrigin.Workspace && !preparation.Roots.Any(allowed => allowed.Path == root.Path && allowed.Prefix == root.Prefix))
                throw CommandException.Usage($"the plan has the root {root.Path}, which the descriptor does not name; plan again");
        for (var number = 0; number < plan.Steps.Length; number++)
            if (plan.Steps[number] is not { } step || step.Number != number
                || step.Root < 0 || step.Root >= plan.Roots.Length || step.Decision < 0 || step.Decision >= plan.Decisions.Length)
                throw CommandException.Usage($"step {number} of the plan is malformed; plan again");
    }

    /// <summary>Requires that a plan removes nothing that a plan made now would keep.</summary>
    /// <exception cref="CommandException">it does; or something that must stay has appeared since; or there is no policy to ask</exception>
    public static void RequireNoMoreThan(Plan fresh, Plan plan, TimeProvider time)
    {
        if (PolicyFailure.Of(fresh) is { } why)
            throw new CommandException(ExitCode.Left, why);
        if (plan.Policy != fresh.Policy)
            throw CommandException.Usage($"the plan was made by the policy {plan.Policy.Name} {plan.Policy.Version} ({plan.Policy.Digest}), and now {fresh.Policy.Name} {fresh.Policy.Version} ({fresh.Policy.Digest}) decides; plan again");
        if (plan.Redaction != fresh.Redaction)
            throw CommandException.Usage("the plan has what stays looked through by other rules, another policy or another key than now, or not at all; plan again");
        if (plan.AsOf > time.GetUtcNow())
            throw CommandException.Usage("the plan speaks of a later time than now; plan again");
        foreach (var root in plan.Roots)
            if (!fresh.Roots.Any(allowed => allowed.Path == root.Path && allowed.Origin == root.Origin))
                throw CommandException.Usage($"the plan has the root {root.Path}, which a plan made now has not; plan again");
        var (planned, now) = (Treatments(plan), Treatments(fresh));
        foreach (var (path, treatment) in now)
            if (treatment == Treatment.Keep && At(planned, path) == Treatment.Delete)
                throw CommandException.Usage($"the plan would remove {path}, which must stay; plan again");
        var (places, placesNow) = (Places(plan), Places(fresh));
        foreach (var path in places.Keys.Concat(placesNow.Keys))
            if (At(planned, path) == Treatment.Keep && At(now, path) == Treatment.Keep && PlaceAt(places, path)?.IsRewritable() == true && PlaceAt(placesNow, path)?.IsRewritable() != true)
                throw CommandException.Usage($"the plan would rewrite {path}, which must stay as it is; plan again");
        using var probe = new PathProbe();
        foreach (var (path, treatment) in planned)
            if (treatment == Treatment.Delete && At(now, path) != Treatment.Delete && probe.Exists(path))
                throw CommandException.Usage($"the plan would remove {path}, which must stay; plan again");
    }

    private static Dictionary<UnixPath, Treatment> Treatments(Plan plan)
    {
        var treatments = new Dictionary<UnixPath, Treatment>();
        foreach (var step in plan.Steps)
            if (!treatments.TryAdd(plan.Roots[step.Root].Path.Join(step.Path.Bytes), plan.Decisions[step.Decision].Treatment))
                throw CommandException.Usage($"the plan has two steps for {plan.Roots[step.Root].Path.Join(step.Path.Bytes)}; plan again");
        return treatments;
    }

    private static Dictionary<UnixPath, FindingPlace?> Places(Plan plan) =>
        plan.Steps.ToDictionary(step => plan.Roots[step.Root].Path.Join(step.Path.Bytes), step => plan.Decisions[step.Decision].Place);

    private static FindingPlace? PlaceAt(Dictionary<UnixPath, FindingPlace?> places, UnixPath path)
    {
        for (var at = path; at.Bytes.Length > 1; at = at.Parent)
            if (places.TryGetValue(at, out var place))
                return place;
        return null;
    }

    /// <summary>What the nearest step at or above a path says; outside every step things stay.</summary>
    private static Treatment At(Dictionary<UnixPath, Treatment> treatments, UnixPath path)
    {
        for (var at = path; at.Bytes.Length > 1; at = at.Parent)
            if (treatments.TryGetValue(at, out var treatment))
                return treatment;
        return Treatment.Keep;
    }
}
