using System.Text.RegularExpressions;
using Postrun.Redaction.Rules;
using Postrun.Redaction.Validation;

namespace Postrun.Redaction.Secrets;

/// <summary>Services of Brazil: merchants, shops and books.</summary>
internal static partial class BrazilianServiceRules
{
    private static readonly RuleSource Iugu = new(RuleCategory.Payment, "https://dev.iugu.com/docs/autentica%C3%A7%C3%A3o");
    private static readonly RuleSource CieloMerchant = new(RuleCategory.Payment, "https://docs.cielo.com.br/ecommerce-cielo-en/docs/about-ecommerce-api");
    private static readonly RuleSource Picpay = new(RuleCategory.Payment, "https://developers-business.picpay.com");
    private static readonly RuleSource Vindi = new(RuleCategory.Payment, "https://vindi.github.io/api-docs/dist/");
    private static readonly RuleSource Getnet = new(RuleCategory.Payment, "https://developers.getnet.com.br/api");
    private static readonly RuleSource Pix = new(RuleCategory.Payment, "https://bacen.github.io/pix-api/");
    private static readonly RuleSource ContaAzul = new(RuleCategory.Payment, "https://developers.contaazul.com");
    private static readonly RuleSource RdStation = new(RuleCategory.Payment, "https://developers.rdstation.com/reference/autenticacao");
    private static readonly RuleSource OmieApp = new(RuleCategory.Payment, "https://developer.omie.com.br");
    private static readonly RuleSource VtexApp = new(RuleCategory.Payment, "https://developers.vtex.com/docs/guides/api-authentication-using-api-keys");
    private static readonly RuleSource Hotmart = new(RuleCategory.Payment, "https://developers.hotmart.com/docs/en/start/app-auth/");

    internal static IEnumerable<Rule> All =>
    [
        Iugu.Named("iugu-api-token", "iugu API token", Severity.Critical, IuguApiToken, ["iugu"]),
        CieloMerchant.Named("cielo-merchant-key", "Cielo merchant key", Severity.Critical, CieloMerchantKey,
            ["cielo", "merchantkey", "merchant_key"]),
        Picpay.Named("picpay-token", "PicPay token", Severity.Critical, SharedForms.Uuid, ["picpay", "x-seller-token"]),
        Vindi.Named("vindi-api-key", "Vindi API key", Severity.Critical, SharedForms.Base64Url43, ["vindi"]),
        Getnet.Named("getnet-client-secret", "Getnet client secret", Severity.Critical, SharedForms.Uuid, ["getnet"]),
        Pix.Named("pix-client-secret", "Client secret of an API of Pix", Severity.Critical, PixClientSecret,
            ["pix_client_secret", "pix.client-secret", "pixclientsecret"], Strength.Random),
        ContaAzul.Named("conta-azul-client-secret", "Conta Azul client secret", Severity.High, ContaAzulClientSecret,
            ["contaazul", "conta_azul", "conta-azul"], Strength.Random),
        RdStation.Named("rd-station-token", "RD Station token", Severity.High, SharedForms.Hexadecimal32, ["rdstation", "rd_station", "rd-station"]),
        OmieApp.Named("omie-app-secret", "Omie app secret", Severity.High, SharedForms.Hexadecimal32, ["omie_app"]),
        VtexApp.Named("vtex-app-token", "VTEX app token", Severity.Critical, VtexAppToken, ["vtex_app", "vtex-api-apptoken"]),
        Hotmart.Named("hotmart-client-secret", "Hotmart client secret", Severity.High, HotmartClientSecret, ["hotmart", "hottok"]),
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
