using System.Text.RegularExpressions;
using Postrun.Redaction.Detection;
using Postrun.Redaction.Rules;

namespace Postrun.Redaction.Secrets;

/// <summary>Makers of models.</summary>
internal static partial class ModelLabRules
{
    internal static IEnumerable<Rule> All =>
    [
        new()
        {
            Id = "openai-api-key",
            Name = "OpenAI API key",
            Reference = "https://platform.openai.com/docs/api-reference/authentication",
            Severity = Severity.Critical,
            Category = RuleCategory.ModelProvider,
            Detector = new TokenDetector(OpenaiApiKey) { Literals = ["T3BlbkFJ"], Lead = 23 },
        },
        new()
        {
            Id = "openai-project-key",
            Name = "OpenAI key of a project",
            Reference = "https://platform.openai.com/docs/api-reference/authentication",
            Severity = Severity.Critical,
            Category = RuleCategory.ModelProvider,
            Detector = new TokenDetector(OpenaiProjectKey) { Literals = ["sk-proj-"] },
        },
        new()
        {
            Id = "openai-service-account-key",
            Name = "OpenAI key of a service account",
            Reference = "https://platform.openai.com/docs/api-reference/authentication",
            Severity = Severity.Critical,
            Category = RuleCategory.ModelProvider,
            Detector = new TokenDetector(OpenaiServiceAccountKey) { Literals = ["sk-svcacct-"] },
        },
        new()
        {
            Id = "openai-admin-key",
            Name = "OpenAI key of an administrator",
            Reference = "https://platform.openai.com/docs/api-reference/administration",
            Severity = Severity.Critical,
            Category = RuleCategory.ModelProvider,
            Detector = new TokenDetector(OpenaiAdminKey) { Literals = ["sk-admin-"] },
        },
        new()
        {
            Id = "openai-session-key",
            Name = "OpenAI session key",
            Reference = "https://platform.openai.com/docs/api-reference/authentication",
            Severity = Severity.High,
            Category = RuleCategory.ModelProvider,
            Detector = new TokenDetector(OpenaiSessionKey) { Literals = ["sess-"] },
        },
        new()
        {
            Id = "anthropic-api-key",
            Name = "Anthropic API key",
            Reference = "https://docs.anthropic.com/en/api/getting-started",
            Severity = Severity.Critical,
            Category = RuleCategory.ModelProvider,
            Detector = new TokenDetector(AnthropicApiKey) { Literals = ["sk-ant-api"] },
        },
        new()
        {
            Id = "anthropic-admin-key",
            Name = "Anthropic key of an administrator",
            Reference = "https://docs.anthropic.com/en/api/administration-api",
            Severity = Severity.Critical,
            Category = RuleCategory.ModelProvider,
            Detector = new TokenDetector(AnthropicAdminKey) { Literals = ["sk-ant-admin"] },
        },
        new()
        {
            Id = "anthropic-oauth-token",
            Name = "Anthropic OAuth token",
            Reference = "https://docs.anthropic.com/en/api/getting-started",
            Severity = Severity.Critical,
            Category = RuleCategory.ModelProvider,
            Detector = new TokenDetector(AnthropicOauthToken) { Literals = ["sk-ant-oat", "sk-ant-ort"] },
        },
        new()
        {
            Id = "anthropic-session-key",
            Name = "Anthropic session key",
            Reference = "https://docs.anthropic.com/en/api/getting-started",
            Severity = Severity.High,
            Category = RuleCategory.ModelProvider,
            Detector = new TokenDetector(AnthropicSessionKey) { Literals = ["sk-ant-sid"] },
        },
        new()
        {
            Id = "hugging-face-token",
            Name = "Hugging Face user access token",
            Reference = "https://huggingface.co/docs/hub/security-tokens",
            Severity = Severity.Critical,
            Category = RuleCategory.ModelProvider,
            Detector = new TokenDetector(HuggingFaceToken) { Literals = ["hf_"] },
        },
        new()
        {
            Id = "hugging-face-organization-token",
            Name = "Hugging Face token of an organisation",
            Reference = "https://huggingface.co/docs/hub/security-tokens",
            Severity = Severity.Critical,
            Category = RuleCategory.ModelProvider,
            Detector = new TokenDetector(HuggingFaceOrganizationToken) { Literals = ["api_org_"] },
        },
        new()
        {
            Id = "hugging-face-oauth-token",
            Name = "Hugging Face OAuth token",
            Reference = "https://huggingface.co/docs/hub/oauth",
            Severity = Severity.High,
            Category = RuleCategory.ModelProvider,
            Detector = new TokenDetector(HuggingFaceOauthToken) { Literals = ["hf_oauth_"] },
        },
        new()
        {
            Id = "xai-api-key",
            Name = "xAI API key",
            Reference = "https://docs.x.ai/docs/overview",
            Severity = Severity.Critical,
            Category = RuleCategory.ModelProvider,
            Detector = new TokenDetector(XaiApiKey) { Literals = ["xai-"] },
        },
    ];

    [GeneratedRegex("sk-[0-9A-Za-z]{20}T3BlbkFJ[0-9A-Za-z]{20}")]
    private static partial Regex OpenaiApiKey { get; }

    [GeneratedRegex("sk-proj-[0-9A-Za-z_-]{40,200}")]
    private static partial Regex OpenaiProjectKey { get; }

    [GeneratedRegex("sk-svcacct-[0-9A-Za-z_-]{40,200}")]
    private static partial Regex OpenaiServiceAccountKey { get; }

    [GeneratedRegex("sk-admin-[0-9A-Za-z_-]{40,200}")]
    private static partial Regex OpenaiAdminKey { get; }

    [GeneratedRegex("sess-[0-9A-Za-z]{40}")]
    private static partial Regex OpenaiSessionKey { get; }

    [GeneratedRegex("sk-ant-api[0-9]{2}-[0-9A-Za-z_-]{80,120}")]
    private static partial Regex AnthropicApiKey { get; }

    [GeneratedRegex("sk-ant-admin[0-9]{2}-[0-9A-Za-z_-]{80,120}")]
    private static partial Regex AnthropicAdminKey { get; }

    [GeneratedRegex("sk-ant-o[ar]t[0-9]{2}-[0-9A-Za-z_-]{80,120}")]
    private static partial Regex AnthropicOauthToken { get; }

    [GeneratedRegex("sk-ant-sid[0-9]{2}-[0-9A-Za-z_-]{80,140}")]
    private static partial Regex AnthropicSessionKey { get; }

    [GeneratedRegex("hf_[0-9A-Za-z]{34}")]
    private static partial Regex HuggingFaceToken { get; }

    [GeneratedRegex("api_org_[0-9A-Za-z]{34}")]
    private static partial Regex HuggingFaceOrganizationToken { get; }

    [GeneratedRegex("hf_oauth_[0-9A-Za-z._-]{20,2000}")]
    private static partial Regex HuggingFaceOauthToken { get; }

    [GeneratedRegex("xai-[0-9A-Za-z]{80}")]
    private static partial Regex XaiApiKey { get; }
}
