namespace Postrun.Redaction.Tests.Samples;

internal static class AllSamples
{
    internal static IReadOnlyList<RuleSample> List { get; } =
    [
        .. AwsSamples.All,
        .. GoogleCloudSamples.All,
        .. AzureSamples.All,
        .. AzureSignedSamples.All,
        .. CloudSamples.All,
        .. EdgeSamples.All,
        .. SourceControlSamples.All,
        .. BrazilSamples.All,
        .. InternationalSamples.All,
        .. UnitedStatesSamples.All,
        .. EuropeSamples.All,
        .. UnitedKingdomSamples.All,
        .. GitLabSamples.All,
        .. ContinuousIntegrationSamples.All,
        .. SecretStoreSamples.All,
        .. RegistrySamples.All,
        .. DatabaseSamples.All,
        .. PrivateKeySamples.All,
        .. KeyFileSamples.All,
        .. ConnectionSamples.All,
        .. DatabaseAddressSamples.All,
        .. FrameworkSamples.All,
        .. GenericSamples.All,
    ];
}
