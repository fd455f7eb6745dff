using System.Text.RegularExpressions;
using Postrun.Redaction.Detection;
using Postrun.Redaction.Rules;
using Postrun.Redaction.Validation;

namespace Postrun.Redaction.Secrets;

/// <summary>Hosts that answer for models.</summary>
internal static partial class ModelHostRules
{
    internal static IEnumerable<Rule> All =>
    [
        new()
        {
            Id = "groq-api-key",
            Name = "Groq API key",
            Reference = "https://console.groq.com/docs/quickstart",
            Severity = Severity.High,
            Category = RuleCategory.ModelProvider,
            Detector = new TokenDetector(GroqApiKey) { Literals = ["gsk_"] },
        },
        new()
        {
            Id = "perplexity-api-key",
            Name = "Perplexity API key",
            Reference = "https://docs.perplexity.ai/getting-started/quickstart",
            Severity = Severity.High,
            Category = RuleCategory.ModelProvider,
            Detector = new TokenDetector(PerplexityApiKey) { Literals = ["pplx-"] },
        },
        new()
        {
            Id = "replicate-api-token",
            Name = "Replicate API token",
            Reference = "https://replicate.com/docs/reference/http",
            Severity = Severity.High,
            Category = RuleCategory.ModelProvider,
            Detector = new TokenDetector(ReplicateApiToken) { Literals = ["r8_"] },
        },
        new()
        {
            Id = "together-api-key",
            Name = "Together AI API key",
            Reference = "https://docs.together.ai/docs/quickstart",
            Severity = Severity.High,
            Category = RuleCategory.ModelProvider,
            Detector = new TokenDetector(TogetherApiKey) { Literals = ["tgp_v1_"] },
        },
        new()
        {
            Id = "together-legacy-key",
            Name = "Together AI API key, older form",
            Reference = "https://docs.together.ai/docs/quickstart",
            Severity = Severity.High,
            Category = RuleCategory.ModelProvider,
            Detector = new AssignedDetector(Forms.Hexadecimal64) { Literals = ["together_", "togetherai"], NamesSecret = true },
        },
        new()
        {
            Id = "fireworks-api-key",
            Name = "Fireworks AI API key",
            Reference = "https://docs.fireworks.ai/getting-started/quickstart",
            Severity = Severity.High,
            Category = RuleCategory.ModelProvider,
            Detector = new TokenDetector(FireworksApiKey) { Literals = ["fw_3"] },
        },
        new()
        {
            Id = "fireworks-named-key",
            Name = "Fireworks AI API key by its name",
            Reference = "https://docs.fireworks.ai/getting-started/quickstart",
            Severity = Severity.High,
            Category = RuleCategory.ModelProvider,
            Detector = new AssignedDetector(FireworksNamedKey) { Literals = ["fireworks"], NamesSecret = true, Validator = Scrambled.Judge },
        },
        new()
        {
            Id = "openrouter-api-key",
            Name = "OpenRouter API key",
            Reference = "https://openrouter.ai/docs/api-reference/authentication",
            Severity = Severity.High,
            Category = RuleCategory.ModelProvider,
            Detector = new TokenDetector(OpenrouterApiKey) { Literals = ["sk-or-v1-"] },
        },
        new()
        {
            Id = "nvidia-api-key",
            Name = "NVIDIA API key",
            Reference = "https://docs.nvidia.com/ngc/gpu-cloud/ngc-user-guide/index.html",
            Severity = Severity.Critical,
            Category = RuleCategory.ModelProvider,
            Detector = new TokenDetector(NvidiaApiKey) { Literals = ["nvapi-"] },
        },
        new()
        {
            Id = "ngc-api-key",
            Name = "NVIDIA NGC API key",
            Reference = "https://docs.nvidia.com/ngc/gpu-cloud/ngc-user-guide/index.html",
            Severity = Severity.High,
            Category = RuleCategory.ModelProvider,
            Detector = new AssignedDetector(NgcApiKey) { Literals = ["ngc_api", "ngc_cli_api"], NamesSecret = true },
        },
        new()
        {
            Id = "cerebras-api-key",
            Name = "Cerebras API key",
            Reference = "https://inference-docs.cerebras.ai/quickstart",
            Severity = Severity.High,
            Category = RuleCategory.ModelProvider,
            Detector = new TokenDetector(CerebrasApiKey) { Literals = ["csk-"] },
        },
        new()
        {
            Id = "deepinfra-api-key",
            Name = "DeepInfra API key",
            Reference = "https://deepinfra.com/docs/getting-started",
            Severity = Severity.High,
            Category = RuleCategory.ModelProvider,
            Detector = new AssignedDetector(Forms.Alphanumeric32) { Literals = ["deepinfra"], NamesSecret = true, Validator = Scrambled.Judge },
        },
        new()
        {
            Id = "baseten-api-key",
            Name = "Baseten API key",
            Reference = "https://docs.baseten.co/organization/api-keys",
            Severity = Severity.High,
            Category = RuleCategory.ModelProvider,
            Detector = new AssignedDetector(BasetenApiKey) { Literals = ["baseten"], NamesSecret = true },
        },
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

    [GeneratedRegex(@"[0-9A-Za-z]{8}\.[0-9A-Za-z]{32}")]
    private static partial Regex BasetenApiKey { get; }
}
