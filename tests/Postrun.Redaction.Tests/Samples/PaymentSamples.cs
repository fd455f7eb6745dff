namespace Postrun.Redaction.Tests.Samples;

internal static class PaymentSamples
{
    internal static IEnumerable<RuleSample> All =>
    [
        Usual.Token("stripe-secret-key", static dice => $"sk_live_{dice.Pick("51" + dice.Of(Dice.Base62, 97), dice.Of(Dice.Base62, 24))}", least: 32),
        Usual.Token("stripe-test-key", static dice => $"sk_test_{dice.Pick("51" + dice.Of(Dice.Base62, 97), dice.Of(Dice.Base62, 24))}", least: 32),
        Usual.Token("stripe-restricted-key", static dice => $"rk_{dice.Pick("live", "test")}_{dice.Pick("51" + dice.Of(Dice.Base62, 97), dice.Of(Dice.Base62, 24))}", least: 32),
        Usual.Token("stripe-publishable-key", static dice => $"pk_{dice.Pick("live", "test")}_{dice.Pick("51" + dice.Of(Dice.Base62, 97), dice.Of(Dice.Base62, 24))}", least: 32),
        Usual.Token("webhook-signing-secret", static dice => $"whsec_{dice.Of(Dice.Base62, 32)}", least: 30),
        Usual.Token("paystack-secret-key", static dice => $"sk_{dice.Pick("live", "test")}_{dice.Of(Dice.Hexadecimal, 40)}"),
        Usual.Token("square-access-token", static dice => $"sq0atp-{dice.Of(Dice.Base64Url, 22)}"),
        Usual.Token("square-application-secret", static dice => $"sq0csp-{dice.Of(Dice.Base64Url, 43)}"),
        Usual.AtStart("square-token", static dice => $"EAAA{dice.Of(Dice.Base64Url, 60)}"),
        Usual.Token("braintree-access-token", static dice => $"access_token${dice.Pick("production", "sandbox")}${dice.Of(Dice.Lower + Dice.Digits, 16)}${dice.Of(Dice.Hexadecimal, 32)}"),
        Usual.Assigned("paypal-client-secret", ["PAYPAL_CLIENT_SECRET", "paypal_secret"], static dice => $"E{dice.Of(Dice.Base64Url, 79)}", least: 60),
        Usual.Assigned("adyen-api-key", ["ADYEN_API_KEY", "adyen.api-key"], static dice => $"AQE{dice.Of(Dice.Lower, 1)}hm{dice.Of(Dice.Base62, 60)}-{dice.Of(Dice.Base62, 43)}=-{dice.Of(Dice.Base62, 16)}", least: 46),
        Usual.Assigned("plaid-secret", ["PLAID_SECRET", "plaid_client_secret"], static dice => dice.Of(Dice.Hexadecimal, 30)),
        Usual.Token("plaid-access-token", static dice => $"access-{dice.Pick("sandbox", "development", "production")}-{Sampled.Uuid(dice)}"),
    ];
}
