using System.Text.RegularExpressions;
using Postrun.Redaction.Rules;
using Postrun.Redaction.Validation;

namespace Postrun.Redaction.Secrets;

/// <summary>Providers of identity and directories of users.</summary>
internal static partial class IdentityRules
{
    private static readonly RuleSource Okta = new(RuleCategory.Identity, "https://developer.okta.com/docs/guides/create-an-api-token/main/");
    private static readonly RuleSource Auth0 = new(RuleCategory.Identity, "https://auth0.com/docs/get-started/applications/application-settings");
    private static readonly RuleSource Keycloak = new(RuleCategory.Identity, "https://www.keycloak.org/docs/latest/server_admin/index.html");
    private static readonly RuleSource KeycloakSource = new(RuleCategory.Identity, "https://www.keycloak.org/server/bootstrap-admin-recovery");
    private static readonly RuleSource Clerk = new(RuleCategory.Identity, "https://clerk.com/docs/guides/development/clerk-environment-variables");
    private static readonly RuleSource Stytch = new(RuleCategory.Identity, "https://stytch.com/docs/api");
    private static readonly RuleSource Workos = new(RuleCategory.Identity, "https://workos.com/docs/reference/api-keys");
    private static readonly RuleSource Fusionauth = new(RuleCategory.Identity, "https://fusionauth.io/docs/apis/authentication");
    private static readonly RuleSource Duo = new(RuleCategory.Identity, "https://duo.com/docs/adminapi");
    private static readonly RuleSource Onelogin = new(RuleCategory.Identity, "https://developers.onelogin.com/api-docs/2/getting-started/working-with-api-credentials");
    private static readonly RuleSource Onfido = new(RuleCategory.Identity, "https://documentation.onfido.com/api/latest/");
    private static readonly RuleSource LdapBind = new(RuleCategory.Identity, "https://www.openldap.org/doc/admin26/security.html");
    private static readonly RuleSource OtpSeedSource = new(RuleCategory.Identity, "https://github.com/google/google-authenticator/wiki/Key-Uri-Format");

    internal static IEnumerable<Rule> All =>
    [
        Okta.Named("okta-api-token", "Okta API token", Severity.Critical, OktaApiToken, ["okta"]),
        Okta.Following("okta-header-token", "Okta token of a header", Severity.Critical, OktaHeaderTokenContext, OktaHeaderToken, ["SSWS "]),
        Auth0.Named("auth0-client-secret", "Auth0 client secret", Severity.Critical, Auth0ClientSecret, ["auth0"], Strength.Random),
        Keycloak.Named("keycloak-client-secret", "Keycloak client secret", Severity.Critical, KeycloakClientSecret, ["keycloak"], Strength.Random),
        KeycloakSource.Matched("keycloak-password", "Keycloak password of an administrator", Severity.Critical, GenericSecret.TryFindPassword,
            ["keycloak_admin_pass", "kc_bootstrap_admin_pass"], ignoreCase: true),
        Clerk.Token("clerk-secret-key", "Clerk secret key", Severity.Critical, ClerkSecretKey, ["sk_live_", "sk_test_"]),
        Stytch.Token("stytch-secret", "Stytch secret", Severity.Critical, StytchSecret, ["secret-live-", "secret-test-"]),
        Workos.Token("workos-api-key", "WorkOS API key", Severity.Critical, WorkosApiKey, ["sk_live_a2V5X", "sk_test_a2V5X"]),
        Fusionauth.Named("fusionauth-api-key", "FusionAuth API key", Severity.Critical, FusionauthApiKey, ["fusionauth"], Strength.Random),
        Duo.Named("duo-secret-key", "Duo secret key", Severity.Critical, SharedForms.Alphanumeric40, ["duo_secret", "duo_skey"], Strength.Random),
        Onelogin.Named("onelogin-client-secret", "OneLogin client secret", Severity.Critical, SharedForms.Hexadecimal64, ["onelogin"]),
        Onfido.Token("onfido-api-token", "Onfido API token", Severity.High, OnfidoApiToken,
            ["api_live.", "api_live_us.", "api_live_ca.", "api_sandbox.", "api_sandbox_us.", "api_sandbox_ca."]),
        LdapBind.Matched("ldap-bind-password", "Password that binds to a directory", Severity.Critical, GenericSecret.TryFindPassword,
            ["bindpw", "bind_pass", "bindpass", "bind-pass", "ldap_pass", "ldap_admin_pass"], ignoreCase: true),
        OtpSeedSource.Following("otp-seed", "Seed of one-time passwords", Severity.Critical, OtpSeedContext, OtpSeed, ["otpauth://"]),
    ];

    [GeneratedRegex("00[0-9A-Za-z_-]{40}")]
    private static partial Regex OktaApiToken { get; }

    [GeneratedRegex("00[0-9A-Za-z_-]{40}")]
    private static partial Regex OktaHeaderToken { get; }

    [GeneratedRegex("SSWS ")]
    private static partial Regex OktaHeaderTokenContext { get; }

    [GeneratedRegex("[0-9A-Za-z_-]{48,80}")]
    private static partial Regex Auth0ClientSecret { get; }

    [GeneratedRegex("(?:[0-9A-Za-z]{32}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})")]
    private static partial Regex KeycloakClientSecret { get; }

    [GeneratedRegex("sk_(?:live|test)_[0-9A-Za-z]{41,50}")]
    private static partial Regex ClerkSecretKey { get; }

    [GeneratedRegex("secret-(?:live|test)-[0-9A-Za-z_=-]{36}")]
    private static partial Regex StytchSecret { get; }

    [GeneratedRegex("sk_(?:live|test)_a2V5X[0-9A-Za-z+/]{50,120}={0,2}")]
    private static partial Regex WorkosApiKey { get; }

    [GeneratedRegex("[0-9A-Za-z_-]{40,80}")]
    private static partial Regex FusionauthApiKey { get; }

    [GeneratedRegex(@"api_(?:live|sandbox)(?:_us|_ca)?\.[0-9A-Za-z_-]{11}\.[0-9A-Za-z_-]{32}")]
    private static partial Regex OnfidoApiToken { get; }

    [GeneratedRegex("[2-7A-Z]{16,128}")]
    private static partial Regex OtpSeed { get; }

    [GeneratedRegex("""otpauth://(?:totp|hotp)/[^\s"'<>]{0,200}?[?&;]secret=""")]
    private static partial Regex OtpSeedContext { get; }
}
