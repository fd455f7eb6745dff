using System.Text.RegularExpressions;
using Postrun.Redaction.Detection;
using Postrun.Redaction.Rules;
using Postrun.Redaction.Validation;

namespace Postrun.Redaction.Secrets;

/// <summary>Providers of identity and directories of users.</summary>
internal static partial class IdentityRules
{
    internal static IEnumerable<Rule> All =>
    [
        new()
        {
            Id = "okta-api-token",
            Name = "Okta API token",
            Reference = "https://developer.okta.com/docs/guides/create-an-api-token/main/",
            Severity = Severity.Critical,
            Category = RuleCategory.Identity,
            Detector = new AssignedDetector(OktaApiToken) { Literals = ["okta"], NamesSecret = true },
        },
        new()
        {
            Id = "okta-header-token",
            Name = "Okta token of a header",
            Reference = "https://developer.okta.com/docs/guides/create-an-api-token/main/",
            Severity = Severity.Critical,
            Category = RuleCategory.Identity,
            Detector = new FollowingDetector(OktaHeaderTokenContext, OktaHeaderToken) { Literals = ["SSWS "] },
        },
        new()
        {
            Id = "auth0-client-secret",
            Name = "Auth0 client secret",
            Reference = "https://auth0.com/docs/get-started/applications/application-settings",
            Severity = Severity.Critical,
            Category = RuleCategory.Identity,
            Detector = new AssignedDetector(Auth0ClientSecret) { Literals = ["auth0"], NamesSecret = true, Validator = Scrambled.Judge },
        },
        new()
        {
            Id = "keycloak-client-secret",
            Name = "Keycloak client secret",
            Reference = "https://www.keycloak.org/docs/latest/server_admin/index.html",
            Severity = Severity.Critical,
            Category = RuleCategory.Identity,
            Detector = new AssignedDetector(KeycloakClientSecret) { Literals = ["keycloak"], NamesSecret = true, Validator = Scrambled.Judge },
        },
        new()
        {
            Id = "keycloak-password",
            Name = "Keycloak password of an administrator",
            Reference = "https://www.keycloak.org/server/bootstrap-admin-recovery",
            Severity = Severity.Critical,
            Category = RuleCategory.Identity,
            Detector = new AssignedDetector(Forms.Phrase)
            {
                Literals = ["keycloak_admin_pass", "kc_bootstrap_admin_pass"],
                NamesSecret = true,
                Validator = Chosen.Judge,
            },
        },
        new()
        {
            Id = "clerk-secret-key",
            Name = "Clerk secret key",
            Reference = "https://clerk.com/docs/guides/development/clerk-environment-variables",
            Severity = Severity.Critical,
            Category = RuleCategory.Identity,
            Detector = new TokenDetector(ClerkSecretKey) { Literals = ["sk_live_", "sk_test_"] },
        },
        new()
        {
            Id = "stytch-secret",
            Name = "Stytch secret",
            Reference = "https://stytch.com/docs/api",
            Severity = Severity.Critical,
            Category = RuleCategory.Identity,
            Detector = new TokenDetector(StytchSecret) { Literals = ["secret-live-", "secret-test-"] },
        },
        new()
        {
            Id = "workos-api-key",
            Name = "WorkOS API key",
            Reference = "https://workos.com/docs/reference/api-keys",
            Severity = Severity.Critical,
            Category = RuleCategory.Identity,
            Detector = new TokenDetector(WorkosApiKey) { Literals = ["sk_live_a2V5X", "sk_test_a2V5X"] },
        },
        new()
        {
            Id = "fusionauth-api-key",
            Name = "FusionAuth API key",
            Reference = "https://fusionauth.io/docs/apis/authentication",
            Severity = Severity.Critical,
            Category = RuleCategory.Identity,
            Detector = new AssignedDetector(FusionauthApiKey) { Literals = ["fusionauth"], NamesSecret = true, Validator = Scrambled.Judge },
        },
        new()
        {
            Id = "duo-secret-key",
            Name = "Duo secret key",
            Reference = "https://duo.com/docs/adminapi",
            Severity = Severity.Critical,
            Category = RuleCategory.Identity,
            Detector = new AssignedDetector(Forms.Alphanumeric40)
            {
                Literals = ["duo_secret", "duo_skey"],
                NamesSecret = true,
                Validator = Scrambled.Judge,
            },
        },
        new()
        {
            Id = "onelogin-client-secret",
            Name = "OneLogin client secret",
            Reference = "https://developers.onelogin.com/api-docs/2/getting-started/working-with-api-credentials",
            Severity = Severity.Critical,
            Category = RuleCategory.Identity,
            Detector = new AssignedDetector(Forms.Hexadecimal64) { Literals = ["onelogin"], NamesSecret = true },
        },
        new()
        {
            Id = "onfido-api-token",
            Name = "Onfido API token",
            Reference = "https://documentation.onfido.com/api/latest/",
            Severity = Severity.High,
            Category = RuleCategory.Identity,
            Detector = new TokenDetector(OnfidoApiToken) { Literals = ["api_live", "api_sandbox"] },
        },
        new()
        {
            Id = "ldap-bind-password",
            Name = "Password that binds to a directory",
            Reference = "https://www.openldap.org/doc/admin26/security.html",
            Severity = Severity.Critical,
            Category = RuleCategory.Identity,
            Detector = new AssignedDetector(Forms.Phrase)
            {
                Literals = ["bindpw", "bind_pass", "bindpass", "bind-pass", "ldap_pass", "ldap_admin_pass"],
                Validator = Chosen.Judge,
            },
        },
        new()
        {
            Id = "otp-seed",
            Name = "Seed of one-time passwords",
            Reference = "https://github.com/google/google-authenticator/wiki/Key-Uri-Format",
            Severity = Severity.Critical,
            Category = RuleCategory.Identity,
            Detector = new FollowingDetector(OtpSeedContext, OtpSeed) { Literals = ["otpauth://"] },
        },
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
