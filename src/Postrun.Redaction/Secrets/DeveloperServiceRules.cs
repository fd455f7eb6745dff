using System.Text.RegularExpressions;
using Postrun.Redaction.Rules;

namespace Postrun.Redaction.Secrets;

/// <summary>Services for those who build: APIs, analysis of code, automation, networks.</summary>
internal static partial class DeveloperServiceRules
{
    private static readonly RuleSource Postman = new(RuleCategory.Service, "https://learning.postman.com/docs/developer/postman-api/authentication/");
    private static readonly RuleSource Readme = new(RuleCategory.Service, "https://docs.readme.com/main/reference/intro/authentication");
    private static readonly RuleSource Sonar = new(RuleCategory.Service, "https://docs.sonarsource.com/sonarqube-server/latest/user-guide/managing-tokens/");
    private static readonly RuleSource Snyk = new(RuleCategory.Service, "https://docs.snyk.io/snyk-api/authentication-for-api");
    private static readonly RuleSource Rapidapi = new(RuleCategory.Service, "https://docs.rapidapi.com/docs/keys");
    private static readonly RuleSource Apify = new(RuleCategory.Service, "https://docs.apify.com/platform/integrations/api");
    private static readonly RuleSource Scrapingbee = new(RuleCategory.Service, "https://www.scrapingbee.com/documentation/");

    internal static IEnumerable<Rule> All =>
    [
        Postman.Token("postman-api-key", "Postman API key", Severity.High, PostmanApiKey, ["PMAK-"]),
        Postman.Token("postman-access-token", "Postman access token", Severity.High, PostmanAccessToken, ["PMAT-"]),
        Readme.Token("readme-api-key", "ReadMe API key", Severity.High, ReadmeApiKey, ["rdme_"]),
        Sonar.Named("sonar-named-token", "SonarCloud or SonarQube token, older form", Severity.High, SharedForms.Hexadecimal40,
            ["sonar_", "sonar.login", "sonarcloud"]),
        Snyk.Token("snyk-token", "Snyk token", Severity.High, SnykToken, ["snyk_uat.", "snyk_sat."]),
        Snyk.Named("snyk-named-token", "Snyk token, older form", Severity.High, SharedForms.Uuid, ["snyk"]),
        Rapidapi.Token("rapidapi-key", "RapidAPI key", Severity.High, RapidapiKey, ["jsn"], lead: 36),
        Apify.Token("apify-token", "Apify token", Severity.High, ApifyToken, ["apify_api_"]),
        Scrapingbee.Named("scrapingbee-key", "ScrapingBee key", Severity.High, ScrapingbeeKey, ["scrapingbee"]),
        Scrapingbee.Following("scraper-address-key", "Key of a scraping service in an address", Severity.High, ScraperAddressKeyContext, ScraperAddressKey,
            ["app.scrapingbee.com/", "api.scraperapi.com", "api.zenrows.com", "serpapi.com/"]),
    ];

    [GeneratedRegex("PMAK-[0-9a-f]{24}-[0-9a-f]{34}")]
    private static partial Regex PostmanApiKey { get; }

    [GeneratedRegex("PMAT-[0-9A-Z]{26}")]
    private static partial Regex PostmanAccessToken { get; }

    [GeneratedRegex("rdme_[0-9a-z]{60,80}")]
    private static partial Regex ReadmeApiKey { get; }

    [GeneratedRegex(@"snyk_(?:uat|sat)\.[0-9A-Za-z]{8}\.[0-9A-Za-z_.-]{60,600}")]
    private static partial Regex SnykToken { get; }

    [GeneratedRegex("[0-9a-z]{10}msh[0-9a-z]{15}p1[0-9a-z]{5,6}jsn[0-9a-z]{12}")]
    private static partial Regex RapidapiKey { get; }

    [GeneratedRegex("apify_api_[0-9A-Za-z]{34,40}")]
    private static partial Regex ApifyToken { get; }

    [GeneratedRegex("[0-9A-Z]{80}")]
    private static partial Regex ScrapingbeeKey { get; }

    [GeneratedRegex("[0-9A-Za-z]{32,80}")]
    private static partial Regex ScraperAddressKey { get; }

    [GeneratedRegex("""(?:app\.scrapingbee|api\.scraperapi|api\.zenrows|serpapi)\.com[^\s"'<>]{0,300}?[?&;]api_?key=""")]
    private static partial Regex ScraperAddressKeyContext { get; }
}
