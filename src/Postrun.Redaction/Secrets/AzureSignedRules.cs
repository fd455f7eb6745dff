using System.Text.RegularExpressions;
using Postrun.Redaction.Rules;
using Postrun.Redaction.Validation;

namespace Postrun.Redaction.Secrets;

/// <summary>Keys of Azure that hold a mark of the service at a fixed place.</summary>
internal static partial class AzureSignedRules
{
    private static readonly RuleSource Azure = new(RuleCategory.Cloud, "https://learn.microsoft.com/purview/sit-defn-all-creds");

    internal static IEnumerable<Rule> All =>
    [
        Azure.Token("azure-signed-key", "Azure key with a signature", Severity.Critical, AzureSignedKey, ["JQQJ9"], Strength.Verified, lead: 52),
        Azure.Token("azure-storage-signed-key", "Azure Storage key", Severity.Critical, AzureStorageSignedKey, ["+ASt"], Strength.Verified, lead: 76),
        Azure.Token("azure-cosmos-db-key", "Azure Cosmos DB key", Severity.Critical, AzureCosmosDbKey, ["ACDb"], Strength.Verified, lead: 76),
        Azure.Token("azure-batch-key", "Azure Batch key", Severity.Critical, AzureBatchKey, ["+ABa"], Strength.Verified, lead: 76),
        Azure.Token("azure-machine-learning-key", "Azure Machine Learning key", Severity.Critical, AzureMachineLearningKey,
            ["+AMC"], Strength.Verified, lead: 76),
        Azure.Token("azure-api-management-key", "Azure API Management key", Severity.Critical, AzureApiManagementKey,
            ["APIM"], Strength.Verified, lead: 76),
        Azure.Token("azure-service-bus-key", "Azure Service Bus key", Severity.Critical, AzureServiceBusKey, ["+ASb"], Strength.Verified, lead: 33),
        Azure.Token("azure-event-hubs-key", "Azure Event Hubs key", Severity.Critical, AzureEventHubsKey, ["+AEh"], Strength.Verified, lead: 33),
        Azure.Token("azure-relay-key", "Azure Relay key", Severity.Critical, AzureRelayKey, ["+ARm"], Strength.Verified, lead: 33),
        Azure.Token("azure-iot-key", "Azure IoT key", Severity.Critical, AzureIotKey, ["AIoT"], Strength.Verified, lead: 33),
        Azure.Token("azure-event-grid-key", "Azure Event Grid key", Severity.Critical, AzureEventGridKey, ["AZEG"], Strength.Verified, lead: 33),
        Azure.Token("azure-cache-key", "Azure Cache for Redis key", Severity.Critical, AzureCacheKey, ["AzCa"], Strength.Verified, lead: 33),
        Azure.Token("azure-search-key", "Azure AI Search key", Severity.Critical, AzureSearchKey, ["AzSe"], Strength.Verified, lead: 42),
        Azure.Token("azure-container-registry-key", "Azure Container Registry password", Severity.Critical, AzureContainerRegistryKey,
            ["+ACR"], Strength.Verified, lead: 42),
        Azure.Token("azure-functions-key", "Azure Functions key", Severity.Critical, AzureFunctionsKey, ["AzFu"], Strength.Verified, lead: 44),
    ];

    [GeneratedRegex("[0-9A-Za-z]{52}JQQJ9[9DH][0-9A-Za-z]{26}")]
    private static partial Regex AzureSignedKey { get; }

    [GeneratedRegex(@"[0-9A-Za-z+/]{76}\+ASt[0-9A-Za-z+/]{6}==")]
    private static partial Regex AzureStorageSignedKey { get; }

    [GeneratedRegex("[0-9A-Za-z+/]{76}ACDb[0-9A-Za-z+/]{6}==")]
    private static partial Regex AzureCosmosDbKey { get; }

    [GeneratedRegex(@"[0-9A-Za-z+/]{76}\+ABa[0-9A-Za-z+/]{6}==")]
    private static partial Regex AzureBatchKey { get; }

    [GeneratedRegex(@"[0-9A-Za-z+/]{76}\+AMC[0-9A-Za-z+/]{6}==")]
    private static partial Regex AzureMachineLearningKey { get; }

    [GeneratedRegex("[0-9A-Za-z+/]{76}APIM[0-9A-Za-z+/]{6}==")]
    private static partial Regex AzureApiManagementKey { get; }

    [GeneratedRegex(@"[0-9A-Za-z+/]{33}\+ASb[0-9A-Za-z+/]{6}=")]
    private static partial Regex AzureServiceBusKey { get; }

    [GeneratedRegex(@"[0-9A-Za-z+/]{33}\+AEh[0-9A-Za-z+/]{6}=")]
    private static partial Regex AzureEventHubsKey { get; }

    [GeneratedRegex(@"[0-9A-Za-z+/]{33}\+ARm[0-9A-Za-z+/]{6}=")]
    private static partial Regex AzureRelayKey { get; }

    [GeneratedRegex("[0-9A-Za-z+/]{33}AIoT[0-9A-Za-z+/]{6}=")]
    private static partial Regex AzureIotKey { get; }

    [GeneratedRegex("[0-9A-Za-z+/]{33}AZEG[0-9A-Za-z+/]{6}=")]
    private static partial Regex AzureEventGridKey { get; }

    [GeneratedRegex("[0-9A-Za-z+/]{33}AzCa[0-9A-Za-z+/]{6}=")]
    private static partial Regex AzureCacheKey { get; }

    [GeneratedRegex("[0-9A-Za-z]{42}AzSe[0-9A-Za-z]{6}")]
    private static partial Regex AzureSearchKey { get; }

    [GeneratedRegex(@"[0-9A-Za-z+/]{42}\+ACR[0-9A-Za-z+/]{6}")]
    private static partial Regex AzureContainerRegistryKey { get; }

    [GeneratedRegex("[0-9A-Za-z_-]{44}AzFu[0-9A-Za-z_-]{6}==")]
    private static partial Regex AzureFunctionsKey { get; }
}
