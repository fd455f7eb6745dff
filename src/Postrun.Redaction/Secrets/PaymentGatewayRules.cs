using System.Text.RegularExpressions;
using Postrun.Redaction.Detection;
using Postrun.Redaction.Rules;
using Postrun.Redaction.Validation;

namespace Postrun.Redaction.Secrets;

/// <summary>Gateways of payment beside those that most use.</summary>
internal static partial class PaymentGatewayRules
{
    internal static IEnumerable<Rule> All =>
    [
        new()
        {
            Id = "razorpay-key-id",
            Name = "Razorpay key id",
            Reference = "https://razorpay.com/docs/api/authentication/",
            Severity = Severity.Medium,
            Category = RuleCategory.Payment,
            Detector = new TokenDetector(RazorpayKeyId) { Literals = ["rzp_live_", "rzp_test_"] },
        },
        new()
        {
            Id = "razorpay-key-secret",
            Name = "Razorpay key secret",
            Reference = "https://razorpay.com/docs/api/authentication/",
            Severity = Severity.Critical,
            Category = RuleCategory.Payment,
            Detector = new AssignedDetector(Forms.Alphanumeric24) { Literals = ["razorpay"], NamesSecret = true, Validator = Scrambled.Judge },
        },
        new()
        {
            Id = "flutterwave-secret-key",
            Name = "Flutterwave secret key",
            Reference = "https://developer.flutterwave.com/docs/authentication",
            Severity = Severity.Critical,
            Category = RuleCategory.Payment,
            Detector = new TokenDetector(FlutterwaveSecretKey) { Literals = ["FLWSECK"] },
        },
        new()
        {
            Id = "flutterwave-public-key",
            Name = "Flutterwave public key",
            Reference = "https://developer.flutterwave.com/docs/authentication",
            Severity = Severity.Low,
            Category = RuleCategory.Payment,
            Detector = new TokenDetector(FlutterwavePublicKey) { Literals = ["FLWPUBK"] },
        },
        new()
        {
            Id = "gocardless-access-token",
            Name = "GoCardless access token",
            Reference = "https://developer.gocardless.com/api-reference/",
            Severity = Severity.Critical,
            Category = RuleCategory.Payment,
            Detector = new AssignedDetector(GocardlessAccessToken) { Literals = ["gocardless"], NamesSecret = true },
        },
        new()
        {
            Id = "klarna-api-key",
            Name = "Klarna API key",
            Reference = "https://docs.klarna.com/api/authentication/",
            Severity = Severity.Critical,
            Category = RuleCategory.Payment,
            Detector = new TokenDetector(KlarnaApiKey) { Literals = ["klarna_live_", "klarna_test_"] },
        },
        new()
        {
            Id = "paddle-api-key",
            Name = "Paddle API key",
            Reference = "https://developer.paddle.com/api-reference/about/authentication",
            Severity = Severity.Critical,
            Category = RuleCategory.Payment,
            Detector = new TokenDetector(PaddleApiKey) { Literals = ["pdl_live_", "pdl_sdbx_"] },
        },
        new()
        {
            Id = "polar-token",
            Name = "Polar access token",
            Reference = "https://docs.polar.sh/api-reference/introduction",
            Severity = Severity.High,
            Category = RuleCategory.Payment,
            Detector = new TokenDetector(PolarToken) { Literals = ["polar_oat_", "polar_pat_"] },
        },
        new()
        {
            Id = "xendit-secret-key",
            Name = "Xendit secret key",
            Reference = "https://docs.xendit.co/docs/api-keys",
            Severity = Severity.Critical,
            Category = RuleCategory.Payment,
            Detector = new TokenDetector(XenditSecretKey) { Literals = ["xnd_production_", "xnd_development_"] },
        },
        new()
        {
            Id = "midtrans-server-key",
            Name = "Midtrans key of a server",
            Reference = "https://docs.midtrans.com/docs/access-keys",
            Severity = Severity.Critical,
            Category = RuleCategory.Payment,
            Detector = new TokenDetector(MidtransServerKey) { Literals = ["Mid-server-"], Lead = 3 },
        },
        new()
        {
            Id = "omise-secret-key",
            Name = "Omise secret key",
            Reference = "https://docs.omise.co/api-authentication",
            Severity = Severity.Critical,
            Category = RuleCategory.Payment,
            Detector = new TokenDetector(OmiseSecretKey) { Literals = ["skey_"] },
        },
        new()
        {
            Id = "mollie-api-key",
            Name = "Mollie API key",
            Reference = "https://docs.mollie.com/reference/authentication",
            Severity = Severity.Critical,
            Category = RuleCategory.Payment,
            Detector = new AssignedDetector(MollieApiKey) { Literals = ["mollie"], NamesSecret = true },
        },
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
