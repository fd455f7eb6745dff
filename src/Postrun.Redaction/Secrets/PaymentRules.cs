using System.Text.RegularExpressions;
using Postrun.Redaction.Detection;
using Postrun.Redaction.Rules;

namespace Postrun.Redaction.Secrets;

/// <summary>Services that move money.</summary>
internal static partial class PaymentRules
{
    internal static IEnumerable<Rule> All =>
    [
        new()
        {
            Id = "stripe-secret-key",
            Name = "Stripe secret key",
            Reference = "https://docs.stripe.com/keys",
            Severity = Severity.Critical,
            Category = RuleCategory.Payment,
            Detector = new TokenDetector(StripeSecretKey) { Literals = ["sk_live_"] },
        },
        new()
        {
            Id = "stripe-test-key",
            Name = "Stripe secret key of a test",
            Reference = "https://docs.stripe.com/keys",
            Severity = Severity.High,
            Category = RuleCategory.Payment,
            Detector = new TokenDetector(StripeTestKey) { Literals = ["sk_test_"] },
        },
        new()
        {
            Id = "stripe-restricted-key",
            Name = "Stripe restricted key",
            Reference = "https://docs.stripe.com/keys",
            Severity = Severity.Critical,
            Category = RuleCategory.Payment,
            Detector = new TokenDetector(StripeRestrictedKey) { Literals = ["rk_live_", "rk_test_"] },
        },
        new()
        {
            Id = "stripe-publishable-key",
            Name = "Stripe publishable key",
            Reference = "https://docs.stripe.com/keys",
            Severity = Severity.Low,
            Category = RuleCategory.Payment,
            Detector = new TokenDetector(StripePublishableKey) { Literals = ["pk_live_", "pk_test_"] },
        },
        new()
        {
            Id = "webhook-signing-secret",
            Name = "Secret that signs web hooks, as Stripe and Svix give them",
            Reference = "https://docs.stripe.com/webhooks",
            Severity = Severity.High,
            Category = RuleCategory.Payment,
            Detector = new TokenDetector(WebhookSigningSecret) { Literals = ["whsec_"] },
        },
        new()
        {
            Id = "paystack-secret-key",
            Name = "Paystack secret key",
            Reference = "https://paystack.com/docs/api/authentication/",
            Severity = Severity.Critical,
            Category = RuleCategory.Payment,
            Detector = new TokenDetector(PaystackSecretKey) { Literals = ["sk_live_", "sk_test_"] },
        },
        new()
        {
            Id = "square-access-token",
            Name = "Square access token, older form",
            Reference = "https://developer.squareup.com/docs/build-basics/access-tokens",
            Severity = Severity.Critical,
            Category = RuleCategory.Payment,
            Detector = new TokenDetector(SquareAccessToken) { Literals = ["sq0atp-"] },
        },
        new()
        {
            Id = "square-application-secret",
            Name = "Square application secret",
            Reference = "https://developer.squareup.com/docs/build-basics/access-tokens",
            Severity = Severity.Critical,
            Category = RuleCategory.Payment,
            Detector = new TokenDetector(SquareApplicationSecret) { Literals = ["sq0csp-"] },
        },
        new()
        {
            Id = "square-token",
            Name = "Square access token",
            Reference = "https://developer.squareup.com/docs/build-basics/access-tokens",
            Severity = Severity.Critical,
            Category = RuleCategory.Payment,
            Detector = new FollowingDetector(Forms.Start, SquareToken) { Literals = Forms.AtStart("EAA") },
        },
        new()
        {
            Id = "braintree-access-token",
            Name = "Braintree access token of PayPal",
            Reference = "https://developer.paypal.com/braintree/articles/control-panel/important-gateway-credentials",
            Severity = Severity.Critical,
            Category = RuleCategory.Payment,
            Detector = new TokenDetector(BraintreeAccessToken) { Literals = ["access_token$"] },
        },
        new()
        {
            Id = "paypal-client-secret",
            Name = "PayPal client secret",
            Reference = "https://developer.paypal.com/api/rest/authentication/",
            Severity = Severity.Critical,
            Category = RuleCategory.Payment,
            Detector = new AssignedDetector(PaypalClientSecret) { Literals = ["paypal"], NamesSecret = true },
        },
        new()
        {
            Id = "adyen-api-key",
            Name = "Adyen API key",
            Reference = "https://docs.adyen.com/development-resources/api-credentials/",
            Severity = Severity.Critical,
            Category = RuleCategory.Payment,
            Detector = new AssignedDetector(AdyenApiKey) { Literals = ["adyen"], NamesSecret = true },
        },
        new()
        {
            Id = "plaid-secret",
            Name = "Plaid secret",
            Reference = "https://plaid.com/docs/api/",
            Severity = Severity.Critical,
            Category = RuleCategory.Payment,
            Detector = new AssignedDetector(PlaidSecret) { Literals = ["plaid"], NamesSecret = true },
        },
        new()
        {
            Id = "plaid-access-token",
            Name = "Plaid access token",
            Reference = "https://plaid.com/docs/api/items/",
            Severity = Severity.Critical,
            Category = RuleCategory.Payment,
            Detector = new TokenDetector(PlaidAccessToken) { Literals = ["access-sandbox-", "access-development-", "access-production-"] },
        },
    ];

    [GeneratedRegex("sk_live_(?:5[0-9A-Za-z]{60,250}|[0-9A-Za-z]{24,36})")]
    private static partial Regex StripeSecretKey { get; }

    [GeneratedRegex("sk_test_(?:5[0-9A-Za-z]{60,250}|[0-9A-Za-z]{24,36})")]
    private static partial Regex StripeTestKey { get; }

    [GeneratedRegex("rk_(?:live|test)_[0-9A-Za-z]{24,250}")]
    private static partial Regex StripeRestrictedKey { get; }

    [GeneratedRegex("pk_(?:live|test)_(?:5[0-9A-Za-z]{60,250}|[0-9A-Za-z]{24})")]
    private static partial Regex StripePublishableKey { get; }

    [GeneratedRegex("whsec_[0-9A-Za-z+/]{24,80}={0,2}")]
    private static partial Regex WebhookSigningSecret { get; }

    [GeneratedRegex("sk_(?:live|test)_[0-9a-f]{40}")]
    private static partial Regex PaystackSecretKey { get; }

    [GeneratedRegex("sq0atp-[0-9A-Za-z_-]{22}")]
    private static partial Regex SquareAccessToken { get; }

    [GeneratedRegex("sq0csp-[0-9A-Za-z_-]{43}")]
    private static partial Regex SquareApplicationSecret { get; }

    [GeneratedRegex("EAAA[0-9A-Za-z_-]{60}")]
    private static partial Regex SquareToken { get; }

    [GeneratedRegex(@"access_token\$(?:production|sandbox)\$[0-9a-z]{16}\$[0-9a-f]{32}")]
    private static partial Regex BraintreeAccessToken { get; }

    [GeneratedRegex("[0-9A-Za-z_-]{64,90}")]
    private static partial Regex PaypalClientSecret { get; }

    [GeneratedRegex("AQE[0-9A-Za-z]hm[0-9A-Za-z+/=._-]{40,240}")]
    private static partial Regex AdyenApiKey { get; }

    [GeneratedRegex("[0-9a-f]{30}")]
    private static partial Regex PlaidSecret { get; }

    [GeneratedRegex("access-(?:sandbox|development|production)-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")]
    private static partial Regex PlaidAccessToken { get; }
}
