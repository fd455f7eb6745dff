namespace Postrun.Redaction.Tests.Samples;

internal static class BrazilianPaymentSamples
{
    internal static IEnumerable<RuleSample> All =>
    [
        Usual.Token("mercado-pago-access-token", static dice => $"{dice.Pick("APP_USR", "TEST")}-{dice.Of(Dice.Digits, 16)}-{dice.Of(Dice.Digits, 6)}-{dice.Of(Dice.Hexadecimal, 32)}-{dice.Of(Dice.Digits, 8)}", least: 67),
        Usual.Token("mercado-pago-public-key", static dice => $"APP_USR-{Sampled.Uuid(dice)}"),
        Usual.Token("mercado-livre-refresh-token", static dice => $"TG-{dice.Of(Dice.Hexadecimal, 24)}-{dice.Of(Dice.Digits, 9)}", least: 34),
        Usual.Assigned("pagseguro-token", ["PAGSEGURO_TOKEN", "pagbank.token"], static dice => $"{Sampled.Uuid(dice)}{dice.Of(Dice.Hexadecimal, 64)}", least: 32),
        Usual.Token("pagarme-api-key", static dice => $"ak_{dice.Pick("live", "test")}_{dice.Of(Dice.Base62, 30)}"),
        Usual.Assigned("pagarme-secret-key", ["PAGARME_SECRET_KEY", "pagar_me_api_key"], static dice => $"sk_{dice.Pick("", "test_")}{dice.Of(Dice.Base62, 16)}"),
        Usual.Token("asaas-api-key", static dice => $"$aact_{dice.Pick("prod", "hmlg")}_{dice.Of(Dice.Base62, 60, 180)}", least: 46),
        Usual.Token("efi-client-secret", static dice => $"Client_Secret_{dice.Of(Dice.Hexadecimal, 40)}"),
        Usual.Token("efi-client-id", static dice => $"Client_Id_{dice.Of(Dice.Hexadecimal, 40)}"),
        Usual.Token("openpix-app-id", static dice => $"Q2xpZW50X0lkX{dice.Of(Dice.Base62, 80, 160)}", least: 53),
        Usual.Token("abacatepay-api-key", static dice => $"abc_{dice.Pick("dev", "prod")}_{dice.Of(Dice.Base62, 24)}", least: 28),
    ];
}
