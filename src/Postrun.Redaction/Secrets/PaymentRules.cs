using System.Text.RegularExpressions;
using Postrun.Redaction.Rules;

namespace Postrun.Redaction.Secrets;

/// <summary>Services that move money.</summary>
internal static partial class PaymentRules
{
    private static readonly RuleSource Stripe = new(RuleCategory.Payment, "https://docs.stripe.com/keys");
    private static readonly RuleSource Webhook = new(RuleCategory.Payment, "https://docs.stripe.com/webhooks");
    private static readonly RuleSource Paystack = new(RuleCategory.Payment, "https://paystack.com/docs/api/authentication/");
    private static readonly RuleSource Square = new(RuleCategory.Payment, "https://developer.squareup.com/docs/build-basics/access-tokens");
    private static readonly RuleSource Braintree = new(RuleCategory.Payment, "https://developer.paypal.com/braintree/articles/control-panel/important-gateway-credentials");
    private static readonly RuleSource Paypal = new(RuleCategory.Payment, "https://developer.paypal.com/api/rest/authentication/");
    private static readonly RuleSource Adyen = new(RuleCategory.Payment, "https://docs.adyen.com/development-resources/api-credentials/");
    private static readonly RuleSource Plaid = new(RuleCategory.Payment, "https://plaid.com/docs/api/");
    private static readonly RuleSource PlaidSource = new(RuleCategory.Payment, "https://plaid.com/docs/api/items/");

    internal static IEnumerable<Rule> All =>
    [
        Stripe.Token("stripe-secret-key", "Stripe secret key", Severity.Critical, StripeSecretKey, ["sk_live_"]),
        Stripe.Token("stripe-test-key", "Stripe secret key of a test", Severity.High, StripeTestKey, ["sk_test_"]),
        Stripe.Token("stripe-restricted-key", "Stripe restricted key", Severity.Critical, StripeRestrictedKey, ["rk_live_", "rk_test_"]),
        Stripe.Token("stripe-publishable-key", "Stripe publishable key", Severity.Low, StripePublishableKey, ["pk_live_", "pk_test_"]),
        Webhook.Token("webhook-signing-secret", "Secret that signs web hooks, as Stripe and Svix give them", Severity.High, WebhookSigningSecret,
            ["whsec_"]),
        Paystack.Token("paystack-secret-key", "Paystack secret key", Severity.Critical, PaystackSecretKey, ["sk_live_", "sk_test_"]),
        Square.Token("square-access-token", "Square access token, older form", Severity.Critical, SquareAccessToken, ["sq0atp-"]),
        Square.Token("square-application-secret", "Square application secret", Severity.Critical, SquareApplicationSecret, ["sq0csp-"]),
        Square.Following("square-token", "Square access token", Severity.Critical, SharedForms.Start, SquareToken, SharedForms.AtStart("EAA")),
        Braintree.Token("braintree-access-token", "Braintree access token of PayPal", Severity.Critical, BraintreeAccessToken, ["access_token$"]),
        Paypal.Named("paypal-client-secret", "PayPal client secret", Severity.Critical, PaypalClientSecret, ["paypal"]),
        Adyen.Named("adyen-api-key", "Adyen API key", Severity.Critical, AdyenApiKey, ["adyen"]),
        Plaid.Named("plaid-secret", "Plaid secret", Severity.Critical, PlaidSecret, ["plaid"]),
        PlaidSource.Token("plaid-access-token", "Plaid access token", Severity.Critical, PlaidAccessToken,
            ["access-sandbox-", "access-development-", "access-production-"]),
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
