using System.Collections.Concurrent;
using Postrun.Model;

/// <summary>The least that decides: classes and terms, without links, conflicts and reasons. A lower bound for any policy.</summary>
internal sealed class HardCoded(RunDescriptor descriptor, DateTimeOffset now) : IRetentionPolicy
{
    private readonly ConcurrentDictionary<(int, int, int, int, bool, RootOrigin), Decision> decisions = new();

    public PolicyIdentity Identity { get; } = new("hard-coded", "", "");

    public Decision Decide(in ItemFacts facts)
    {
        var grounds = (facts.Evidence, facts.Keep, facts.Intermediate, facts.Transient, facts.InPackage, facts.Origin);
        return decisions.TryGetValue(grounds, out var known) ? known : decisions.GetOrAdd(grounds, Decide);
    }

    private Decision Decide((int Evidence, int Keep, int Intermediate, int Transient, bool InPackage, RootOrigin Origin) grounds)
    {
        var (dataClass, term) = grounds switch
        {
            { InPackage: true } or { Evidence: >= 0 } or { Keep: >= 0 } => (DataClass.Evidence, descriptor.Retention.Evidence),
            { Intermediate: >= 0 } => (DataClass.Intermediate, descriptor.Retention.Intermediate),
            _ => (DataClass.Transient, descriptor.Retention.Transient),
        };
        var due = term.Code.DueAfter(descriptor.Run.FinishedAt ?? now);
        return new()
        {
            Class = dataClass,
            Retention = term.Code,
            DeleteAfter = due,
            Treatment = dataClass == DataClass.Transient || (dataClass == DataClass.Intermediate && due <= now) ? Treatment.Delete : Treatment.Keep,
            Reasons = [new("hard-coded", "so it is written")],
        };
    }
}
