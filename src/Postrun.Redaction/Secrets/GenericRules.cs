using Postrun.Redaction.Rules;

namespace Postrun.Redaction.Secrets;

/// <summary>Secrets of any issuer, by the general names that stand beside them.</summary>
/// <remarks>
/// Words that logs of training are full of lead to candidates only with a mark behind them: <c>token=</c>, and not <c>tokens/s</c>.
/// </remarks>
internal static class GenericRules
{
    private static readonly RuleSource Source = new(RuleCategory.Generic, "https://cwe.mitre.org/data/definitions/798.html");

    private static readonly string[] s_marks = ["=", ":", "\"", "'", "\\", "(", "]", ">", " =", " :", "  ", "%3"];

    internal static IEnumerable<Rule> All =>
    [
        Source.Matched("generic-password", "Password", Severity.High, GenericSecret.TryFindPassword,
            ["passw", "passphrase", "pass_phrase", .. Marked("pwd"), .. Marked("pass"), .. Marked("senha")], ignoreCase: true),
        Source.Matched("generic-secret", "Secret", Severity.High, GenericSecret.TryFindKey, ["secret"], ignoreCase: true),
        Source.Matched("generic-token", "Token", Severity.High, GenericSecret.TryFindToken, Marked("token"), ignoreCase: true),
        Source.Matched("generic-api-key", "API key", Severity.High, GenericSecret.TryFindKey,
            ["api_key", "apikey", "api-key", "api.key"], ignoreCase: true),
        Source.Matched("generic-access-key", "Access key", Severity.High, GenericSecret.TryFindKey,
            ["access_key", "accesskey", "access-key", "account_key", "accountkey", "shared_key", "sharedkey", "storage_key", "master_key", "masterkey"],
            ignoreCase: true),
        Source.Matched("generic-credential", "Credential", Severity.High, GenericSecret.TryFindKey, ["credential", .. Marked("creds")], ignoreCase: true),
        Source.Matched("generic-encryption-key", "Key of encryption or signing", Severity.High, GenericSecret.TryFindKey,
            [
                "encryption_key", "encryptionkey", "encryption-key", "encrypt_key", "encryptkey", "signing_key", "signingkey", "signing-key",
                "private_key", "privatekey", "private-key", "hmac_key", "hmackey", "cipher_key", "cipherkey", "aes_key", "aeskey",
            ],
            ignoreCase: true),
        Source.Matched("generic-authentication-key", "Key of authentication", Severity.High, GenericSecret.TryFindKey,
            [
                "auth_key", "authkey", "auth-key", "app_key", "appkey", "app-key", "consumer_key", "consumerkey", "consumer-key", "client_key",
                "clientkey", "license_key", "licensekey", "license-key", "service_key", "servicekey", "ssh_key", "sshkey", .. Marked("auth"),
            ],
            ignoreCase: true),
        Source.Matched("generic-salt", "Salt of a hash", Severity.Medium, GenericSecret.TryFindKey, Marked("salt"), ignoreCase: true),
    ];

    private static string[] Marked(string word) =>
        [.. s_marks.Select(mark => word + mark), $"-{word} "];
}
