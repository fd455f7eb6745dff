using System.Text.RegularExpressions;
using Postrun.Redaction.Rules;
using Postrun.Redaction.Validation;

namespace Postrun.Redaction.Secrets;

/// <summary>Content, media and maps.</summary>
internal static partial class ContentRules
{
    private static readonly RuleSource Contentful = new(RuleCategory.Service, "https://www.contentful.com/developers/docs/references/authentication/");
    private static readonly RuleSource Sanity = new(RuleCategory.Service, "https://www.sanity.io/docs/content-lake/http-auth");
    private static readonly RuleSource Algolia = new(RuleCategory.Service, "https://www.algolia.com/doc/guides/security/api-keys/");
    private static readonly RuleSource Mapbox = new(RuleCategory.Service, "https://docs.mapbox.com/accounts/guides/tokens/");
    private static readonly RuleSource Webflow = new(RuleCategory.Service, "https://developers.webflow.com/data/reference/authentication");
    private static readonly RuleSource CloudinaryAddressSource = new(RuleCategory.Service, "https://cloudinary.com/documentation/cloudinary_credentials_tutorial");
    private static readonly RuleSource Ghost = new(RuleCategory.Service, "https://ghost.org/docs/admin-api/");
    private static readonly RuleSource WordpressSaltSource = new(RuleCategory.Service, "https://developer.wordpress.org/advanced-administration/wordpress/wp-config/");
    private static readonly RuleSource Openweather = new(RuleCategory.Service, "https://openweathermap.org/appid");

    internal static IEnumerable<Rule> All =>
    [
        Contentful.Token("contentful-management-token", "Contentful management token", Severity.High, ContentfulManagementToken, ["CFPAT-"]),
        Contentful.Named("contentful-delivery-token", "Contentful delivery token", Severity.High, SharedForms.Base64Url43,
            ["contentful"], Strength.Random),
        Sanity.Named("sanity-token", "Sanity token", Severity.High, SanityToken, ["sanity_", "sanity-"]),
        Algolia.Named("algolia-api-key", "Algolia API key", Severity.High, SharedForms.Hexadecimal32, ["algolia"]),
        Mapbox.Token("mapbox-secret-token", "Mapbox secret token", Severity.High, MapboxSecretToken, ["sk.eyJ"]),
        Mapbox.Token("mapbox-public-token", "Mapbox public token", Severity.Low, MapboxPublicToken, ["pk.eyJ"]),
        Webflow.Named("webflow-token", "Webflow token", Severity.High, SharedForms.Hexadecimal64, ["webflow"]),
        CloudinaryAddressSource.Token("cloudinary-address", "Cloudinary address with its secret", Severity.High, CloudinaryAddress,
            ["cloudinary://"]),
        Ghost.Named("ghost-api-key", "Ghost key of an administrator", Severity.High, GhostApiKey, ["ghost_admin", "ghost_api"]),
        WordpressSaltSource.Following("wordpress-salt", "WordPress key or salt", Severity.High, WordpressSaltContext, WordpressSalt,
            ["AUTH_KEY'", "LOGGED_IN_KEY'", "NONCE_KEY'", "AUTH_SALT'", "LOGGED_IN_SALT'", "NONCE_SALT'"]),
        Openweather.Named("openweather-api-key", "OpenWeather API key", Severity.High, SharedForms.Hexadecimal32, ["openweather", "owm_api"]),
        Openweather.Following("openweather-address-key", "OpenWeather key in an address", Severity.High, OpenweatherAddressKeyContext, SharedForms.Hexadecimal32,
            ["openweathermap.org/"]),
    ];

    [GeneratedRegex("CFPAT-[0-9A-Za-z_-]{43}")]
    private static partial Regex ContentfulManagementToken { get; }

    [GeneratedRegex("sk[0-9A-Za-z]{80,180}")]
    private static partial Regex SanityToken { get; }

    [GeneratedRegex(@"sk\.eyJ[0-9A-Za-z_-]{40,200}\.[0-9A-Za-z_-]{22}")]
    private static partial Regex MapboxSecretToken { get; }

    [GeneratedRegex(@"pk\.eyJ[0-9A-Za-z_-]{40,200}\.[0-9A-Za-z_-]{22}")]
    private static partial Regex MapboxPublicToken { get; }

    [GeneratedRegex("cloudinary://[0-9]{10,20}:[0-9A-Za-z_-]{20,40}@[0-9A-Za-z_-]{2,60}")]
    private static partial Regex CloudinaryAddress { get; }

    [GeneratedRegex("[0-9a-f]{24}:[0-9a-f]{64}")]
    private static partial Regex GhostApiKey { get; }

    [GeneratedRegex("[^']{40,100}")]
    private static partial Regex WordpressSalt { get; }

    [GeneratedRegex("[A-Z_]{8,16}', {0,12}'")]
    private static partial Regex WordpressSaltContext { get; }

    [GeneratedRegex("""openweathermap\.org/[^\s"'<>]{0,300}?[?&;](?:appid|APPID)=""")]
    private static partial Regex OpenweatherAddressKeyContext { get; }
}
