using Postrun.Model;
using Postrun.Rego;

namespace Postrun.Planning;

/// <summary>
/// Policies that give three sets of files, <c>keep</c>, <c>delete_now</c> and <c>delete_in_days</c>, of an input that holds
/// the files by name with their <c>class</c> and <c>days</c>. Class and term are what the policy before it says.
/// </summary>
internal static class FileSetPolicy
{
    public static Decision Decide(
        LoadedPolicy policy, RegoEvaluator evaluator, RegoRecord item, Decision proposed, RunDescriptor descriptor, DateTimeOffset runEnd, DateTimeOffset now)
    {
        var name = item.Get("path")!;
        var input = RegoObject.Of([KeyValuePair.Create<RegoValue, RegoValue>(name, Facts(item, proposed, runEnd))]);
        var sets = policy.FileSets.Select(set => evaluator.Evaluate(set, input) is { } files && Holds(files, name)).ToArray();
        var (keep, now_, later) = (sets[0], sets[1], sets[2]);
        var terms = descriptor.Retention;
        var reasons = policy.FileSets.Where((_, i) => sets[i]).Select(set => new Reason(set.ToString(), "names this item"));
        if (keep)
            return Made(DataClass.Evidence, terms.Evidence, Treatment.Keep, now_ || later);
        if (now_)
            return Made(DataClass.Transient, terms.Transient, Treatment.Delete, later);
        if (later)
            return Made(DataClass.Intermediate, terms.Intermediate, terms.Intermediate.Code.DueAfter(runEnd) <= now ? Treatment.Delete : Treatment.Keep, conflict: false);
        return FailClosed.Undecided("data.retention", "no set of the policy names this item");

        Decision Made(DataClass dataClass, RetentionTerm term, Treatment treatment, bool conflict) => new()
        {
            Class = dataClass,
            Retention = term.Code,
            DeleteAfter = term.Code.DueAfter(runEnd),
            LegalBasis = term.LegalBasis,
            Responsible = term.Responsible,
            Treatment = treatment,
            Conflict = conflict,
            Reasons = [.. reasons, .. proposed.Reasons],
        };
    }

    private static RegoObject Facts(RegoRecord item, Decision proposed, DateTimeOffset runEnd)
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
