using System.Text;

namespace Postrun.Redaction.Tests.Samples;

internal static class KeyFileSamples
{
    internal static IEnumerable<RuleSample> All =>
    [
        new("private-key-on-one-line",
            [
                static dice => $"KEY=\"⟦{Pem(dice, dice.Pick("RSA ", "EC ", "OPENSSH ", "ENCRYPTED ", ""), "\\n")}⟧\"",
                static dice => $"key: ⟦{Pem(dice, "RSA ", " ")}⟧ loaded",
            ],
            [
                static dice => Pem(dice, "RSA ", "\\n").Replace("PRIVATE", "PUBLIC", StringComparison.Ordinal),
                static dice => Pem(dice, "RSA ", "\\n").Split("-----END")[0],
                static dice => $"{Pem(dice, "RSA ", "\\n").Split("-----END")[0]}-----END EC PRIVATE KEY-----",
                static _ => "starts with -----BEGIN PRIVATE KEY----- and ends with -----END PRIVATE KEY-----",
            ]),
        new("pgp-private-key-on-one-line",
            [static dice => $"\"key\": \"⟦{Pgp(dice, "PRIVATE")}⟧\""],
            [static dice => $"\"key\": \"{Pgp(dice, "PUBLIC")}\""]),
        new("private-key-in-base64",
            [
                static dice => $"client-key-data: ⟦{Encoded(Pem(dice, "RSA ", "\n"))}⟧",
                static dice => $"{{\"key\":\"⟦{Encoded(Pem(dice, "", "\n"))}⟧\"}}",
            ],
            [static dice => $"client-certificate-data: {Encoded($"-----BEGIN CERTIFICATE-----\n{dice.Of(Dice.Base64, 200)}")}"]),
        new("putty-private-key-on-one-line",
            [static dice => $"ppk = \"⟦{Putty(dice)}Private-MAC: {dice.Of(Dice.Hexadecimal, 64)}⟧\""],
            [static dice => $"ppk = \"{Putty(dice)}\""]),
        new("json-web-key",
            [
                static dice => $$"""{"kty":"EC","crv":"P-256","x":"{{dice.Of(Dice.Base64Url, 43)}}","d":"⟦{{dice.Of(Dice.Base64Url, 43)}}⟧"}""",
                static dice => $$"""{"d": "⟦{{dice.Of(Dice.Base64Url, 43)}}⟧", "kty": "OKP"}""",
            ],
            [static dice => $$"""{"kty":"EC","crv":"P-256","x":"{{dice.Of(Dice.Base64Url, 43)}}"}, {"d":"{{dice.Of(Dice.Base64Url, 43)}}"}"""]),
        new("gcp-service-account-key",
            [static dice => $$"""{"type": "service_account", "private_key": "⟦{{Pem(dice, "", "\\n")}}⟧\n", "client_email": "run@project.iam.gserviceaccount.com"}"""],
            [static dice => $$"""{"type": "other", "private_key": "{{Pem(dice, "", "\\n")}}\n", "client_email": "run@project.test"}"""]),
    ];

    private static string Pem(Dice dice, string kind, string line) =>
        $"-----BEGIN {kind}PRIVATE KEY-----{line}{dice.Of(Dice.Base64, 64)}{line}{dice.Of(Dice.Base64, 62)}=={line}-----END {kind}PRIVATE KEY-----";

    private static string Pgp(Dice dice, string kind) =>
        $"-----BEGIN PGP {kind} KEY BLOCK-----\\n\\n{dice.Of(Dice.Base64, 400)}\\n={dice.Of(Dice.Base64, 4)}\\n-----END PGP {kind} KEY BLOCK-----";

    private static string Putty(Dice dice) =>
        $"PuTTY-User-Key-File-3: ssh-ed25519\\nEncryption: none\\nPrivate-Lines: 1\\n{dice.Of(Dice.Base64, 43)}=\\n";

    private static string Encoded(string text) => Convert.ToBase64String(Encoding.ASCII.GetBytes(text));
}
