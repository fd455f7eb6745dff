using Postrun.Model;

namespace Postrun.Planning;

/// <summary>A policy that could not be had as a whole: then nothing of it counts, and everything is kept.</summary>
public static class PolicyFailure
{
    internal const string Rule = "policy.opa";

    /// <summary>Why no policy decided on anything in a plan; <see langword="null"/> where one did.</summary>
    public static string? Of(Plan plan) => plan.Decisions.Select(Of).FirstOrDefault(static why => why is not null);

    public static string? Of(Decision decision) => decision.Class == DataClass.Undecided && decision.Reasons.FirstOrDefault(static reason => reason.Rule == Rule) is { } reason ? reason.Fact : null;

    internal static Decision Because(string why) => FailClosed.Undecided(Rule, why);
}
