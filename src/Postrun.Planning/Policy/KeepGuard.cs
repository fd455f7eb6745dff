using System.Collections.Concurrent;
using Postrun.Model;

namespace Postrun.Planning;

/// <summary>Where every decision passes, whoever made it: what is declared to stay stays.</summary>
internal sealed class KeepGuard(RunDescriptor descriptor, DateTimeOffset now)
{
    private readonly DateTimeOffset runEnd = descriptor.Run.FinishedAt ?? now;
    private readonly ConcurrentDictionary<Decision, Decision> overruled = new(ReferenceEqualityComparer.Instance);

    public Decision Check(Decision decision, in ItemFacts facts) => decision.Treatment == Treatment.Delete && FailClosed.IsDeclaredToStay(facts)
        ? overruled.GetOrAdd(decision, made => FailClosed.Overruled(made, descriptor.Retention.Evidence, runEnd))
        : decision;
}
