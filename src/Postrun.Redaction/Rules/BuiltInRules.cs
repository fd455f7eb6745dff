using Postrun.Redaction.Personal;
using Postrun.Redaction.Scanning;
using Postrun.Redaction.Secrets;

namespace Postrun.Redaction.Rules;

/// <summary>The rules that the executable brings.</summary>
public static class BuiltInRules
{
    /// <summary>All of them, each with an id of its own.</summary>
    public static IReadOnlyList<Rule> All { get; } =
    [
        KeyBlock.Rule,
        .. SourceControlRules.All,
        .. BrazilRules.All,
        .. InternationalRules.All,
        .. UnitedStatesRules.All,
        .. EuropeRules.All,
        .. UnitedKingdomRules.All,
        .. AwsRules.All,
        .. GoogleCloudRules.All,
        .. AzureRules.All,
        .. AzureSignedRules.All,
        .. CloudRules.All,
        .. EdgeRules.All,
        .. GitLabRules.All,
        .. ContinuousIntegrationRules.All,
        .. SecretStoreRules.All,
        .. RegistryRules.All,
        .. DatabaseRules.All,
        .. PrivateKeyRules.All,
        .. KeyFileRules.All,
        .. ModelLabRules.All,
        .. ModelApiRules.All,
        .. ModelHostRules.All,
        .. ComputeHostRules.All,
        .. ModelToolRules.All,
        .. DataToolRules.All,
        .. ExperimentTrackerRules.All,
        .. ChatRules.All,
        .. TeamChatRules.All,
        .. MailRules.All,
        .. NotificationRules.All,
        .. PaymentRules.All,
        .. PaymentGatewayRules.All,
        .. CommerceRules.All,
        .. BrazilianPaymentRules.All,
        .. BrazilianServiceRules.All,
        .. MonitoringRules.All,
        .. AlertingRules.All,
        .. TelemetryRules.All,
        .. IdentityRules.All,
        .. CollaborationRules.All,
        .. CustomerRules.All,
        .. ContentRules.All,
        .. SocialRules.All,
        .. DeveloperServiceRules.All,
        .. AutomationRules.All,
        .. SecurityServiceRules.All,
        .. ConnectionRules.All,
        .. DatabaseAddressRules.All,
        .. FrameworkRules.All,
        .. GenericRules.All,
    ];
}
