using System.Text.RegularExpressions;
using Postrun.Redaction.Rules;
using Postrun.Redaction.Validation;

namespace Postrun.Redaction.Secrets;

/// <summary>Further makers of models: language, images, speech.</summary>
internal static partial class ModelApiRules
{
    private static readonly RuleSource Cohere = new(RuleCategory.ModelProvider, "https://docs.cohere.com/reference/about");
    private static readonly RuleSource Mistral = new(RuleCategory.ModelProvider, "https://docs.mistral.ai/getting-started/quickstart");
    private static readonly RuleSource Deepseek = new(RuleCategory.ModelProvider, "https://api-docs.deepseek.com");
    private static readonly RuleSource Moonshot = new(RuleCategory.ModelProvider, "https://platform.moonshot.ai/docs");
    private static readonly RuleSource Dashscope = new(RuleCategory.ModelProvider, "https://www.alibabacloud.com/help/en/model-studio/get-api-key");
    private static readonly RuleSource Zhipu = new(RuleCategory.ModelProvider, "https://docs.bigmodel.cn");
    private static readonly RuleSource Stability = new(RuleCategory.ModelProvider, "https://platform.stability.ai/docs/getting-started/authentication");
    private static readonly RuleSource Elevenlabs = new(RuleCategory.ModelProvider, "https://elevenlabs.io/docs/api-reference/authentication");
    private static readonly RuleSource Cartesia = new(RuleCategory.ModelProvider, "https://docs.cartesia.ai");
    private static readonly RuleSource Assemblyai = new(RuleCategory.ModelProvider, "https://www.assemblyai.com/docs");
    private static readonly RuleSource Deepgram = new(RuleCategory.ModelProvider, "https://developers.deepgram.com/docs/create-additional-api-keys");

    internal static IEnumerable<Rule> All =>
    [
        Cohere.Named("cohere-api-key", "Cohere API key", Severity.High, SharedForms.Alphanumeric40, ["cohere", "co_api_key"], Strength.Random),
        Mistral.Named("mistral-api-key", "Mistral API key", Severity.High, SharedForms.Alphanumeric32,
            ["mistral_api", "mistralapi"], Strength.Random),
        Deepseek.Named("deepseek-api-key", "DeepSeek API key", Severity.High, DeepseekApiKey, ["deepseek_api", "deepseek-api", "deepseekapi"]),
        Moonshot.Named("moonshot-api-key", "Moonshot API key", Severity.High, MoonshotApiKey, ["moonshot", "kimi_api"]),
        Dashscope.Named("dashscope-api-key", "Model Studio key of Alibaba Cloud", Severity.High, DashscopeApiKey, ["dashscope", "qwen_api"]),
        Zhipu.Named("zhipu-api-key", "Zhipu API key", Severity.High, ZhipuApiKey, ["zhipu", "zai_api"]),
        Stability.Named("stability-api-key", "Stability AI API key", Severity.High, StabilityApiKey, ["stability_", "stabilityai"]),
        Elevenlabs.Named("elevenlabs-api-key", "ElevenLabs API key", Severity.High, ElevenlabsApiKey,
            ["elevenlabs", "eleven_api", "xi-api-key", "xi_api_key"]),
        Cartesia.Token("cartesia-api-key", "Cartesia API key", Severity.High, CartesiaApiKey, ["sk_car_"]),
        Assemblyai.Named("assemblyai-api-key", "AssemblyAI API key", Severity.High, SharedForms.Hexadecimal32, ["assemblyai", "assembly_ai"]),
        Deepgram.Named("deepgram-api-key", "Deepgram API key", Severity.High, SharedForms.Hexadecimal40, ["deepgram"]),
        Deepseek.Following("model-api-secret-key", "Secret key of an API of models", Severity.High, SharedForms.Start, ModelApiSecretKey,
            SharedForms.AtStart("sk-")),
    ];

    [GeneratedRegex("sk-[0-9a-f]{32}")]
    private static partial Regex DeepseekApiKey { get; }

    [GeneratedRegex("sk-[0-9A-Za-z]{48}")]
    private static partial Regex MoonshotApiKey { get; }

    [GeneratedRegex("sk-[0-9a-f]{32}")]
    private static partial Regex DashscopeApiKey { get; }

    [GeneratedRegex(@"[0-9a-f]{32}\.[0-9A-Za-z]{16}")]
    private static partial Regex ZhipuApiKey { get; }

    [GeneratedRegex("sk-[0-9A-Za-z]{48}")]
    private static partial Regex StabilityApiKey { get; }

    [GeneratedRegex("(?:sk_[0-9a-f]{48}|[0-9a-f]{32})")]
    private static partial Regex ElevenlabsApiKey { get; }

    [GeneratedRegex("sk_car_[0-9A-Za-z]{22}")]
    private static partial Regex CartesiaApiKey { get; }

    [GeneratedRegex("sk-[0-9A-Za-z]{32,64}")]
    private static partial Regex ModelApiSecretKey { get; }
}
