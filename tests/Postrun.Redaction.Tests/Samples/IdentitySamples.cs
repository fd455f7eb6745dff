namespace Postrun.Redaction.Tests.Samples;

internal static class IdentitySamples
{
    internal static IEnumerable<RuleSample> All =>
    [
        Usual.Assigned("okta-api-token", ["OKTA_API_TOKEN", "okta.client.token"], static dice => $"00{dice.Of(Dice.Base64Url, 40)}"),
        Usual.Following("okta-header-token", ["Authorization: SSWS ", "{\"Authorization\": \"SSWS "], static dice => $"00{dice.Of(Dice.Base64Url, 40)}"),
        Usual.Assigned("auth0-client-secret", ["AUTH0_CLIENT_SECRET", "auth0.clientSecret"], static dice => dice.Of(Dice.Base64Url, 64), least: 40),
        Usual.Assigned("keycloak-client-secret", ["KEYCLOAK_CLIENT_SECRET", "keycloak.credentials.secret"], static dice => dice.Of(Dice.Base62, 32)),
        Usual.Assigned("keycloak-password", ["KEYCLOAK_ADMIN_PASSWORD", "KC_BOOTSTRAP_ADMIN_PASSWORD"], static dice => dice.Of(Dice.Base62, 8, 16), least: 1),
        Usual.Token("clerk-secret-key", static dice => $"sk_{dice.Pick("live", "test")}_{dice.Of(Dice.Base62, 42)}", least: 47),
        Usual.Token("stytch-secret", static dice => $"secret-{dice.Pick("live", "test")}-{dice.Of(Dice.Base64Url, 35)}="),
        Usual.Token("workos-api-key", static dice => $"sk_{dice.Pick("live", "test")}_a2V5X{dice.Of(Dice.Base62, 60, 100)}", least: 58),
        Usual.Assigned("fusionauth-api-key", ["FUSIONAUTH_API_KEY", "fusionauth.api-key"], static dice => dice.Of(Dice.Base64Url, 44, 64), least: 40),
        Usual.Assigned("duo-secret-key", ["DUO_SECRET_KEY", "duo_skey"], static dice => dice.Of(Dice.Base62, 40)),
        Usual.Assigned("onelogin-client-secret", ["ONELOGIN_CLIENT_SECRET", "onelogin.client_secret"], static dice => dice.Of(Dice.Hexadecimal, 64)),
        Usual.Token("onfido-api-token", static dice => $"api_{dice.Pick("live", "sandbox")}{dice.Pick("", "_us", "_ca")}.{dice.Of(Dice.Base64Url, 11)}.{dice.Of(Dice.Base64Url, 32)}"),
        Usual.Assigned("ldap-bind-password", ["LDAP_BIND_PASSWORD", "bindpw"], static dice => dice.Of(Dice.Base62, 8, 24), least: 1),
        Usual.Following("otp-seed", ["otpauth://totp/Example:someone?secret=", "\"otpauth://hotp/A:b?issuer=A&secret="], static dice => dice.Of(Dice.Base32, 32), least: 16),
    ];
}
