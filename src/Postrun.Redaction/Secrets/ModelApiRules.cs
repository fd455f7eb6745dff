using System.Text.RegularExpressions;
using Postrun.Redaction.Detection;
using Postrun.Redaction.Rules;
using Postrun.Redaction.Validation;

namespace Postrun.Redaction.Secrets;

/// <summary>Further makers of models: language, images, speech.</summary>
internal static partial class ModelApiRules
{
    internal static IEnumerable<Rule> All =>
    [
        new()
        {
            Id = "cohere-api-key",
            Name = "Cohere API key",
            Reference = "https://docs.cohere.com/reference/about",
            Severity = Severity.High,
            Category = RuleCategory.ModelProvider,
            Detector = new AssignedDetector(Forms.Alphanumeric40)
            {
                Literals = ["cohere", "co_api_key"],
                NamesSecret = true,
                Validator = Scrambled.Judge,
            },
        },
        new()
        {
            Id = "mistral-api-key",
            Name = "Mistral API key",
            Reference = "https://docs.mistral.ai/getting-started/quickstart",
            Severity = Severity.High,
            Category = RuleCategory.ModelProvider,
            Detector = new AssignedDetector(Forms.Alphanumeric32) { Literals = ["mistral"], NamesSecret = true, Validator = Scrambled.Judge },
        },
        new()
        {
            Id = "deepseek-api-key",
            Name = "DeepSeek API key",
            Reference = "https://api-docs.deepseek.com",
            Severity = Severity.High,
            Category = RuleCategory.ModelProvider,
            Detector = new AssignedDetector(DeepseekApiKey) { Literals = ["deepseek"], NamesSecret = true },
        },
        new()
        {
            Id = "moonshot-api-key",
            Name = "Moonshot API key",
            Reference = "https://platform.moonshot.ai/docs",
            Severity = Severity.High,
            Category = RuleCategory.ModelProvider,
            Detector = new AssignedDetector(MoonshotApiKey) { Literals = ["moonshot", "kimi_api"], NamesSecret = true },
        },
        new()
        {
            Id = "dashscope-api-key",
            Name = "Model Studio key of Alibaba Cloud",
            Reference = "https://www.alibabacloud.com/help/en/model-studio/get-api-key",
            Severity = Severity.High,
            Category = RuleCategory.ModelProvider,
            Detector = new AssignedDetector(DashscopeApiKey) { Literals = ["dashscope", "qwen_api"], NamesSecret = true },
        },
        new()
        {
            Id = "zhipu-api-key",
            Name = "Zhipu API key",
            Reference = "https://docs.bigmodel.cn",
            Severity = Severity.High,
            Category = RuleCategory.ModelProvider,
            Detector = new AssignedDetector(ZhipuApiKey) { Literals = ["zhipu", "zai_api"], NamesSecret = true },
        },
        new()
        {
            Id = "stability-api-key",
            Name = "Stability AI API key",
            Reference = "https://platform.stability.ai/docs/getting-started/authentication",
            Severity = Severity.High,
            Category = RuleCategory.ModelProvider,
            Detector = new AssignedDetector(StabilityApiKey) { Literals = ["stability_", "stabilityai"], NamesSecret = true },
        },
        new()
        {
            Id = "elevenlabs-api-key",
            Name = "ElevenLabs API key",
            Reference = "https://elevenlabs.io/docs/api-reference/authentication",
            Severity = Severity.High,
            Category = RuleCategory.ModelProvider,
            Detector = new AssignedDetector(ElevenlabsApiKey) { Literals = ["elevenlabs", "eleven_api", "xi-api-key", "xi_api_key"], NamesSecret = true },
        },
        new()
        {
            Id = "cartesia-api-key",
            Name = "Cartesia API key",
            Reference = "https://docs.cartesia.ai",
            Severity = Severity.High,
            Category = RuleCategory.ModelProvider,
            Detector = new TokenDetector(CartesiaApiKey) { Literals = ["sk_car_"] },
        },
        new()
        {
            Id = "assemblyai-api-key",
            Name = "AssemblyAI API key",
            Reference = "https://www.assemblyai.com/docs",
            Severity = Severity.High,
            Category = RuleCategory.ModelProvider,
            Detector = new AssignedDetector(Forms.Hexadecimal32) { Literals = ["assemblyai", "assembly_ai"], NamesSecret = true },
        },
        new()
        {
            Id = "deepgram-api-key",
            Name = "Deepgram API key",
            Reference = "https://developers.deepgram.com/docs/create-additional-api-keys",
            Severity = Severity.High,
            Category = RuleCategory.ModelProvider,
            Detector = new AssignedDetector(Forms.Hexadecimal40) { Literals = ["deepgram"], NamesSecret = true },
        },
        new()
        {
            Id = "model-api-secret-key",
            Name = "Secret key of an API of models",
            Reference = "https://api-docs.deepseek.com",
            Severity = Severity.High,
            Category = RuleCategory.ModelProvider,
            Detector = new FollowingDetector(Forms.Start, ModelApiSecretKey) { Literals = Forms.AtStart("sk-") },
        },
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
