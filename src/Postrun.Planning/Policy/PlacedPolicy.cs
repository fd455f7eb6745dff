using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Postrun.Model;

namespace Postrun.Planning;

/// <summary>Lets a policy decide, and adds to what stays where a finding in it would lie.</summary>
/// <remarks>Evidence and the package come first: what is declared to be a log and is one of these is not rewritten.</remarks>
public sealed class PlacedPolicy(IRetentionPolicy policy) : IRetentionPolicy
{
    private readonly ConcurrentDictionary<(DecisionKey, FindingPlace), Decision> placed = new();

    public PolicyIdentity Identity => policy.Identity;

    public Decision Decide(in ItemFacts facts)
    {
        var decision = policy.Decide(facts);
        if (decision.Treatment != Treatment.Keep)
            return decision;
        var place = PlaceOf(decision, facts);
        // Equal decisions stay one object, so that a million items need no million of them.
        return placed.TryGetValue((new(decision), place), out var known) ? known : placed.GetOrAdd((new(decision), place), decision with { Place = place });
    }

    public bool Answer(CancellationToken cancellation) => policy.Answer(cancellation);

    private static FindingPlace PlaceOf(Decision decision, in ItemFacts facts) =>
        facts.InPackage ? FindingPlace.Package
        : facts.Evidence >= 0 || facts.Origin == RootOrigin.Cache || decision.Class == DataClass.Undecided ? FindingPlace.Evidence
        : facts.IsLog ? FindingPlace.Log
        : decision.Class == DataClass.Evidence ? FindingPlace.Evidence
        : FindingPlace.File;

    /// <summary>A decision by its identity.</summary>
    private readonly struct DecisionKey(Decision decision) : IEquatable<DecisionKey>
    {
        private readonly Decision decision = decision;

        public bool Equals(DecisionKey other) => ReferenceEquals(decision, other.decision);

        public override bool Equals(object? obj) => obj is DecisionKey other && Equals(other);

        public override int GetHashCode() => RuntimeHelpers.GetHashCode(decision);
    }
}
