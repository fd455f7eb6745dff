using static Postrun.Redaction.Tests.Samples.Sampled;

namespace Postrun.Redaction.Tests.Samples;

internal static class PrivateKeySamples
{
    internal static IEnumerable<RuleSample> All =>
    [
        Token("age-secret-key", static dice => Bech32Text(dice, "age-secret-key-").ToUpperInvariant()),
        Token("openssh-private-key-body", static dice => "b3BlbnNzaC1rZXktdjE" + dice.Of(Dice.Base62, 200)),
        Token("pkcs8-private-key-body", static dice => "MIIEvQIBADANBgkqhkiG9w0BAQEFAASC" + dice.Of(Dice.Base62, 240)),
        Assigned("wireguard-private-key", "PrivateKey", static dice => dice.Of(Dice.Base62, 42) + "E="),
        Assigned("ethereum-private-key", "PRIVATE_KEY", static dice => "0x" + dice.Of(Dice.Hexadecimal, 64)),
        Token("extended-private-key", static dice => "xprv9s21" + dice.Of("123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz", 103)),
        Token("nostr-secret-key", static dice => Bech32Text(dice, "nsec")),
        Token("minisign-secret-key", static dice => "RWRTY0Iy" + dice.Of(Dice.Base62, 204)),
        Assigned("dotenvx-private-key", "DOTENV_PRIVATE_KEY_PRODUCTION", static dice => dice.Of(Dice.Hexadecimal, 64)),
    ];
}
