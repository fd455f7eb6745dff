using System.Text.RegularExpressions;
using Postrun.Redaction.Detection;
using Postrun.Redaction.Rules;

namespace Postrun.Redaction.Secrets;

/// <summary>Services that stand around models: embeddings, traces, gateways.</summary>
internal static partial class ModelToolRules
{
    internal static IEnumerable<Rule> All =>
    [
        new()
        {
            Id = "voyage-api-key",
            Name = "Voyage AI API key",
            Reference = "https://docs.voyageai.com/docs/api-key-and-installation",
            Severity = Severity.High,
            Category = RuleCategory.ModelProvider,
            Detector = new AssignedDetector(VoyageApiKey) { Literals = ["voyage", "atlas_api"], NamesSecret = true },
        },
        new()
        {
            Id = "jina-api-key",
            Name = "Jina AI API key",
            Reference = "https://jina.ai/embeddings/",
            Severity = Severity.High,
            Category = RuleCategory.ModelProvider,
            Detector = new TokenDetector(JinaApiKey) { Literals = ["jina_"] },
        },
        new()
        {
            Id = "langsmith-api-key",
            Name = "LangSmith API key",
            Reference = "https://docs.smith.langchain.com/administration/how_to_guides/organization_management/create_account_api_key",
            Severity = Severity.High,
            Category = RuleCategory.ModelProvider,
            Detector = new TokenDetector(LangsmithApiKey) { Literals = ["lsv2_"] },
        },
        new()
        {
            Id = "langfuse-secret-key",
            Name = "Langfuse secret key",
            Reference = "https://langfuse.com/faq/all/where-are-langfuse-api-keys",
            Severity = Severity.High,
            Category = RuleCategory.ModelProvider,
            Detector = new TokenDetector(LangfuseSecretKey) { Literals = ["sk-lf-"] },
        },
        new()
        {
            Id = "langfuse-public-key",
            Name = "Langfuse public key",
            Reference = "https://langfuse.com/faq/all/where-are-langfuse-api-keys",
            Severity = Severity.Low,
            Category = RuleCategory.ModelProvider,
            Detector = new TokenDetector(LangfusePublicKey) { Literals = ["pk-lf-"] },
        },
        new()
        {
            Id = "tavily-api-key",
            Name = "Tavily API key",
            Reference = "https://docs.tavily.com/documentation/api-reference/introduction",
            Severity = Severity.High,
            Category = RuleCategory.ModelProvider,
            Detector = new TokenDetector(TavilyApiKey) { Literals = ["tvly-"] },
        },
        new()
        {
            Id = "exa-api-key",
            Name = "Exa API key",
            Reference = "https://docs.exa.ai",
            Severity = Severity.High,
            Category = RuleCategory.ModelProvider,
            Detector = new AssignedDetector(Forms.Uuid) { Literals = ["exa_api", "exaapi"], NamesSecret = true },
        },
        new()
        {
            Id = "firecrawl-api-key",
            Name = "Firecrawl API key",
            Reference = "https://docs.firecrawl.dev/api-reference/introduction",
            Severity = Severity.High,
            Category = RuleCategory.ModelProvider,
            Detector = new AssignedDetector(FirecrawlApiKey) { Literals = ["firecrawl"], NamesSecret = true },
        },
        new()
        {
            Id = "llama-cloud-api-key",
            Name = "LlamaCloud API key",
            Reference = "https://docs.cloud.llamaindex.ai",
            Severity = Severity.High,
            Category = RuleCategory.ModelProvider,
            Detector = new TokenDetector(LlamaCloudApiKey) { Literals = ["llx-"] },
        },
        new()
        {
            Id = "litellm-master-key",
            Name = "LiteLLM master key",
            Reference = "https://docs.litellm.ai/docs/proxy/virtual_keys",
            Severity = Severity.Critical,
            Category = RuleCategory.ModelProvider,
            Detector = new AssignedDetector(LitellmMasterKey) { Literals = ["litellm"], NamesSecret = true },
        },
    ];

    [GeneratedRegex("(?:pa|al)-[0-9A-Za-z_-]{43}")]
    private static partial Regex VoyageApiKey { get; }

    [GeneratedRegex("jina_[0-9a-f]{32}[0-9A-Za-z_-]{28}")]
    private static partial Regex JinaApiKey { get; }

    [GeneratedRegex("lsv2_(?:pt|sk)_[0-9a-f]{32}_[0-9a-f]{10}")]
    private static partial Regex LangsmithApiKey { get; }

    [GeneratedRegex("sk-lf-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")]
    private static partial Regex LangfuseSecretKey { get; }

    [GeneratedRegex("pk-lf-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")]
    private static partial Regex LangfusePublicKey { get; }

    [GeneratedRegex("tvly-(?:dev-|prod-)?[0-9A-Za-z]{24,40}")]
    private static partial Regex TavilyApiKey { get; }

    [GeneratedRegex("fc-[0-9a-f]{32}")]
    private static partial Regex FirecrawlApiKey { get; }

    [GeneratedRegex("llx-[0-9A-Za-z]{48}")]
    private static partial Regex LlamaCloudApiKey { get; }

    [GeneratedRegex("sk-[0-9A-Za-z_-]{16,60}")]
    private static partial Regex LitellmMasterKey { get; }
}
