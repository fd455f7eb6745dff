using System.Text.RegularExpressions;
using Postrun.Redaction.Detection;
using Postrun.Redaction.Rules;
using Postrun.Redaction.Validation;

namespace Postrun.Redaction.Secrets;

/// <summary>Shops, carriers and exchanges of coins.</summary>
internal static partial class CommerceRules
{
    internal static IEnumerable<Rule> All =>
    [
        new()
        {
            Id = "shopify-access-token",
            Name = "Shopify access token",
            Reference = "https://shopify.dev/docs/apps/build/authentication-authorization",
            Severity = Severity.Critical,
            Category = RuleCategory.Payment,
            Detector = new TokenDetector(ShopifyAccessToken) { Literals = ["shpat_"] },
        },
        new()
        {
            Id = "shopify-custom-app-token",
            Name = "Shopify token of a custom app",
            Reference = "https://shopify.dev/docs/apps/build/authentication-authorization",
            Severity = Severity.Critical,
            Category = RuleCategory.Payment,
            Detector = new TokenDetector(ShopifyCustomAppToken) { Literals = ["shpca_"] },
        },
        new()
        {
            Id = "shopify-private-app-password",
            Name = "Shopify password of a private app",
            Reference = "https://shopify.dev/docs/apps/build/authentication-authorization",
            Severity = Severity.Critical,
            Category = RuleCategory.Payment,
            Detector = new TokenDetector(ShopifyPrivateAppPassword) { Literals = ["shppa_"] },
        },
        new()
        {
            Id = "shopify-shared-secret",
            Name = "Shopify shared secret",
            Reference = "https://shopify.dev/docs/apps/build/authentication-authorization",
            Severity = Severity.Critical,
            Category = RuleCategory.Payment,
            Detector = new TokenDetector(ShopifySharedSecret) { Literals = ["shpss_"] },
        },
        new()
        {
            Id = "shopify-partner-token",
            Name = "Shopify token of a partner",
            Reference = "https://shopify.dev/docs/apps/build/authentication-authorization",
            Severity = Severity.Critical,
            Category = RuleCategory.Payment,
            Detector = new TokenDetector(ShopifyPartnerToken) { Literals = ["prtapi_"] },
        },
        new()
        {
            Id = "shippo-api-token",
            Name = "Shippo API token",
            Reference = "https://docs.goshippo.com/docs/guides_general/authentication/",
            Severity = Severity.High,
            Category = RuleCategory.Payment,
            Detector = new TokenDetector(ShippoApiToken) { Literals = ["shippo_live_", "shippo_test_"] },
        },
        new()
        {
            Id = "easypost-api-key",
            Name = "EasyPost API key",
            Reference = "https://docs.easypost.com/docs/authentication",
            Severity = Severity.High,
            Category = RuleCategory.Payment,
            Detector = new TokenDetector(EasypostApiKey) { Literals = ["EZAK", "EZTK"] },
        },
        new()
        {
            Id = "duffel-access-token",
            Name = "Duffel access token",
            Reference = "https://duffel.com/docs/api/overview/making-requests/authentication",
            Severity = Severity.High,
            Category = RuleCategory.Payment,
            Detector = new TokenDetector(DuffelAccessToken) { Literals = ["duffel_live_", "duffel_test_"] },
        },
        new()
        {
            Id = "coinbase-api-secret",
            Name = "Coinbase API secret",
            Reference = "https://docs.cdp.coinbase.com",
            Severity = Severity.Critical,
            Category = RuleCategory.Payment,
            Detector = new AssignedDetector(CoinbaseApiSecret) { Literals = ["coinbase"], NamesSecret = true, Validator = Scrambled.Judge },
        },
        new()
        {
            Id = "binance-api-secret",
            Name = "Binance API key or secret",
            Reference = "https://developers.binance.com/docs/binance-spot-api-docs",
            Severity = Severity.Critical,
            Category = RuleCategory.Payment,
            Detector = new AssignedDetector(BinanceApiSecret) { Literals = ["binance"], NamesSecret = true, Validator = Scrambled.Judge },
        },
        new()
        {
            Id = "coingecko-api-key",
            Name = "CoinGecko API key",
            Reference = "https://docs.coingecko.com/reference/authentication",
            Severity = Severity.High,
            Category = RuleCategory.Payment,
            Detector = new TokenDetector(CoingeckoApiKey) { Literals = ["CG-"] },
        },
    ];

    [GeneratedRegex("shpat_[0-9A-Fa-f]{32}")]
    private static partial Regex ShopifyAccessToken { get; }

    [GeneratedRegex("shpca_[0-9A-Fa-f]{32}")]
    private static partial Regex ShopifyCustomAppToken { get; }

    [GeneratedRegex("shppa_[0-9A-Fa-f]{32}")]
    private static partial Regex ShopifyPrivateAppPassword { get; }

    [GeneratedRegex("shpss_[0-9A-Fa-f]{32}")]
    private static partial Regex ShopifySharedSecret { get; }

    [GeneratedRegex("prtapi_[0-9a-f]{32}")]
    private static partial Regex ShopifyPartnerToken { get; }

    [GeneratedRegex("shippo_(?:live|test)_[0-9a-f]{40}")]
    private static partial Regex ShippoApiToken { get; }

    [GeneratedRegex("EZ(?:A|T)K[0-9A-Za-z]{54}")]
    private static partial Regex EasypostApiKey { get; }

    [GeneratedRegex("duffel_(?:live|test)_[0-9A-Za-z_-]{43}")]
    private static partial Regex DuffelAccessToken { get; }

    [GeneratedRegex("[0-9A-Za-z+/]{32,88}={0,2}")]
    private static partial Regex CoinbaseApiSecret { get; }

    [GeneratedRegex("[0-9A-Za-z]{64}")]
    private static partial Regex BinanceApiSecret { get; }

    [GeneratedRegex("CG-[0-9A-Za-z]{24}")]
    private static partial Regex CoingeckoApiKey { get; }
}
