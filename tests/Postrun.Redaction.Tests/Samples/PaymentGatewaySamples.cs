namespace Postrun.Redaction.Tests.Samples;

internal static class PaymentGatewaySamples
{
    internal static IEnumerable<RuleSample> All =>
    [
        Usual.Token("razorpay-key-id", static dice => $"rzp_{dice.Pick("live", "test")}_{dice.Of(Dice.Base62, 14)}"),
        Usual.Assigned("razorpay-key-secret", ["RAZORPAY_KEY_SECRET", "razorpay_secret"], static dice => dice.Of(Dice.Base62, 24)),
        Usual.Token("flutterwave-secret-key", static dice => $"FLWSECK{dice.Pick("", "_TEST")}-{dice.Of(Dice.Base62, 32)}-X"),
        Usual.Token("flutterwave-public-key", static dice => $"FLWPUBK{dice.Pick("", "_TEST")}-{dice.Of(Dice.Base62, 32)}-X"),
        Usual.Assigned("gocardless-access-token", ["GOCARDLESS_ACCESS_TOKEN", "gocardless.token"], static dice => $"{dice.Pick("live", "sandbox")}_{dice.Of(Dice.Base64Url, 40)}"),
        Usual.Token("klarna-api-key", static dice => $"klarna_{dice.Pick("live", "test")}_api_{dice.Of(Dice.Base62, 60, 160)}", least: 56),
        Usual.Token("paddle-api-key", static dice => $"pdl_{dice.Pick("live", "sdbx")}_apikey_{dice.Of(Dice.Lower + Dice.Digits, 26)}_{dice.Of(Dice.Base62, 22)}_{dice.Of(Dice.Base62, 3)}"),
        Usual.Token("polar-token", static dice => $"polar_{dice.Pick("oat", "pat")}_{dice.Of(Dice.Base64Url, 43)}"),
        Usual.Token("xendit-secret-key", static dice => $"xnd_{dice.Pick("production", "development")}_{dice.Of(Dice.Base62, 50, 70)}", least: 65),
        Usual.Token("midtrans-server-key", static dice => $"{dice.Pick("", "SB-")}Mid-server-{dice.Of(Dice.Base64Url, 24)}"),
        Usual.Token("omise-secret-key", static dice => $"skey_{dice.Pick("", "test_")}{dice.Of(Dice.Lower + Dice.Digits, 19)}"),
        Usual.Assigned("mollie-api-key", ["MOLLIE_API_KEY", "mollie_key"], static dice => $"{dice.Pick("live", "test")}_{dice.Of(Dice.Base62, 30)}", least: 34),
    ];
}
