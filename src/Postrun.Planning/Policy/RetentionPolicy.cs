using System.Collections.Concurrent;
using System.Collections.Immutable;
using Postrun.Model;

namespace Postrun.Planning;

/// <summary>
/// The built-in policy, "no evidence, no keep": inside a workspace only what is declared, or lies in the package, stays
/// for its term; a cache goes; keeping wins over every contradiction.
/// </summary>
/// <param name="now">Intermediates that are due at this instant go now.</param>
public sealed class RetentionPolicy(RunDescriptor descriptor, DateTimeOffset now) : IRetentionPolicy
{
    private readonly ConcurrentDictionary<Grounds, Decision> decisions = new();
    private readonly DateTimeOffset runEnd = descriptor.Run.FinishedAt ?? now;

    /// <summary>The policy is code of this program: its digest is that of its name and version.</summary>
    public PolicyIdentity Identity { get; } = new(
        "postrun.retention", "1", CanonicalJson.Digest("postrun.retention/1"u8));

    public Decision Decide(in ItemFacts facts)
    {
        var grounds = new Grounds(
            facts.Evidence, facts.Keep, facts.Intermediate, facts.Transient, facts.InPackage, facts.LinkedToKept, facts.LedToByKept, facts.Origin, facts.Cache);
        return decisions.TryGetValue(grounds, out var known) ? known : decisions.GetOrAdd(grounds, Decide);
    }

    /// <summary>All that this policy looks at.</summary>
    private readonly record struct Grounds(
        int Evidence, int Keep, int Intermediate, int Transient, bool InPackage, bool LinkedToKept, bool LedToByKept, RootOrigin Origin, string? Cache);

    private Decision Decide(Grounds grounds)
    {
        var workspace = descriptor.Workspace;
        var keep = new List<Reason>();
        if (grounds.LinkedToKept)
            keep.Add(new("conflict.hardLink", "is another name of a file that is kept"));
        if (grounds.LedToByKept)
            keep.Add(new("conflict.symbolicLink", "is what a symbolic link that is kept leads to"));
        var byLinkAlone = keep.Count;
        if (grounds.InPackage)
            keep.Add(new("workspace.package", $"lies in the package {workspace.Package}; its signature is not checked here"));
        Declared(keep, "workspace.evidence", workspace.Evidence, grounds.Evidence);
        Declared(keep, "workspace.keep", workspace.Keep, grounds.Keep);
        var shortly = new List<Reason>();
        Declared(shortly, "workspace.intermediate", workspace.Intermediate, grounds.Intermediate);
        var away = new List<Reason>();
        Declared(away, "workspace.transient", workspace.Transient, grounds.Transient);
        if (grounds.Origin == RootOrigin.Cache)
            away.Add(new("cache", $"is the content of the cache {grounds.Cache}"));

        var terms = descriptor.Retention;
        if (keep.Count > 0)
            return Decide(DataClass.Evidence, terms.Evidence, [.. keep, .. shortly, .. away], keep.Count == byLinkAlone || shortly.Count + away.Count > 0);
        if (shortly.Count > 0)
            return Decide(DataClass.Intermediate, terms.Intermediate, [.. shortly, .. away], away.Count > 0);
        if (away.Count > 0)
            return Decide(DataClass.Transient, terms.Transient, [.. away], conflict: false);
        return workspace.Unmatched == DataClass.Transient
            ? Decide(DataClass.Transient, terms.Transient, [new("workspace.unmatched", "is neither packaged nor declared evidence")], conflict: false)
            : new()
            {
                Class = DataClass.Undecided,
                Retention = null,
                DeleteAfter = null,
                Treatment = Treatment.Keep,
                Reasons = [new("workspace.unmatched", "no pattern of the descriptor matches; declare it, or set workspace.unmatched: transient")],
            };
    }

    private Decision Decide(DataClass dataClass, RetentionTerm term, ImmutableArray<Reason> reasons, bool conflict)
    {
        var due = term.Code.DueAfter(runEnd);
        return new()
        {
            Class = dataClass,
            Retention = term.Code,
            DeleteAfter = due,
            LegalBasis = term.LegalBasis,
            Responsible = term.Responsible,
            // Evidence that is due waits for a person: this job never destroys evidence.
            Treatment = dataClass switch
            {
                DataClass.Transient => Treatment.Delete,
                DataClass.Intermediate when due <= now => Treatment.Delete,
                DataClass.Intermediate => term.BeforeDue,
                _ => Treatment.Keep,
            },
            Conflict = conflict,
            Reasons = reasons,
        };
    }

    private static void Declared(List<Reason> reasons, string rule, ImmutableArray<DeclaredPattern> patterns, int index)
    {
        if (index >= 0)
            reasons.Add(new(rule, $"matches '{patterns[index].Text}' (line {patterns[index].Line})"));
    }
}
