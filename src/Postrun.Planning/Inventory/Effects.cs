using System.Collections.Concurrent;
using Postrun.Model;

namespace Postrun.Planning;

/// <summary>
/// Numbers what decisions amount to. Two decisions that differ only in their reasons have one effect: they need not
/// be two steps.
/// </summary>
internal sealed class Effects
{
    private readonly ConcurrentDictionary<Decision, int> numbers = new(ReferenceEqualityComparer.Instance);
    private readonly ConcurrentDictionary<object, int> effects = new();

    public int Of(Decision decision) => numbers.TryGetValue(decision, out var known) ? known : numbers.GetOrAdd(decision, Number);

    private int Number(Decision decision)
    {
        var effect = (decision.Class, decision.Retention, decision.DeleteAfter, decision.LegalBasis, decision.Responsible, decision.Treatment, decision.Conflict, decision.Place);
        lock (effects)
            return effects.GetOrAdd(effect, effects.Count);
    }
}
