using System.Text.RegularExpressions;
using Postrun.Redaction.Detection;
using Postrun.Redaction.Rules;
using Postrun.Redaction.Validation;

namespace Postrun.Redaction.Secrets;

/// <summary>Services of Brazil: merchants, shops and books.</summary>
internal static partial class BrazilianServiceRules
{
    internal static IEnumerable<Rule> All =>
    [
        new()
        {
            Id = "iugu-api-token",
            Name = "iugu API token",
            Reference = "https://dev.iugu.com/docs/autentica%C3%A7%C3%A3o",
            Severity = Severity.Critical,
            Category = RuleCategory.Payment,
            Detector = new AssignedDetector(IuguApiToken) { Literals = ["iugu"], NamesSecret = true },
        },
        new()
        {
            Id = "cielo-merchant-key",
            Name = "Cielo merchant key",
            Reference = "https://docs.cielo.com.br/ecommerce-cielo-en/docs/about-ecommerce-api",
            Severity = Severity.Critical,
            Category = RuleCategory.Payment,
            Detector = new AssignedDetector(CieloMerchantKey) { Literals = ["cielo", "merchantkey", "merchant_key"], NamesSecret = true },
        },
        new()
        {
            Id = "picpay-token",
            Name = "PicPay token",
            Reference = "https://developers-business.picpay.com",
            Severity = Severity.Critical,
            Category = RuleCategory.Payment,
            Detector = new AssignedDetector(Forms.Uuid) { Literals = ["picpay", "x-seller-token"], NamesSecret = true },
        },
        new()
        {
            Id = "vindi-api-key",
            Name = "Vindi API key",
            Reference = "https://vindi.github.io/api-docs/dist/",
            Severity = Severity.Critical,
            Category = RuleCategory.Payment,
            Detector = new AssignedDetector(Forms.Base64Url43) { Literals = ["vindi"], NamesSecret = true },
        },
        new()
        {
            Id = "getnet-client-secret",
            Name = "Getnet client secret",
            Reference = "https://developers.getnet.com.br/api",
            Severity = Severity.Critical,
            Category = RuleCategory.Payment,
            Detector = new AssignedDetector(Forms.Uuid) { Literals = ["getnet"], NamesSecret = true },
        },
        new()
        {
            Id = "pix-client-secret",
            Name = "Client secret of an API of Pix",
            Reference = "https://bacen.github.io/pix-api/",
            Severity = Severity.Critical,
            Category = RuleCategory.Payment,
            Detector = new AssignedDetector(PixClientSecret)
            {
                Literals = ["pix_client_secret", "pix.client-secret", "pixclientsecret"],
                NamesSecret = true,
                Validator = Scrambled.Judge,
            },
        },
        new()
        {
            Id = "conta-azul-client-secret",
            Name = "Conta Azul client secret",
            Reference = "https://developers.contaazul.com",
            Severity = Severity.High,
            Category = RuleCategory.Payment,
            Detector = new AssignedDetector(ContaAzulClientSecret)
            {
                Literals = ["contaazul", "conta_azul", "conta-azul"],
                NamesSecret = true,
                Validator = Scrambled.Judge,
            },
        },
        new()
        {
            Id = "rd-station-token",
            Name = "RD Station token",
            Reference = "https://developers.rdstation.com/reference/autenticacao",
            Severity = Severity.High,
            Category = RuleCategory.Payment,
            Detector = new AssignedDetector(Forms.Hexadecimal32) { Literals = ["rdstation", "rd_station", "rd-station"], NamesSecret = true },
        },
        new()
        {
            Id = "omie-app-secret",
            Name = "Omie app secret",
            Reference = "https://developer.omie.com.br",
            Severity = Severity.High,
            Category = RuleCategory.Payment,
            Detector = new AssignedDetector(Forms.Hexadecimal32) { Literals = ["omie_app"], NamesSecret = true },
        },
        new()
        {
            Id = "vtex-app-token",
            Name = "VTEX app token",
            Reference = "https://developers.vtex.com/docs/guides/api-authentication-using-api-keys",
            Severity = Severity.Critical,
            Category = RuleCategory.Payment,
            Detector = new AssignedDetector(VtexAppToken) { Literals = ["vtex_app", "vtex-api-apptoken"], NamesSecret = true },
        },
        new()
        {
            Id = "hotmart-client-secret",
            Name = "Hotmart client secret",
            Reference = "https://developers.hotmart.com/docs/en/start/app-auth/",
            Severity = Severity.High,
            Category = RuleCategory.Payment,
            Detector = new AssignedDetector(HotmartClientSecret) { Literals = ["hotmart", "hottok"], NamesSecret = true },
        },
    ];

    [GeneratedRegex("[0-9A-Fa-f]{32}(?:[0-9A-Fa-f]{32})?")]
    private static partial Regex IuguApiToken { get; }

    [GeneratedRegex("[A-Z]{40}")]
    private static partial Regex CieloMerchantKey { get; }

    [GeneratedRegex("[0-9A-Za-z_-]{24,140}")]
    private static partial Regex PixClientSecret { get; }

    [GeneratedRegex("[0-9A-Za-z]{32,64}")]
    private static partial Regex ContaAzulClientSecret { get; }

    [GeneratedRegex("[A-Z]{60,100}")]
    private static partial Regex VtexAppToken { get; }

    [GeneratedRegex("[0-9A-Za-z-]{32,60}")]
    private static partial Regex HotmartClientSecret { get; }
}
