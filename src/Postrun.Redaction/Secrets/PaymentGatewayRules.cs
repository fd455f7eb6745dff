using System.Text.RegularExpressions;
using Postrun.Redaction.Rules;
using Postrun.Redaction.Validation;

namespace Postrun.Redaction.Secrets;

/// <summary>Gateways of payment beside those that most use.</summary>
internal static partial class PaymentGatewayRules
{
    private static readonly RuleSource RazorpayKey = new(RuleCategory.Payment, "https://razorpay.com/docs/api/authentication/");
    private static readonly RuleSource Flutterwave = new(RuleCategory.Payment, "https://developer.flutterwave.com/docs/authentication");
    private static readonly RuleSource Gocardless = new(RuleCategory.Payment, "https://developer.gocardless.com/api-reference/");
    private static readonly RuleSource Klarna = new(RuleCategory.Payment, "https://docs.klarna.com/api/authentication/");
    private static readonly RuleSource Paddle = new(RuleCategory.Payment, "https://developer.paddle.com/api-reference/about/authentication");
    private static readonly RuleSource Polar = new(RuleCategory.Payment, "https://docs.polar.sh/api-reference/introduction");
    private static readonly RuleSource Xendit = new(RuleCategory.Payment, "https://docs.xendit.co/docs/api-keys");
    private static readonly RuleSource Midtrans = new(RuleCategory.Payment, "https://docs.midtrans.com/docs/access-keys");
    private static readonly RuleSource Omise = new(RuleCategory.Payment, "https://docs.omise.co/api-authentication");
    private static readonly RuleSource Mollie = new(RuleCategory.Payment, "https://docs.mollie.com/reference/authentication");

    internal static IEnumerable<Rule> All =>
    [
        RazorpayKey.Token("razorpay-key-id", "Razorpay key id", Severity.Medium, RazorpayKeyId, ["rzp_live_", "rzp_test_"]),
        RazorpayKey.Named("razorpay-key-secret", "Razorpay key secret", Severity.Critical, SharedForms.Alphanumeric24,
            ["razorpay"], Strength.Random),
        Flutterwave.Token("flutterwave-secret-key", "Flutterwave secret key", Severity.Critical, FlutterwaveSecretKey, ["FLWSECK"]),
        Flutterwave.Token("flutterwave-public-key", "Flutterwave public key", Severity.Low, FlutterwavePublicKey, ["FLWPUBK"]),
        Gocardless.Named("gocardless-access-token", "GoCardless access token", Severity.Critical, GocardlessAccessToken, ["gocardless"]),
        Klarna.Token("klarna-api-key", "Klarna API key", Severity.Critical, KlarnaApiKey, ["klarna_live_", "klarna_test_"]),
        Paddle.Token("paddle-api-key", "Paddle API key", Severity.Critical, PaddleApiKey, ["pdl_live_", "pdl_sdbx_"]),
        Polar.Token("polar-token", "Polar access token", Severity.High, PolarToken, ["polar_oat_", "polar_pat_"]),
        Xendit.Token("xendit-secret-key", "Xendit secret key", Severity.Critical, XenditSecretKey, ["xnd_production_", "xnd_development_"]),
        Midtrans.Token("midtrans-server-key", "Midtrans key of a server", Severity.Critical, MidtransServerKey, ["Mid-server-"], lead: 3),
        Omise.Token("omise-secret-key", "Omise secret key", Severity.Critical, OmiseSecretKey, ["skey_"]),
        Mollie.Named("mollie-api-key", "Mollie API key", Severity.Critical, MollieApiKey, ["mollie"]),
    ];

    [GeneratedRegex("rzp_(?:live|test)_[0-9A-Za-z]{14}")]
    private static partial Regex RazorpayKeyId { get; }

    [GeneratedRegex("FLWSECK(?:_TEST)?-[0-9A-Za-z]{12,44}-X")]
    private static partial Regex FlutterwaveSecretKey { get; }

    [GeneratedRegex("FLWPUBK(?:_TEST)?-[0-9A-Za-z]{12,44}-X")]
    private static partial Regex FlutterwavePublicKey { get; }

    [GeneratedRegex("(?:live|sandbox)_[0-9A-Za-z_-]{40}")]
    private static partial Regex GocardlessAccessToken { get; }

    [GeneratedRegex("klarna_(?:live|test)_api_[0-9A-Za-z+/=*()#$_-]{40,300}")]
    private static partial Regex KlarnaApiKey { get; }

    [GeneratedRegex("pdl_(?:live|sdbx)_apikey_[0-9a-z]{26}_[0-9A-Za-z]{22}_[0-9A-Za-z]{3}")]
    private static partial Regex PaddleApiKey { get; }

    [GeneratedRegex("polar_(?:oat|pat)_[0-9A-Za-z_-]{43}")]
    private static partial Regex PolarToken { get; }

    [GeneratedRegex("xnd_(?:production|development)_[0-9A-Za-z]{50,70}")]
    private static partial Regex XenditSecretKey { get; }

    [GeneratedRegex("(?:SB-)?Mid-server-[0-9A-Za-z_-]{24}")]
    private static partial Regex MidtransServerKey { get; }

    [GeneratedRegex("skey_(?:test_)?[0-9a-z]{19}")]
    private static partial Regex OmiseSecretKey { get; }

    [GeneratedRegex("(?:live|test)_[0-9A-Za-z]{30,60}")]
    private static partial Regex MollieApiKey { get; }
}
