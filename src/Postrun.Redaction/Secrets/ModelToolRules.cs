using System.Text.RegularExpressions;
using Postrun.Redaction.Rules;

namespace Postrun.Redaction.Secrets;

/// <summary>Services that stand around models: embeddings, traces, gateways.</summary>
internal static partial class ModelToolRules
{
    private static readonly RuleSource Voyage = new(RuleCategory.ModelProvider, "https://docs.voyageai.com/docs/api-key-and-installation");
    private static readonly RuleSource Jina = new(RuleCategory.ModelProvider, "https://jina.ai/embeddings/");
    private static readonly RuleSource Langsmith = new(RuleCategory.ModelProvider, "https://docs.smith.langchain.com/administration/how_to_guides/organization_management/create_account_api_key");
    private static readonly RuleSource Langfuse = new(RuleCategory.ModelProvider, "https://langfuse.com/faq/all/where-are-langfuse-api-keys");
    private static readonly RuleSource Tavily = new(RuleCategory.ModelProvider, "https://docs.tavily.com/documentation/api-reference/introduction");
    private static readonly RuleSource Exa = new(RuleCategory.ModelProvider, "https://docs.exa.ai");
    private static readonly RuleSource Firecrawl = new(RuleCategory.ModelProvider, "https://docs.firecrawl.dev/api-reference/introduction");
    private static readonly RuleSource LlamaCloud = new(RuleCategory.ModelProvider, "https://docs.cloud.llamaindex.ai");
    private static readonly RuleSource LitellmMaster = new(RuleCategory.ModelProvider, "https://docs.litellm.ai/docs/proxy/virtual_keys");

    internal static IEnumerable<Rule> All =>
    [
        Voyage.Named("voyage-api-key", "Voyage AI API key", Severity.High, VoyageApiKey, ["voyage", "atlas_api"]),
        Jina.Token("jina-api-key", "Jina AI API key", Severity.High, JinaApiKey, ["jina_"]),
        Langsmith.Token("langsmith-api-key", "LangSmith API key", Severity.High, LangsmithApiKey, ["lsv2_"]),
        Langfuse.Token("langfuse-secret-key", "Langfuse secret key", Severity.High, LangfuseSecretKey, ["sk-lf-"]),
        Langfuse.Token("langfuse-public-key", "Langfuse public key", Severity.Low, LangfusePublicKey, ["pk-lf-"]),
        Tavily.Token("tavily-api-key", "Tavily API key", Severity.High, TavilyApiKey, ["tvly-"]),
        Exa.Named("exa-api-key", "Exa API key", Severity.High, SharedForms.Uuid, ["exa_api", "exaapi"]),
        Firecrawl.Named("firecrawl-api-key", "Firecrawl API key", Severity.High, FirecrawlApiKey, ["firecrawl"]),
        LlamaCloud.Token("llama-cloud-api-key", "LlamaCloud API key", Severity.High, LlamaCloudApiKey, ["llx-"]),
        LitellmMaster.Named("litellm-master-key", "LiteLLM master key", Severity.Critical, LitellmMasterKey, ["litellm"]),
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
