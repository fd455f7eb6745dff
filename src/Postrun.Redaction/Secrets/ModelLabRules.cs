using System.Text.RegularExpressions;
using Postrun.Redaction.Rules;
using Postrun.Redaction.Validation;

namespace Postrun.Redaction.Secrets;

/// <summary>Makers of models.</summary>
internal static partial class ModelLabRules
{
    private static readonly RuleSource OpenAi = new(RuleCategory.ModelProvider, "https://platform.openai.com/docs/api-reference/authentication");
    private static readonly RuleSource OpenaiAdmin = new(RuleCategory.ModelProvider, "https://platform.openai.com/docs/api-reference/administration");
    private static readonly RuleSource Anthropic = new(RuleCategory.ModelProvider, "https://docs.anthropic.com/en/api/getting-started");
    private static readonly RuleSource AnthropicAdmin = new(RuleCategory.ModelProvider, "https://docs.anthropic.com/en/api/administration-api");
    private static readonly RuleSource HuggingFace = new(RuleCategory.ModelProvider, "https://huggingface.co/docs/hub/security-tokens");
    private static readonly RuleSource HuggingFaceOauth = new(RuleCategory.ModelProvider, "https://huggingface.co/docs/hub/oauth");
    private static readonly RuleSource Xai = new(RuleCategory.ModelProvider, "https://docs.x.ai/docs/overview");

    internal static IEnumerable<Rule> All =>
    [
        OpenAi.Token("openai-api-key", "OpenAI API key", Severity.Critical, OpenaiApiKey, ["T3BlbkFJ"], lead: 23),
        OpenAi.Token("openai-project-key", "OpenAI key of a project", Severity.Critical, OpenaiProjectKey, ["sk-proj-"]),
        OpenAi.Token("openai-service-account-key", "OpenAI key of a service account", Severity.Critical, OpenaiServiceAccountKey, ["sk-svcacct-"]),
        OpenaiAdmin.Token("openai-admin-key", "OpenAI key of an administrator", Severity.Critical, OpenaiAdminKey, ["sk-admin-"]),
        OpenAi.Token("openai-session-key", "OpenAI session key", Severity.High, OpenaiSessionKey, ["sess-"], Strength.MixedCase),
        Anthropic.Token("anthropic-api-key", "Anthropic API key", Severity.Critical, AnthropicApiKey, ["sk-ant-api"]),
        AnthropicAdmin.Token("anthropic-admin-key", "Anthropic key of an administrator", Severity.Critical, AnthropicAdminKey, ["sk-ant-admin"]),
        Anthropic.Token("anthropic-oauth-token", "Anthropic OAuth token", Severity.Critical, AnthropicOauthToken, ["sk-ant-oat", "sk-ant-ort"]),
        Anthropic.Token("anthropic-session-key", "Anthropic session key", Severity.High, AnthropicSessionKey, ["sk-ant-sid"]),
        HuggingFace.Token("hugging-face-token", "Hugging Face user access token", Severity.Critical, HuggingFaceToken, ["hf_"]),
        HuggingFace.Token("hugging-face-organization-token", "Hugging Face token of an organisation", Severity.Critical, HuggingFaceOrganizationToken,
            ["api_org_"]),
        HuggingFaceOauth.Token("hugging-face-oauth-token", "Hugging Face OAuth token", Severity.High, HuggingFaceOauthToken, ["hf_oauth_"]),
        Xai.Token("xai-api-key", "xAI API key", Severity.Critical, XaiApiKey, ["xai-"]),
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
