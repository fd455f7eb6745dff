namespace Postrun.Redaction.Tests.Samples;

internal static class AllSamples
{
    internal static IReadOnlyList<RuleSample> List { get; } =
    [
        .. SourceControlSamples.All,
    ];
}
