using System.Text.RegularExpressions;
using Postrun.Redaction.Detection;
using Postrun.Redaction.Rules;

namespace Postrun.Redaction.Secrets;

/// <summary>Services of Brazil that move money, and the instant transfer Pix.</summary>
internal static partial class BrazilianPaymentRules
{
    internal static IEnumerable<Rule> All =>
    [
        new()
        {
            Id = "mercado-pago-access-token",
            Name = "Mercado Pago access token",
            Reference = "https://www.mercadopago.com.br/developers/en/docs/your-integrations/credentials",
            Severity = Severity.Critical,
            Category = RuleCategory.Payment,
            Detector = new TokenDetector(MercadoPagoAccessToken) { Literals = ["APP_USR-", "TEST-"] },
        },
        new()
        {
            Id = "mercado-pago-public-key",
            Name = "Mercado Pago public key",
            Reference = "https://www.mercadopago.com.br/developers/en/docs/your-integrations/credentials",
            Severity = Severity.Low,
            Category = RuleCategory.Payment,
            Detector = new TokenDetector(MercadoPagoPublicKey) { Literals = ["APP_USR-"] },
        },
        new()
        {
            Id = "mercado-livre-refresh-token",
            Name = "Mercado Livre refresh token",
            Reference = "https://developers.mercadolivre.com.br/en_us/authentication-and-authorization",
            Severity = Severity.High,
            Category = RuleCategory.Payment,
            Detector = new TokenDetector(MercadoLivreRefreshToken) { Literals = ["TG-"] },
        },
        new()
        {
            Id = "pagseguro-token",
            Name = "PagBank token",
            Reference = "https://developer.pagbank.com.br/docs/token-de-autenticacao",
            Severity = Severity.Critical,
            Category = RuleCategory.Payment,
            Detector = new AssignedDetector(PagseguroToken) { Literals = ["pagseguro", "pagbank"], NamesSecret = true },
        },
        new()
        {
            Id = "pagarme-api-key",
            Name = "Pagar.me API key",
            Reference = "https://docs.pagar.me/docs/chaves-de-acesso",
            Severity = Severity.Critical,
            Category = RuleCategory.Payment,
            Detector = new TokenDetector(PagarmeApiKey) { Literals = ["ak_live_", "ak_test_"] },
        },
        new()
        {
            Id = "pagarme-secret-key",
            Name = "Pagar.me secret key",
            Reference = "https://docs.pagar.me/docs/chaves-de-acesso",
            Severity = Severity.Critical,
            Category = RuleCategory.Payment,
            Detector = new AssignedDetector(PagarmeSecretKey) { Literals = ["pagarme", "pagar_me", "pagar-me"], NamesSecret = true },
        },
        new()
        {
            Id = "asaas-api-key",
            Name = "Asaas API key",
            Reference = "https://docs.asaas.com/docs/authentication-1",
            Severity = Severity.Critical,
            Category = RuleCategory.Payment,
            Detector = new TokenDetector(AsaasApiKey) { Literals = ["$aact_"] },
        },
        new()
        {
            Id = "efi-client-secret",
            Name = "Efí client secret",
            Reference = "https://dev.efipay.com.br/docs/api-pix/credenciais/",
            Severity = Severity.Critical,
            Category = RuleCategory.Payment,
            Detector = new TokenDetector(EfiClientSecret) { Literals = ["Client_Secret_"] },
        },
        new()
        {
            Id = "efi-client-id",
            Name = "Efí client id",
            Reference = "https://dev.efipay.com.br/docs/api-pix/credenciais/",
            Severity = Severity.Medium,
            Category = RuleCategory.Payment,
            Detector = new TokenDetector(EfiClientId) { Literals = ["Client_Id_"] },
        },
        new()
        {
            Id = "openpix-app-id",
            Name = "OpenPix app id",
            Reference = "https://developers.openpix.com.br/en/docs/apis/api-getting-started",
            Severity = Severity.Critical,
            Category = RuleCategory.Payment,
            Detector = new TokenDetector(OpenpixAppId) { Literals = ["Q2xpZW50X0lkX"] },
        },
        new()
        {
            Id = "abacatepay-api-key",
            Name = "AbacatePay API key",
            Reference = "https://docs.abacatepay.com",
            Severity = Severity.Critical,
            Category = RuleCategory.Payment,
            Detector = new TokenDetector(AbacatepayApiKey) { Literals = ["abc_dev_", "abc_prod_"] },
        },
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
