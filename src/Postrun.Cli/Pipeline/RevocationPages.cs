using Postrun.Redaction.Rules;

namespace Postrun.Cli.Pipeline;

/// <summary>Where a person revokes what a rule finds: of what was never registered nothing else is known.</summary>
internal static class RevocationPages
{
    /// <summary>By what ids of rules begin with; the longer one counts.</summary>
    private static readonly (string Prefix, string Page)[] Pages =
    [
        ("anthropic", "https://console.anthropic.com/settings/keys"),
        ("aws", "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html"),
        ("azure", "https://learn.microsoft.com/entra/identity-platform/howto-create-service-principal-portal"),
        ("comet", "https://www.comet.com/account-settings/apiKeys"),
        ("databricks", "https://docs.databricks.com/dev-tools/auth/pat.html"),
        ("docker", "https://app.docker.com/settings/personal-access-tokens"),
        ("gcp", "https://console.cloud.google.com/iam-admin/serviceaccounts"),
        ("github", "https://github.com/settings/tokens"),
        ("gitlab", "https://docs.gitlab.com/user/profile/personal_access_tokens/#revoke-a-personal-access-token"),
        ("google", "https://console.cloud.google.com/apis/credentials"),
        ("hugging", "https://huggingface.co/settings/tokens"),
        ("npm", "https://docs.npmjs.com/revoking-access-tokens"),
        ("openai", "https://platform.openai.com/api-keys"),
        ("pypi", "https://pypi.org/manage/account/token/"),
        ("replicate", "https://replicate.com/account/api-tokens"),
        ("slack", "https://api.slack.com/apps"),
        ("stripe", "https://dashboard.stripe.com/apikeys"),
        ("vault", "https://developer.hashicorp.com/vault/docs/commands/token/revoke"),
        ("wandb", "https://wandb.ai/settings#api"),
        ("weights", "https://wandb.ai/settings#api"),
    ];

    private const string Unknown = "the issuer's own page";

    /// <summary>The page of the issuer; else what the rule refers to.</summary>
    public static string Of(string rule) => Pages.Where(page => rule.StartsWith(page.Prefix, StringComparison.Ordinal)).OrderByDescending(static page => page.Prefix.Length).FirstOrDefault().Page
        ?? BuiltInRules.All.FirstOrDefault(known => known.Id == rule)?.Reference
        ?? Unknown;
}
