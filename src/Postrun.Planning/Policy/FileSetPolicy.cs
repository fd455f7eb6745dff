using System.Collections.Concurrent;
using System.Collections.Immutable;
using Postrun.Model;
using Postrun.Rego;

namespace Postrun.Planning;

/// <summary>
/// Policies that give three sets of files, <c>keep</c>, <c>delete_now</c> and <c>delete_in_days</c>, of an input that holds
/// the files by name with their <c>class</c> and <c>days</c>. Class and term are what the policy before it says.
/// </summary>
internal sealed class FileSetPolicy(ImmutableArray<RegoDocument> sets, RunDescriptor descriptor, DateTimeOffset now)
{
    private readonly DateTimeOffset runEnd = descriptor.Run.FinishedAt ?? now;
    private readonly ConcurrentDictionary<(Decision Proposed, bool Keep, bool Now, bool Later), Decision> decisions = new();

    public Decision Decide(RegoEvaluator evaluator, RegoRecord item, Decision proposed)
    {
        var name = item.Get("path")!;
        var input = Input(item, proposed);
        var named = sets.Select(set => evaluator.Evaluate(set, input) is { } files && Holds(files, name)).ToArray();
        return decisions.GetOrAdd((proposed, named[0], named[1], named[2]), Made);
    }

    /// <summary>The files by name: here one.</summary>
    public RegoObject Input(RegoRecord item, Decision proposed) => RegoObject.Of([KeyValuePair.Create<RegoValue, RegoValue>(item.Get("path")!, Facts(item, proposed))]);

    private Decision Made((Decision Proposed, bool Keep, bool Now, bool Later) answer)
    {
        var terms = descriptor.Retention;
        if (answer.Keep)
            return Made(answer, DataClass.Evidence, terms.Evidence, Treatment.Keep, answer.Now || answer.Later);
        if (answer.Now)
            return Made(answer, DataClass.Transient, terms.Transient, Treatment.Delete, answer.Later);
        if (answer.Later)
            return Made(answer, DataClass.Intermediate, terms.Intermediate, terms.Intermediate.Code.DueAfter(runEnd) <= now ? Treatment.Delete : Treatment.Keep, conflict: false);
        return FailClosed.Undecided("data.retention", "no set of the policy names this item");
    }

    private Decision Made((Decision Proposed, bool Keep, bool Now, bool Later) answer, DataClass dataClass, RetentionTerm term, Treatment treatment, bool conflict)
    {
        bool[] named = [answer.Keep, answer.Now, answer.Later];
        return new()
        {
            Class = dataClass,
            Retention = term.Code,
            DeleteAfter = term.Code.DueAfter(runEnd),
            LegalBasis = term.LegalBasis,
            Responsible = term.Responsible,
            Treatment = treatment,
            Conflict = conflict,
            Reasons = [.. sets.Where((_, i) => named[i]).Select(static set => new Reason(set.ToString(), "names this item")), .. answer.Proposed.Reasons],
        };
    }

    private RegoObject Facts(RegoRecord item, Decision proposed)
    {
        var days = proposed.DeleteAfter is { } due ? RegoNumber.Of((long)(due - runEnd).TotalDays) : (RegoValue)RegoNull.Value;
        return RegoObject.Of(item.Append(new(new RegoString("class"), new RegoString(proposed.Class.ToString().ToUpperInvariant()))).Append(new(new RegoString("days"), days)));
    }

    private static bool Holds(RegoValue files, RegoValue name) => files switch
    {
        RegoSet set => set.Contains(name),
        RegoObject entries => entries.Get(name) is not null and not RegoBoolean { Value: false },
        _ => throw new PolicyAnswerException($"a set of files is expected of the policy, not a value of type {files.TypeName}"),
    };
}
