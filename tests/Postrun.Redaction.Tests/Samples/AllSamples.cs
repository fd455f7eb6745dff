namespace Postrun.Redaction.Tests.Samples;

internal static class AllSamples
{
    internal static IReadOnlyList<RuleSample> List { get; } =
    [
        .. SourceControlSamples.All,
        .. BrazilSamples.All,
        .. InternationalSamples.All,
        .. UnitedStatesSamples.All,
        .. EuropeSamples.All,
        .. UnitedKingdomSamples.All,
    ];
}
