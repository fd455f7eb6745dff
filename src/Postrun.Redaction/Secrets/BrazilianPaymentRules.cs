using System.Text.RegularExpressions;
using Postrun.Redaction.Rules;

namespace Postrun.Redaction.Secrets;

/// <summary>Services of Brazil that move money, and the instant transfer Pix.</summary>
internal static partial class BrazilianPaymentRules
{
    private static readonly RuleSource MercadoPago = new(RuleCategory.Payment, "https://www.mercadopago.com.br/developers/en/docs/your-integrations/credentials");
    private static readonly RuleSource MercadoLivreRefresh = new(RuleCategory.Payment, "https://developers.mercadolivre.com.br/en_us/authentication-and-authorization");
    private static readonly RuleSource Pagseguro = new(RuleCategory.Payment, "https://developer.pagbank.com.br/docs/token-de-autenticacao");
    private static readonly RuleSource Pagarme = new(RuleCategory.Payment, "https://docs.pagar.me/docs/chaves-de-acesso");
    private static readonly RuleSource Asaas = new(RuleCategory.Payment, "https://docs.asaas.com/docs/authentication-1");
    private static readonly RuleSource EfiClient = new(RuleCategory.Payment, "https://dev.efipay.com.br/docs/api-pix/credenciais/");
    private static readonly RuleSource OpenpixAppIdSource = new(RuleCategory.Payment, "https://developers.openpix.com.br/en/docs/apis/api-getting-started");
    private static readonly RuleSource Abacatepay = new(RuleCategory.Payment, "https://docs.abacatepay.com");

    internal static IEnumerable<Rule> All =>
    [
        MercadoPago.Token("mercado-pago-access-token", "Mercado Pago access token", Severity.Critical, MercadoPagoAccessToken,
            ["APP_USR-", "TEST-"]),
        MercadoPago.Token("mercado-pago-public-key", "Mercado Pago public key", Severity.Low, MercadoPagoPublicKey, ["APP_USR-"]),
        MercadoLivreRefresh.Token("mercado-livre-refresh-token", "Mercado Livre refresh token", Severity.High, MercadoLivreRefreshToken, ["TG-"]),
        Pagseguro.Named("pagseguro-token", "PagBank token", Severity.Critical, PagseguroToken, ["pagseguro", "pagbank"]),
        Pagarme.Token("pagarme-api-key", "Pagar.me API key", Severity.Critical, PagarmeApiKey, ["ak_live_", "ak_test_"]),
        Pagarme.Named("pagarme-secret-key", "Pagar.me secret key", Severity.Critical, PagarmeSecretKey, ["pagarme", "pagar_me", "pagar-me"]),
        Asaas.Token("asaas-api-key", "Asaas API key", Severity.Critical, AsaasApiKey, ["$aact_"]),
        EfiClient.Token("efi-client-secret", "Efí client secret", Severity.Critical, EfiClientSecret, ["Client_Secret_"]),
        EfiClient.Token("efi-client-id", "Efí client id", Severity.Medium, EfiClientId, ["Client_Id_"]),
        OpenpixAppIdSource.Token("openpix-app-id", "OpenPix app id", Severity.Critical, OpenpixAppId, ["Q2xpZW50X0lkX"]),
        Abacatepay.Token("abacatepay-api-key", "AbacatePay API key", Severity.Critical, AbacatepayApiKey, ["abc_dev_", "abc_prod_"]),
    ];

    [GeneratedRegex("(?:APP_USR|TEST)-[0-9]{10,18}-[0-9]{6}-[0-9a-f]{32}-[0-9]{5,12}")]
    private static partial Regex MercadoPagoAccessToken { get; }

    [GeneratedRegex("APP_USR-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")]
    private static partial Regex MercadoPagoPublicKey { get; }

    [GeneratedRegex("TG-[0-9a-f]{24}-[0-9]{6,12}")]
    private static partial Regex MercadoLivreRefreshToken { get; }

    [GeneratedRegex("[0-9A-Fa-f-]{32,110}")]
    private static partial Regex PagseguroToken { get; }

    [GeneratedRegex("ak_(?:live|test)_[0-9A-Za-z]{30}")]
    private static partial Regex PagarmeApiKey { get; }

    [GeneratedRegex("sk_(?:test_)?[0-9A-Za-z]{16}(?:[0-9A-Za-z]{16})?")]
    private static partial Regex PagarmeSecretKey { get; }

    [GeneratedRegex(@"\$aact_[0-9A-Za-z:+/=_-]{40,400}")]
    private static partial Regex AsaasApiKey { get; }

    [GeneratedRegex("Client_Secret_[0-9a-f]{40}")]
    private static partial Regex EfiClientSecret { get; }

    [GeneratedRegex("Client_Id_[0-9a-f]{40}")]
    private static partial Regex EfiClientId { get; }

    [GeneratedRegex("Q2xpZW50X0lkX[0-9A-Za-z+/]{40,240}={0,2}")]
    private static partial Regex OpenpixAppId { get; }

    [GeneratedRegex("abc_(?:dev|prod)_[0-9A-Za-z]{20,40}")]
    private static partial Regex AbacatepayApiKey { get; }
}
