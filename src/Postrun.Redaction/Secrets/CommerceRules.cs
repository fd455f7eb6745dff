using System.Text.RegularExpressions;
using Postrun.Redaction.Rules;
using Postrun.Redaction.Validation;

namespace Postrun.Redaction.Secrets;

/// <summary>Shops, carriers and exchanges of coins.</summary>
internal static partial class CommerceRules
{
    private static readonly RuleSource Shopify = new(RuleCategory.Payment, "https://shopify.dev/docs/apps/build/authentication-authorization");
    private static readonly RuleSource Shippo = new(RuleCategory.Payment, "https://docs.goshippo.com/docs/guides_general/authentication/");
    private static readonly RuleSource Easypost = new(RuleCategory.Payment, "https://docs.easypost.com/docs/authentication");
    private static readonly RuleSource Duffel = new(RuleCategory.Payment, "https://duffel.com/docs/api/overview/making-requests/authentication");
    private static readonly RuleSource Coinbase = new(RuleCategory.Payment, "https://docs.cdp.coinbase.com");
    private static readonly RuleSource Binance = new(RuleCategory.Payment, "https://developers.binance.com/docs/binance-spot-api-docs");
    private static readonly RuleSource Coingecko = new(RuleCategory.Payment, "https://docs.coingecko.com/reference/authentication");

    internal static IEnumerable<Rule> All =>
    [
        Shopify.Token("shopify-access-token", "Shopify access token", Severity.Critical, ShopifyAccessToken, ["shpat_"]),
        Shopify.Token("shopify-custom-app-token", "Shopify token of a custom app", Severity.Critical, ShopifyCustomAppToken, ["shpca_"]),
        Shopify.Token("shopify-private-app-password", "Shopify password of a private app", Severity.Critical, ShopifyPrivateAppPassword, ["shppa_"]),
        Shopify.Token("shopify-shared-secret", "Shopify shared secret", Severity.Critical, ShopifySharedSecret, ["shpss_"]),
        Shopify.Token("shopify-partner-token", "Shopify token of a partner", Severity.Critical, ShopifyPartnerToken, ["prtapi_"]),
        Shippo.Token("shippo-api-token", "Shippo API token", Severity.High, ShippoApiToken, ["shippo_live_", "shippo_test_"]),
        Easypost.Token("easypost-api-key", "EasyPost API key", Severity.High, EasypostApiKey, ["EZAK", "EZTK"]),
        Duffel.Token("duffel-access-token", "Duffel access token", Severity.High, DuffelAccessToken, ["duffel_live_", "duffel_test_"]),
        Coinbase.Named("coinbase-api-secret", "Coinbase API secret", Severity.Critical, CoinbaseApiSecret, ["coinbase"], Strength.Random),
        Binance.Named("binance-api-secret", "Binance API key or secret", Severity.Critical, BinanceApiSecret, ["binance"], Strength.Random),
        Coingecko.Token("coingecko-api-key", "CoinGecko API key", Severity.High, CoingeckoApiKey, ["CG-"], Strength.MixedCase),
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
