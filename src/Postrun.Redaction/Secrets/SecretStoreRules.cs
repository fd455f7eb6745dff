using System.Text.RegularExpressions;
using Postrun.Redaction.Rules;
using Postrun.Redaction.Validation;

namespace Postrun.Redaction.Secrets;

/// <summary>Stores of secrets and of infrastructure, whose tokens open all the others.</summary>
internal static partial class SecretStoreRules
{
    private static readonly RuleSource Vault = new(RuleCategory.ContinuousIntegration, "https://developer.hashicorp.com/vault/docs/concepts/tokens");
    private static readonly RuleSource Terraform = new(RuleCategory.ContinuousIntegration, "https://developer.hashicorp.com/terraform/cloud-docs/users-teams-organizations/api-tokens");
    private static readonly RuleSource Pulumi = new(RuleCategory.ContinuousIntegration, "https://www.pulumi.com/docs/administration/access-identity/access-tokens/");
    private static readonly RuleSource Spacelift = new(RuleCategory.ContinuousIntegration, "https://docs.spacelift.io/integrations/api");
    private static readonly RuleSource Doppler = new(RuleCategory.ContinuousIntegration, "https://docs.doppler.com/reference/auth-token-formats");
    private static readonly RuleSource Infisical = new(RuleCategory.ContinuousIntegration, "https://infisical.com/docs/documentation/platform/token");
    private static readonly RuleSource OnePassword = new(RuleCategory.ContinuousIntegration, "https://developer.1password.com/docs/service-accounts/");
    private static readonly RuleSource Bitwarden = new(RuleCategory.ContinuousIntegration, "https://bitwarden.com/help/access-tokens/");

    internal static IEnumerable<Rule> All =>
    [
        Vault.Token("vault-service-token", "HashiCorp Vault service token", Severity.Critical, VaultServiceToken, ["hvs."]),
        Vault.Token("vault-batch-token", "HashiCorp Vault batch token", Severity.Critical, VaultBatchToken, ["hvb."]),
        Vault.Token("vault-recovery-token", "HashiCorp Vault recovery token", Severity.Critical, VaultRecoveryToken, ["hvr."]),
        Vault.Assigned("vault-legacy-token", "HashiCorp Vault token of the older form", Severity.Critical, VaultLegacyToken,
            ["vault_t", "vault-t", "vaulttoken", "vault_root"]),
        Terraform.Token("terraform-cloud-token", "HCP Terraform token", Severity.Critical, TerraformCloudToken,
            [".atlasv1."], Strength.Verified, lead: 14),
        Pulumi.Token("pulumi-access-token", "Pulumi access token", Severity.Critical, PulumiAccessToken, ["pul-"]),
        Spacelift.Assigned("spacelift-api-key-secret", "Spacelift API key secret", Severity.Critical, SpaceliftApiKeySecret, ["spacelift"]),
        Doppler.Token("doppler-personal-token", "Doppler personal token", Severity.Critical, DopplerPersonalToken, ["dp.pt."]),
        Doppler.Token("doppler-service-token", "Doppler service token", Severity.Critical, DopplerServiceToken, ["dp.st."]),
        Doppler.Token("doppler-service-account-token", "Doppler service account token", Severity.Critical, DopplerServiceAccountToken, ["dp.sa."]),
        Doppler.Token("doppler-other-token", "Doppler CLI, SCIM or audit token", Severity.High, DopplerOtherToken,
            ["dp.ct.", "dp.scim.", "dp.audit."]),
        Infisical.Assigned("infisical-service-token", "Infisical service token", Severity.Critical, InfisicalServiceToken, ["infisical"]),
        OnePassword.Token("onepassword-service-account-token", "1Password service account token", Severity.Critical, OnepasswordServiceAccountToken,
            ["ops_eyJ"], Strength.Verified),
        OnePassword.Token("onepassword-secret-key", "1Password secret key", Severity.Critical, OnepasswordSecretKey, ["A3-"]),
        Bitwarden.Assigned("bitwarden-access-token", "Bitwarden Secrets Manager access token", Severity.Critical, BitwardenAccessToken,
            ["bws_access", "bitwarden"]),
    ];

    [GeneratedRegex(@"hvs\.[0-9A-Za-z_-]{24,300}")]
    private static partial Regex VaultServiceToken { get; }

    [GeneratedRegex(@"hvb\.[0-9A-Za-z_-]{100,}")]
    private static partial Regex VaultBatchToken { get; }

    [GeneratedRegex(@"hvr\.[0-9A-Za-z_-]{24,300}")]
    private static partial Regex VaultRecoveryToken { get; }

    [GeneratedRegex(@"[sbr]\.[0-9A-Za-z]{24}")]
    private static partial Regex VaultLegacyToken { get; }

    [GeneratedRegex(@"[0-9A-Za-z]{14}\.atlasv1\.[0-9A-Za-z_-]{60,70}")]
    private static partial Regex TerraformCloudToken { get; }

    [GeneratedRegex("pul-[0-9a-f]{40}")]
    private static partial Regex PulumiAccessToken { get; }

    [GeneratedRegex("[0-9a-f]{64}")]
    private static partial Regex SpaceliftApiKeySecret { get; }

    [GeneratedRegex(@"dp\.pt\.[0-9A-Za-z]{40,44}")]
    private static partial Regex DopplerPersonalToken { get; }

    [GeneratedRegex(@"dp\.st\.(?:[0-9a-z_-]{2,35}\.)?[0-9A-Za-z]{40,44}")]
    private static partial Regex DopplerServiceToken { get; }

    [GeneratedRegex(@"dp\.sa\.[0-9A-Za-z]{40,44}")]
    private static partial Regex DopplerServiceAccountToken { get; }

    [GeneratedRegex(@"dp\.(?:ct|scim|audit)\.[0-9A-Za-z]{40,44}")]
    private static partial Regex DopplerOtherToken { get; }

    [GeneratedRegex(@"st\.[0-9a-f]{24}\.[0-9a-f]{32}\.[0-9a-f]{32}")]
    private static partial Regex InfisicalServiceToken { get; }

    [GeneratedRegex("ops_eyJ[0-9A-Za-z+/]{250,}={0,3}")]
    private static partial Regex OnepasswordServiceAccountToken { get; }

    [GeneratedRegex("A3-[0-9A-Z]{6}-(?:[0-9A-Z]{11}|[0-9A-Z]{6}-[0-9A-Z]{5})-[0-9A-Z]{5}-[0-9A-Z]{5}-[0-9A-Z]{5}")]
    private static partial Regex OnepasswordSecretKey { get; }

    [GeneratedRegex(@"0\.[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\.[0-9A-Za-z]{30}:[0-9A-Za-z+/]{22}==")]
    private static partial Regex BitwardenAccessToken { get; }
}
