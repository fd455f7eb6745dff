namespace Postrun.Redaction.Tests.Samples;

internal static class CommerceSamples
{
    internal static IEnumerable<RuleSample> All =>
    [
        Usual.Token("shopify-access-token", static dice => $"shpat_{dice.Of(Dice.Hexadecimal, 32)}"),
        Usual.Token("shopify-custom-app-token", static dice => $"shpca_{dice.Of(Dice.Hexadecimal, 32)}"),
        Usual.Token("shopify-private-app-password", static dice => $"shppa_{dice.Of(Dice.Hexadecimal, 32)}"),
        Usual.Token("shopify-shared-secret", static dice => $"shpss_{dice.Of(Dice.Hexadecimal, 32)}"),
        Usual.Token("shopify-partner-token", static dice => $"prtapi_{dice.Of(Dice.Hexadecimal, 32)}"),
        Usual.Token("shippo-api-token", static dice => $"shippo_{dice.Pick("live", "test")}_{dice.Of(Dice.Hexadecimal, 40)}"),
        Usual.Token("easypost-api-key", static dice => $"EZ{dice.Pick("A", "T")}K{dice.Of(Dice.Base62, 54)}"),
        Usual.Token("duffel-access-token", static dice => $"duffel_{dice.Pick("live", "test")}_{dice.Of(Dice.Base64Url, 43)}"),
        Usual.Assigned("coinbase-api-secret", ["COINBASE_API_SECRET", "coinbase_key"], static dice => dice.Of(Dice.Base62, 32, 64), least: 32),
        Usual.Assigned("binance-api-secret", ["BINANCE_API_SECRET", "binance_key"], static dice => dice.Of(Dice.Base62, 64)),
        Usual.Token("coingecko-api-key", static dice => $"CG-{dice.Of(Dice.Base62, 24)}"),
    ];
}
