namespace Postrun.Redaction.Tests.Samples;

internal static class AllSamples
{
    internal static IReadOnlyList<RuleSample> List { get; } =
    [
        .. SourceControlSamples.All,
        .. ModelLabSamples.All,
        .. ModelApiSamples.All,
        .. ModelHostSamples.All,
        .. ComputeHostSamples.All,
        .. ModelToolSamples.All,
        .. DataToolSamples.All,
        .. ExperimentTrackerSamples.All,
        .. ChatSamples.All,
        .. TeamChatSamples.All,
        .. MailSamples.All,
        .. NotificationSamples.All,
        .. PaymentSamples.All,
        .. PaymentGatewaySamples.All,
        .. CommerceSamples.All,
        .. BrazilianPaymentSamples.All,
        .. BrazilianServiceSamples.All,
        .. MonitoringSamples.All,
        .. AlertingSamples.All,
        .. TelemetrySamples.All,
        .. IdentitySamples.All,
        .. CollaborationSamples.All,
        .. CustomerSamples.All,
        .. ContentSamples.All,
        .. SocialSamples.All,
        .. DeveloperServiceSamples.All,
        .. AutomationSamples.All,
        .. SecurityServiceSamples.All,
    ];
}
