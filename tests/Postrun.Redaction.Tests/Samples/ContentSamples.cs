namespace Postrun.Redaction.Tests.Samples;

internal static class ContentSamples
{
    internal static IEnumerable<RuleSample> All =>
    [
        Usual.Token("contentful-management-token", static dice => $"CFPAT-{dice.Of(Dice.Base64Url, 43)}"),
        Usual.Assigned("contentful-delivery-token", ["CONTENTFUL_ACCESS_TOKEN", "contentful_preview_token"], static dice => dice.Of(Dice.Base64Url, 43)),
        Usual.Assigned("sanity-token", ["SANITY_API_TOKEN", "sanity_write_token"], static dice => $"sk{dice.Of(Dice.Base62, 80, 180)}", least: 82),
        Usual.Assigned("algolia-api-key", ["ALGOLIA_ADMIN_KEY", "algolia.apiKey"], static dice => dice.Of(Dice.Hexadecimal, 32)),
        Usual.Token("mapbox-secret-token", static dice => $"sk.eyJ1Ijoi{dice.Of(Dice.Base64Url, 60, 90)}.{dice.Of(Dice.Base64Url, 22)}", least: 94),
        Usual.Token("mapbox-public-token", static dice => $"pk.eyJ1Ijoi{dice.Of(Dice.Base64Url, 60, 90)}.{dice.Of(Dice.Base64Url, 22)}", least: 94),
        Usual.Assigned("webflow-token", ["WEBFLOW_API_TOKEN", "webflow_key"], static dice => dice.Of(Dice.Hexadecimal, 64)),
        Usual.Token("cloudinary-address", static dice => $"cloudinary://{dice.Of(Dice.Digits, 15)}:{dice.Of(Dice.Base64Url, 27)}@{dice.Of(Dice.Lower, 5, 12)}", least: 50),
        Usual.Assigned("ghost-api-key", ["GHOST_ADMIN_API_KEY", "ghost_api_key"], static dice => $"{dice.Of(Dice.Hexadecimal, 24)}:{dice.Of(Dice.Hexadecimal, 64)}"),
        Usual.Following("wordpress-salt", ["define('AUTH_KEY',         '", "define( 'SECURE_AUTH_SALT', '"], static dice => $"{dice.Of(Dice.Base64Url, 40)}!{dice.Of(Dice.Base64Url, 20)} {dice.Of(Dice.Base64Url, 2)}", least: 40),
        Usual.Assigned("openweather-api-key", ["OPENWEATHER_API_KEY", "OWM_API_KEY"], static dice => dice.Of(Dice.Hexadecimal, 32)),
        Usual.Following("openweather-address-key", ["https://api.openweathermap.org/data/2.5/weather?q=Recife&appid="], static dice => dice.Of(Dice.Hexadecimal, 32)),
    ];
}
