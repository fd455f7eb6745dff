using System.Text.RegularExpressions;
using Postrun.Redaction.Rules;
using Postrun.Redaction.Validation;

namespace Postrun.Redaction.Secrets;

/// <summary>Private keys that stand without the frame of PEM.</summary>
internal static partial class PrivateKeyRules
{
    private static readonly RuleSource Age = new(RuleCategory.PrivateKey, "https://age-encryption.org/v1");
    private static readonly RuleSource OpenSsh = new(RuleCategory.PrivateKey, "https://cvsweb.openbsd.org/src/usr.bin/ssh/PROTOCOL.key");
    private static readonly RuleSource Pkcs8 = new(RuleCategory.PrivateKey, "https://www.rfc-editor.org/rfc/rfc5958");
    private static readonly RuleSource WireGuard = new(RuleCategory.PrivateKey, "https://www.wireguard.com/quickstart/");
    private static readonly RuleSource Ethereum = new(RuleCategory.PrivateKey, "https://ethereum.org/developers/docs/accounts/");
    private static readonly RuleSource Bitcoin = new(RuleCategory.PrivateKey, "https://github.com/bitcoin/bips/blob/master/bip-0032.mediawiki");
    private static readonly RuleSource Nostr = new(RuleCategory.PrivateKey, "https://github.com/nostr-protocol/nips/blob/master/19.md");
    private static readonly RuleSource Minisign = new(RuleCategory.PrivateKey, "https://jedisct1.github.io/minisign/");
    private static readonly RuleSource Dotenvx = new(RuleCategory.PrivateKey, "https://dotenvx.com/docs/quickstart/encryption");

    internal static IEnumerable<Rule> All =>
    [
        Age.Token("age-secret-key", "age secret key", Severity.Critical, AgeSecretKey, ["AGE-SECRET-KEY-1"], Bech32.Judge),
        OpenSsh.Token("openssh-private-key-body", "OpenSSH private key without its frame", Severity.Critical, OpensshPrivateKeyBody,
            ["b3BlbnNzaC1rZXktdjE"], Strength.Verified),
        Pkcs8.Token("pkcs8-private-key-body", "RSA private key without its frame", Severity.Critical, Pkcs8PrivateKeyBody,
            ["IBADANBgkqhkiG9w0BAQEFAASC"], Strength.Verified, lead: 6),
        WireGuard.Assigned("wireguard-private-key", "WireGuard private or preshared key", Severity.Critical, WireguardPrivateKey,
            ["privatekey", "private_key", "presharedkey", "preshared_key"]),
        Ethereum.Assigned("ethereum-private-key", "Ethereum private key", Severity.Critical, EthereumPrivateKey,
            ["privatekey", "private_key", "private-key", "priv_key", "privkey"]),
        Bitcoin.Token("extended-private-key", "Extended private key of a wallet", Severity.Critical, ExtendedPrivateKey,
            ["xprv9s21", "xprvA", "tprv8"]),
        Nostr.Token("nostr-secret-key", "Nostr secret key", Severity.Critical, NostrSecretKey, ["nsec1"], Bech32.Judge),
        Minisign.Token("minisign-secret-key", "minisign secret key", Severity.Critical, MinisignSecretKey, ["RWRTY0Iy"], Strength.Verified),
        Dotenvx.Assigned("dotenvx-private-key", "dotenvx private key", Severity.Critical, DotenvxPrivateKey, ["dotenv_private_key"]),
    ];

    [GeneratedRegex("AGE-SECRET-KEY-1[02-9AC-HJ-NP-Z]{58}")]
    private static partial Regex AgeSecretKey { get; }

    [GeneratedRegex("b3BlbnNzaC1rZXktdjE[0-9A-Za-z+/]{180,}={0,2}")]
    private static partial Regex OpensshPrivateKeyBody { get; }

    [GeneratedRegex("MII[0-9A-Za-z+/]{3}IBADANBgkqhkiG9w0BAQEFAASC[0-9A-Za-z+/]{200,}={0,2}")]
    private static partial Regex Pkcs8PrivateKeyBody { get; }

    [GeneratedRegex("[0-9A-Za-z+/]{42}[AEIMQUYcgkosw048]=")]
    private static partial Regex WireguardPrivateKey { get; }

    [GeneratedRegex("(?:0x)?[0-9A-Fa-f]{64}")]
    private static partial Regex EthereumPrivateKey { get; }

    [GeneratedRegex("[xt]prv[1-9A-HJ-NP-Za-km-z]{107}")]
    private static partial Regex ExtendedPrivateKey { get; }

    [GeneratedRegex("nsec1[02-9ac-hj-np-z]{58}")]
    private static partial Regex NostrSecretKey { get; }

    [GeneratedRegex("RWRTY0Iy[0-9A-Za-z+/]{200,}={0,2}")]
    private static partial Regex MinisignSecretKey { get; }

    [GeneratedRegex("[0-9a-f]{64}")]
    private static partial Regex DotenvxPrivateKey { get; }
}
