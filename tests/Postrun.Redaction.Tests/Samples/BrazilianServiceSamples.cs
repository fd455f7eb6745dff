namespace Postrun.Redaction.Tests.Samples;

internal static class BrazilianServiceSamples
{
    internal static IEnumerable<RuleSample> All =>
    [
        Usual.Assigned("iugu-api-token", ["IUGU_API_TOKEN", "iugu_key"], static dice => dice.Of(Usual.UpperHexadecimal, 64), least: 32),
        Usual.Assigned("cielo-merchant-key", ["CIELO_MERCHANT_KEY", "MerchantKey"], static dice => dice.Of(Dice.Upper, 40)),
        Usual.Assigned("picpay-token", ["PICPAY_TOKEN", "x-seller-token"], static dice => Sampled.Uuid(dice)),
        Usual.Assigned("vindi-api-key", ["VINDI_API_KEY", "vindi_private_key"], static dice => dice.Of(Dice.Base64Url, 43)),
        Usual.Assigned("getnet-client-secret", ["GETNET_CLIENT_SECRET", "getnet_secret"], static dice => Sampled.Uuid(dice)),
        Usual.Assigned("pix-client-secret", ["PIX_CLIENT_SECRET", "pix.client-secret"], static dice => dice.Of(Dice.Base62, 32, 64), least: 20),
        Usual.Assigned("conta-azul-client-secret", ["CONTA_AZUL_CLIENT_SECRET", "contaazul_secret"], static dice => dice.Of(Dice.Base62, 40, 52), least: 30),
        Usual.Assigned("rd-station-token", ["RDSTATION_TOKEN", "rd_station_private_token"], static dice => dice.Of(Dice.Hexadecimal, 32)),
        Usual.Assigned("omie-app-secret", ["OMIE_APP_SECRET"], static dice => dice.Of(Dice.Hexadecimal, 32)),
        Usual.Assigned("vtex-app-token", ["VTEX_APP_TOKEN", "X-VTEX-API-AppToken"], static dice => dice.Of(Dice.Upper, 60, 100), least: 60),
        Usual.Assigned("hotmart-client-secret", ["HOTMART_CLIENT_SECRET"], static dice => Sampled.Uuid(dice), least: 30),
    ];
}
