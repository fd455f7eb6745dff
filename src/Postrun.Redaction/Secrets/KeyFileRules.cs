using Postrun.Redaction.Rules;

namespace Postrun.Redaction.Secrets;

/// <summary>Files of private keys that were written on one line.</summary>
internal static class KeyFileRules
{
    private static readonly RuleSource Pem = new(RuleCategory.PrivateKey, "https://www.rfc-editor.org/rfc/rfc7468");
    private static readonly RuleSource OpenPgp = new(RuleCategory.PrivateKey, "https://www.rfc-editor.org/rfc/rfc9580");
    private static readonly RuleSource Putty = new(RuleCategory.PrivateKey, "https://tartarus.org/~simon/putty-snapshots/htmldoc/AppendixC.html");
    private static readonly RuleSource JsonWebKey = new(RuleCategory.PrivateKey, "https://www.rfc-editor.org/rfc/rfc7517");
    private static readonly RuleSource Google = new(RuleCategory.Cloud, "https://cloud.google.com/iam/docs/keys-create-delete");

    internal static IEnumerable<Rule> All =>
    [
        Pem.Matched("private-key-on-one-line", "Private key on one line", Severity.Critical, SingleLineKey.TryFindPem, ["PRIVATE KEY-----"]),
        OpenPgp.Matched("pgp-private-key-on-one-line", "OpenPGP private key on one line", Severity.Critical, SingleLineKey.TryFindPem,
            ["PRIVATE KEY BLOCK-----"]),
        Pem.Matched("private-key-in-base64", "Private key in Base64", Severity.Critical, SingleLineKey.TryFindEncoded, ["LS0tLS1CRUdJTi"]),
        Putty.Matched("putty-private-key-on-one-line", "PuTTY private key on one line", Severity.Critical, SingleLineKey.TryFindPutty,
            ["PuTTY-User-Key-File-"]),
        JsonWebKey.Matched("json-web-key", "Private part of a JSON web key", Severity.Critical, SingleLineKey.TryFindJsonWebKey, ["\"kty\"", "\"kty\\\""]),
        Google.Matched("gcp-service-account-key", "Google Cloud service account key", Severity.Critical, SingleLineKey.TryFindServiceAccount,
            ["\"private_key\"", "\"private_key\\\""]),
    ];
}
