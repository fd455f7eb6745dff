using System.Text.RegularExpressions;
using Postrun.Redaction.Rules;
using Postrun.Redaction.Validation;

namespace Postrun.Redaction.Secrets;

/// <summary>Hosts that answer for models.</summary>
internal static partial class ModelHostRules
{
    private static readonly RuleSource Groq = new(RuleCategory.ModelProvider, "https://console.groq.com/docs/quickstart");
    private static readonly RuleSource Perplexity = new(RuleCategory.ModelProvider, "https://docs.perplexity.ai/getting-started/quickstart");
    private static readonly RuleSource Replicate = new(RuleCategory.ModelProvider, "https://replicate.com/docs/reference/http");
    private static readonly RuleSource Together = new(RuleCategory.ModelProvider, "https://docs.together.ai/docs/quickstart");
    private static readonly RuleSource Fireworks = new(RuleCategory.ModelProvider, "https://docs.fireworks.ai/getting-started/quickstart");
    private static readonly RuleSource Openrouter = new(RuleCategory.ModelProvider, "https://openrouter.ai/docs/api-reference/authentication");
    private static readonly RuleSource Nvidia = new(RuleCategory.ModelProvider, "https://docs.nvidia.com/ngc/gpu-cloud/ngc-user-guide/index.html");
    private static readonly RuleSource Cerebras = new(RuleCategory.ModelProvider, "https://inference-docs.cerebras.ai/quickstart");
    private static readonly RuleSource Deepinfra = new(RuleCategory.ModelProvider, "https://deepinfra.com/docs/getting-started");

    internal static IEnumerable<Rule> All =>
    [
        Groq.Token("groq-api-key", "Groq API key", Severity.High, GroqApiKey, ["gsk_"]),
        Perplexity.Token("perplexity-api-key", "Perplexity API key", Severity.High, PerplexityApiKey, ["pplx-"]),
        Replicate.Token("replicate-api-token", "Replicate API token", Severity.High, ReplicateApiToken, ["r8_"]),
        Together.Token("together-api-key", "Together AI API key", Severity.High, TogetherApiKey, ["tgp_v1_"]),
        Together.Named("together-legacy-key", "Together AI API key, older form", Severity.High, SharedForms.Hexadecimal64,
            ["together_", "togetherai"]),
        Fireworks.Token("fireworks-api-key", "Fireworks AI API key", Severity.High, FireworksApiKey, ["fw_3"]),
        Fireworks.Named("fireworks-named-key", "Fireworks AI API key by its name", Severity.High, FireworksNamedKey, ["fireworks"], Strength.Random),
        Openrouter.Token("openrouter-api-key", "OpenRouter API key", Severity.High, OpenrouterApiKey, ["sk-or-v1-"]),
        Nvidia.Token("nvidia-api-key", "NVIDIA API key", Severity.Critical, NvidiaApiKey, ["nvapi-"]),
        Nvidia.Named("ngc-api-key", "NVIDIA NGC API key", Severity.High, NgcApiKey, ["ngc_api", "ngc_cli_api"]),
        Cerebras.Token("cerebras-api-key", "Cerebras API key", Severity.High, CerebrasApiKey, ["csk-"]),
        Deepinfra.Named("deepinfra-api-key", "DeepInfra API key", Severity.High, SharedForms.Alphanumeric32, ["deepinfra"], Strength.Random),
    ];

    [GeneratedRegex("gsk_[0-9A-Za-z]{52}")]
    private static partial Regex GroqApiKey { get; }

    [GeneratedRegex("pplx-[0-9A-Za-z]{48}")]
    private static partial Regex PerplexityApiKey { get; }

    [GeneratedRegex("r8_[0-9A-Za-z]{37}")]
    private static partial Regex ReplicateApiToken { get; }

    [GeneratedRegex("tgp_v1_[0-9A-Za-z_-]{43}")]
    private static partial Regex TogetherApiKey { get; }

    [GeneratedRegex("fw_3[0-9A-Za-z]{21,23}")]
    private static partial Regex FireworksApiKey { get; }

    [GeneratedRegex("[0-9A-Za-z]{48}")]
    private static partial Regex FireworksNamedKey { get; }

    [GeneratedRegex("sk-or-v1-[0-9a-f]{64}")]
    private static partial Regex OpenrouterApiKey { get; }

    [GeneratedRegex("nvapi-[0-9A-Za-z_-]{60,80}")]
    private static partial Regex NvidiaApiKey { get; }

    [GeneratedRegex("[0-9A-Za-z+/]{80,90}={0,2}")]
    private static partial Regex NgcApiKey { get; }

    [GeneratedRegex("csk-[0-9a-z]{48}")]
    private static partial Regex CerebrasApiKey { get; }
}
