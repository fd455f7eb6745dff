using System.Text.RegularExpressions;
using Postrun.Redaction.Detection;
using Postrun.Redaction.Rules;
using Postrun.Redaction.Validation;

namespace Postrun.Redaction.Secrets;

/// <summary>Content, media and maps.</summary>
internal static partial class ContentRules
{
    internal static IEnumerable<Rule> All =>
    [
        new()
        {
            Id = "contentful-management-token",
            Name = "Contentful management token",
            Reference = "https://www.contentful.com/developers/docs/references/authentication/",
            Severity = Severity.High,
            Category = RuleCategory.Service,
            Detector = new TokenDetector(ContentfulManagementToken) { Literals = ["CFPAT-"] },
        },
        new()
        {
            Id = "contentful-delivery-token",
            Name = "Contentful delivery token",
            Reference = "https://www.contentful.com/developers/docs/references/authentication/",
            Severity = Severity.High,
            Category = RuleCategory.Service,
            Detector = new AssignedDetector(Forms.Base64Url43) { Literals = ["contentful"], NamesSecret = true, Validator = Scrambled.Judge },
        },
        new()
        {
            Id = "sanity-token",
            Name = "Sanity token",
            Reference = "https://www.sanity.io/docs/content-lake/http-auth",
            Severity = Severity.High,
            Category = RuleCategory.Service,
            Detector = new AssignedDetector(SanityToken) { Literals = ["sanity_", "sanity-"], NamesSecret = true },
        },
        new()
        {
            Id = "algolia-api-key",
            Name = "Algolia API key",
            Reference = "https://www.algolia.com/doc/guides/security/api-keys/",
            Severity = Severity.High,
            Category = RuleCategory.Service,
            Detector = new AssignedDetector(Forms.Hexadecimal32) { Literals = ["algolia"], NamesSecret = true },
        },
        new()
        {
            Id = "mapbox-secret-token",
            Name = "Mapbox secret token",
            Reference = "https://docs.mapbox.com/accounts/guides/tokens/",
            Severity = Severity.High,
            Category = RuleCategory.Service,
            Detector = new TokenDetector(MapboxSecretToken) { Literals = ["sk.eyJ"] },
        },
        new()
        {
            Id = "mapbox-public-token",
            Name = "Mapbox public token",
            Reference = "https://docs.mapbox.com/accounts/guides/tokens/",
            Severity = Severity.Low,
            Category = RuleCategory.Service,
            Detector = new TokenDetector(MapboxPublicToken) { Literals = ["pk.eyJ"] },
        },
        new()
        {
            Id = "webflow-token",
            Name = "Webflow token",
            Reference = "https://developers.webflow.com/data/reference/authentication",
            Severity = Severity.High,
            Category = RuleCategory.Service,
            Detector = new AssignedDetector(Forms.Hexadecimal64) { Literals = ["webflow"], NamesSecret = true },
        },
        new()
        {
            Id = "cloudinary-address",
            Name = "Cloudinary address with its secret",
            Reference = "https://cloudinary.com/documentation/cloudinary_credentials_tutorial",
            Severity = Severity.High,
            Category = RuleCategory.Service,
            Detector = new TokenDetector(CloudinaryAddress) { Literals = ["cloudinary://"] },
        },
        new()
        {
            Id = "ghost-api-key",
            Name = "Ghost key of an administrator",
            Reference = "https://ghost.org/docs/admin-api/",
            Severity = Severity.High,
            Category = RuleCategory.Service,
            Detector = new AssignedDetector(GhostApiKey) { Literals = ["ghost_admin", "ghost_api"], NamesSecret = true },
        },
        new()
        {
            Id = "wordpress-salt",
            Name = "WordPress key or salt",
            Reference = "https://developer.wordpress.org/advanced-administration/wordpress/wp-config/",
            Severity = Severity.High,
            Category = RuleCategory.Service,
            Detector = new FollowingDetector(WordpressSaltContext, WordpressSalt)
            {
                Literals = ["AUTH_KEY'", "LOGGED_IN_KEY'", "NONCE_KEY'", "AUTH_SALT'", "LOGGED_IN_SALT'", "NONCE_SALT'"],
            },
        },
        new()
        {
            Id = "openweather-api-key",
            Name = "OpenWeather API key",
            Reference = "https://openweathermap.org/appid",
            Severity = Severity.High,
            Category = RuleCategory.Service,
            Detector = new AssignedDetector(Forms.Hexadecimal32) { Literals = ["openweather", "owm_api"], NamesSecret = true },
        },
        new()
        {
            Id = "openweather-address-key",
            Name = "OpenWeather key in an address",
            Reference = "https://openweathermap.org/appid",
            Severity = Severity.High,
            Category = RuleCategory.Service,
            Detector = new FollowingDetector(OpenweatherAddressKeyContext, Forms.Hexadecimal32) { Literals = ["openweathermap.org/"] },
        },
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
