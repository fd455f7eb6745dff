using Postrun.Model;

namespace Postrun.Planning;

/// <summary>What holds whatever a policy says.</summary>
internal static class FailClosed
{
    /// <summary>Nothing is removed on a decision that could not be had.</summary>
    public static Decision Undecided(string rule, string why) => new()
    {
        Class = DataClass.Undecided,
        Retention = null,
        DeleteAfter = null,
        Treatment = Treatment.Keep,
        Reasons = [new(rule, why)],
    };

    public static bool IsDeclaredToStay(in ItemFacts facts) =>
        facts.InPackage || facts.Evidence >= 0 || facts.Keep >= 0 || facts.LinkedToKept || facts.LedToByKept;

    /// <summary>What is declared to stay stays, also where the policy would have it deleted; and the plan says that they disagree.</summary>
    public static Decision Overruled(Decision decision, RetentionTerm evidence, DateTimeOffset runEnd) => new()
    {
        Class = DataClass.Evidence,
        Retention = evidence.Code,
        DeleteAfter = evidence.Code.DueAfter(runEnd),
        LegalBasis = evidence.LegalBasis,
        Responsible = evidence.Responsible,
        Treatment = Treatment.Keep,
        Conflict = true,
        Reasons = [new("conflict.policy", "is declared to stay, or linked to what is; the policy would delete it"), .. decision.Reasons],
    };
}
