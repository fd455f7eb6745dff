using System.Text.RegularExpressions;
using Postrun.Redaction.Detection;
using Postrun.Redaction.Rules;

namespace Postrun.Redaction.Secrets;

/// <summary>Services for those who build: APIs, analysis of code, automation, networks.</summary>
internal static partial class DeveloperServiceRules
{
    internal static IEnumerable<Rule> All =>
    [
        new()
        {
            Id = "postman-api-key",
            Name = "Postman API key",
            Reference = "https://learning.postman.com/docs/developer/postman-api/authentication/",
            Severity = Severity.High,
            Category = RuleCategory.Service,
            Detector = new TokenDetector(PostmanApiKey) { Literals = ["PMAK-"] },
        },
        new()
        {
            Id = "postman-access-token",
            Name = "Postman access token",
            Reference = "https://learning.postman.com/docs/developer/postman-api/authentication/",
            Severity = Severity.High,
            Category = RuleCategory.Service,
            Detector = new TokenDetector(PostmanAccessToken) { Literals = ["PMAT-"] },
        },
        new()
        {
            Id = "readme-api-key",
            Name = "ReadMe API key",
            Reference = "https://docs.readme.com/main/reference/intro/authentication",
            Severity = Severity.High,
            Category = RuleCategory.Service,
            Detector = new TokenDetector(ReadmeApiKey) { Literals = ["rdme_"] },
        },
        new()
        {
            Id = "sonarqube-token",
            Name = "SonarQube token",
            Reference = "https://docs.sonarsource.com/sonarqube-server/latest/user-guide/managing-tokens/",
            Severity = Severity.High,
            Category = RuleCategory.Service,
            Detector = new TokenDetector(SonarqubeToken) { Literals = ["squ_", "sqp_", "sqa_"] },
        },
        new()
        {
            Id = "sonar-named-token",
            Name = "SonarCloud or SonarQube token, older form",
            Reference = "https://docs.sonarsource.com/sonarqube-server/latest/user-guide/managing-tokens/",
            Severity = Severity.High,
            Category = RuleCategory.Service,
            Detector = new AssignedDetector(Forms.Hexadecimal40) { Literals = ["sonar_", "sonar.login", "sonarcloud"], NamesSecret = true },
        },
        new()
        {
            Id = "snyk-token",
            Name = "Snyk token",
            Reference = "https://docs.snyk.io/snyk-api/authentication-for-api",
            Severity = Severity.High,
            Category = RuleCategory.Service,
            Detector = new TokenDetector(SnykToken) { Literals = ["snyk_uat.", "snyk_sat."] },
        },
        new()
        {
            Id = "snyk-named-token",
            Name = "Snyk token, older form",
            Reference = "https://docs.snyk.io/snyk-api/authentication-for-api",
            Severity = Severity.High,
            Category = RuleCategory.Service,
            Detector = new AssignedDetector(Forms.Uuid) { Literals = ["snyk"], NamesSecret = true },
        },
        new()
        {
            Id = "rapidapi-key",
            Name = "RapidAPI key",
            Reference = "https://docs.rapidapi.com/docs/keys",
            Severity = Severity.High,
            Category = RuleCategory.Service,
            Detector = new TokenDetector(RapidapiKey) { Literals = ["jsn"], Lead = 36 },
        },
        new()
        {
            Id = "apify-token",
            Name = "Apify token",
            Reference = "https://docs.apify.com/platform/integrations/api",
            Severity = Severity.High,
            Category = RuleCategory.Service,
            Detector = new TokenDetector(ApifyToken) { Literals = ["apify_api_"] },
        },
        new()
        {
            Id = "scrapingbee-key",
            Name = "ScrapingBee key",
            Reference = "https://www.scrapingbee.com/documentation/",
            Severity = Severity.High,
            Category = RuleCategory.Service,
            Detector = new AssignedDetector(ScrapingbeeKey) { Literals = ["scrapingbee"], NamesSecret = true },
        },
        new()
        {
            Id = "scraper-address-key",
            Name = "Key of a scraping service in an address",
            Reference = "https://www.scrapingbee.com/documentation/",
            Severity = Severity.High,
            Category = RuleCategory.Service,
            Detector = new FollowingDetector(ScraperAddressKeyContext, ScraperAddressKey)
            {
                Literals = ["app.scrapingbee.com/", "api.scraperapi.com", "api.zenrows.com", "serpapi.com/"],
            },
        },
    ];

    [GeneratedRegex("PMAK-[0-9a-f]{24}-[0-9a-f]{34}")]
    private static partial Regex PostmanApiKey { get; }

    [GeneratedRegex("PMAT-[0-9A-Z]{26}")]
    private static partial Regex PostmanAccessToken { get; }

    [GeneratedRegex("rdme_[0-9a-z]{60,80}")]
    private static partial Regex ReadmeApiKey { get; }

    [GeneratedRegex("sq(?:u|p|a)_[0-9a-f]{40}")]
    private static partial Regex SonarqubeToken { get; }

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
