using System.Text.RegularExpressions;
using Postrun.Redaction.Rules;

namespace Postrun.Redaction.Secrets;

/// <summary>Microsoft Azure, by the names that stand beside the values.</summary>
internal static partial class AzureRules
{
    private static readonly RuleSource Azure = new(RuleCategory.Cloud, "https://learn.microsoft.com/purview/sit-defn-all-creds");
    private static readonly RuleSource Storage = new(RuleCategory.Cloud, "https://learn.microsoft.com/azure/storage/common/storage-sas-overview");

    internal static IEnumerable<Rule> All =>
    [
        Storage.Assigned("azure-storage-account-key", "Azure Storage account key", Severity.Critical, AzureStorageAccountKey,
            ["accountkey", "account_key", "account-key", "storage_key", "storagekey", "storage-key"]),
        Storage.Assigned("azure-sas-signature", "Azure shared access signature", Severity.High, AzureSasSignature,
            ["?sig", "&sig", "0026sig", "amp;sig"]),
        Azure.Assigned("azure-shared-access-key", "Azure shared access key", Severity.Critical, AzureSharedAccessKey,
            ["sharedaccesskey", "shared_access_key"]),
        Azure.Assigned("azure-connection-access-key", "Access key in an Azure connection string", Severity.Critical, AzureConnectionAccessKey,
            [";accesskey"]),
        Azure.Token("azure-ad-client-secret", "Microsoft Entra client secret", Severity.Critical, AzureAdClientSecret,
            ["0Q~", "1Q~", "2Q~", "3Q~", "4Q~", "5Q~", "6Q~", "7Q~", "8Q~", "9Q~"], lead: 3),
        Azure.Assigned("azure-subscription-key", "Azure API Management subscription key", Severity.High, AzureSubscriptionKey,
            ["subscription-key", "subscription_key"]),
        Azure.Assigned("azure-publishing-password", "Azure App Service publishing password", Severity.Critical, AzurePublishingPassword, ["userpwd"]),
    ];

    [GeneratedRegex("[0-9A-Za-z+/]{86}==")]
    private static partial Regex AzureStorageAccountKey { get; }

    [GeneratedRegex("[0-9A-Za-z+/]{43}=|(?:[0-9A-Za-z]|%2[BFbf]){43}%3[Dd]")]
    private static partial Regex AzureSasSignature { get; }

    [GeneratedRegex("[0-9A-Za-z+/]{43}=")]
    private static partial Regex AzureSharedAccessKey { get; }

    [GeneratedRegex("[0-9A-Za-z+/]{43}=|[0-9A-Za-z+/]{86}==")]
    private static partial Regex AzureConnectionAccessKey { get; }

    [GeneratedRegex("[0-9A-Za-z_~.-]{3}[0-9]Q~[0-9A-Za-z_~.-]{31,34}")]
    private static partial Regex AzureAdClientSecret { get; }

    [GeneratedRegex("[0-9A-Fa-f]{32}")]
    private static partial Regex AzureSubscriptionKey { get; }

    [GeneratedRegex("[0-9A-Za-z]{60}")]
    private static partial Regex AzurePublishingPassword { get; }
}
