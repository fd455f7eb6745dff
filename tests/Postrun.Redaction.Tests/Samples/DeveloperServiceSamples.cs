namespace Postrun.Redaction.Tests.Samples;

internal static class DeveloperServiceSamples
{
    internal static IEnumerable<RuleSample> All =>
    [
        Usual.Token("postman-api-key", static dice => $"PMAK-{dice.Of(Dice.Hexadecimal, 24)}-{dice.Of(Dice.Hexadecimal, 34)}"),
        Usual.Token("postman-access-token", static dice => $"PMAT-{dice.Of(Dice.Upper + Dice.Digits, 26)}"),
        Usual.Token("readme-api-key", static dice => $"rdme_{dice.Of(Dice.Lower + Dice.Digits, 70)}", least: 65),
        Usual.Assigned("sonar-named-token", ["SONAR_TOKEN", "SONARCLOUD_TOKEN"], static dice => dice.Of(Dice.Hexadecimal, 40)),
        Usual.Token("snyk-token", static dice => $"snyk_{dice.Pick("uat", "sat")}.{dice.Of(Dice.Hexadecimal, 8)}.{dice.Of(Dice.Base64Url, 150, 220)}", least: 78),
        Usual.Assigned("snyk-named-token", ["SNYK_TOKEN", "snyk_api_key"], static dice => Sampled.Uuid(dice)),
        Usual.Token("rapidapi-key", static dice => $"{dice.Of(Dice.Hexadecimal, 10)}msh{dice.Of(Dice.Hexadecimal, 15)}p1{dice.Of(Dice.Hexadecimal, 6)}jsn{dice.Of(Dice.Hexadecimal, 12)}"),
        Usual.Token("apify-token", static dice => $"apify_api_{dice.Of(Dice.Base62, 36)}", least: 44),
        Usual.Assigned("scrapingbee-key", ["SCRAPINGBEE_API_KEY"], static dice => dice.Of(Dice.Upper + Dice.Digits, 80)),
        Usual.Following("scraper-address-key", ["https://app.scrapingbee.com/api/v1/?api_key=", "GET https://api.scraperapi.com?url=x&api_key="], static dice => dice.Of(Dice.Upper + Dice.Digits, 80), least: 32),
    ];
}
