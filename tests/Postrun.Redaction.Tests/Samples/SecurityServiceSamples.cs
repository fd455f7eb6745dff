namespace Postrun.Redaction.Tests.Samples;

internal static class SecurityServiceSamples
{
    internal static IEnumerable<RuleSample> All =>
    [
        Usual.Assigned("shodan-api-key", ["SHODAN_API_KEY", "shodan_key"], static dice => dice.Of(Dice.Base62, 32)),
        Usual.Token("censys-token", static dice => $"censys_{dice.Of(Dice.Base62, 8)}_{dice.Of(Dice.Base62, 24)}"),
        Usual.Assigned("virustotal-api-key", ["VIRUSTOTAL_API_KEY", "VT_API_KEY"], static dice => dice.Of(Dice.Hexadecimal, 64)),
        Usual.Token("maxmind-license-key", static dice => $"{dice.Of(Dice.Base62, 6)}_{dice.Of(Dice.Base62, 29)}_mmk"),
        Usual.Assigned("etherscan-api-key", ["ETHERSCAN_API_KEY", "etherscan.key"], static dice => dice.Of(Dice.Upper + Dice.Digits, 34)),
        Usual.Assigned("infura-key", ["INFURA_API_KEY", "infura_project_secret"], static dice => dice.Of(Dice.Hexadecimal, 32)),
        Usual.Following("infura-address-key", ["https://mainnet.infura.io/v3/", "\"wss://sepolia.infura.io/ws/v3/"], static dice => dice.Of(Dice.Hexadecimal, 32)),
        Usual.Assigned("alchemy-api-key", ["ALCHEMY_API_KEY", "alchemy_key"], static dice => dice.Of(Dice.Base64Url, 32)),
        Usual.Following("alchemy-address-key", ["https://eth-mainnet.g.alchemy.com/v2/", "wss://eth-mainnet.alchemyapi.io/v2/"], static dice => dice.Of(Dice.Base64Url, 32)),
        Usual.Assigned("pinata-secret-key", ["PINATA_SECRET_API_KEY", "pinata_secret"], static dice => dice.Of(Dice.Hexadecimal, 64)),
        Usual.Assigned("blockfrost-project-key", ["BLOCKFROST_PROJECT_KEY", "blockfrost_api_key"], static dice => $"{dice.Pick("mainnet", "preprod", "preview")}{dice.Of(Dice.Base62, 32)}"),
    ];
}
