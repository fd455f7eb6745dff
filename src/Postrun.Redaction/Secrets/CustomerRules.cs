using System.Text.RegularExpressions;
using Postrun.Redaction.Detection;
using Postrun.Redaction.Rules;
using Postrun.Redaction.Validation;

namespace Postrun.Redaction.Secrets;

/// <summary>Customers, sales and files.</summary>
internal static partial class CustomerRules
{
    internal static IEnumerable<Rule> All =>
    [
        new()
        {
            Id = "zendesk-token",
            Name = "Zendesk token",
            Reference = "https://developer.zendesk.com/api-reference/introduction/security-and-auth/",
            Severity = Severity.High,
            Category = RuleCategory.Service,
            Detector = new AssignedDetector(ZendeskToken) { Literals = ["zendesk"], NamesSecret = true, Validator = Scrambled.Judge },
        },
        new()
        {
            Id = "hubspot-token",
            Name = "HubSpot token of a private app",
            Reference = "https://developers.hubspot.com/docs/guides/apps/private-apps/overview",
            Severity = Severity.Critical,
            Category = RuleCategory.Service,
            Detector = new TokenDetector(HubspotToken) { Literals = ["pat-na1-", "pat-na2-", "pat-eu1-", "pat-ap1-"] },
        },
        new()
        {
            Id = "hubspot-api-key",
            Name = "HubSpot API key, older form",
            Reference = "https://developers.hubspot.com/docs/guides/apps/private-apps/overview",
            Severity = Severity.High,
            Category = RuleCategory.Service,
            Detector = new AssignedDetector(Forms.Uuid) { Literals = ["hubspot", "hapikey"], NamesSecret = true },
        },
        new()
        {
            Id = "salesforce-session-id",
            Name = "Salesforce session",
            Reference = "https://help.salesforce.com/s/articleView?id=sf.remoteaccess_oauth_flows.htm",
            Severity = Severity.Critical,
            Category = RuleCategory.Service,
            Detector = new TokenDetector(SalesforceSessionId) { Literals = ["!AQ"], Lead = 18 },
        },
        new()
        {
            Id = "salesforce-refresh-token",
            Name = "Salesforce refresh token",
            Reference = "https://help.salesforce.com/s/articleView?id=sf.remoteaccess_oauth_flows.htm",
            Severity = Severity.Critical,
            Category = RuleCategory.Service,
            Detector = new TokenDetector(SalesforceRefreshToken) { Literals = ["5Aep861"] },
        },
        new()
        {
            Id = "box-credential",
            Name = "Box token or client secret",
            Reference = "https://developer.box.com/guides/authentication/",
            Severity = Severity.High,
            Category = RuleCategory.Service,
            Detector = new AssignedDetector(Forms.Alphanumeric32)
            {
                Literals = ["box_client_secret", "box_developer"],
                NamesSecret = true,
                Validator = Scrambled.Judge,
            },
        },
        new()
        {
            Id = "dropbox-access-token",
            Name = "Dropbox access token",
            Reference = "https://www.dropbox.com/developers/reference/auth-types",
            Severity = Severity.Critical,
            Category = RuleCategory.Service,
            Detector = new TokenDetector(DropboxAccessToken) { Literals = ["sl.A", "sl.B", "sl.C", "sl.u.A"] },
        },
    ];

    [GeneratedRegex("(?:[0-9a-f]{64}|[0-9A-Za-z]{40})")]
    private static partial Regex ZendeskToken { get; }

    [GeneratedRegex("pat-(?:na1|na2|eu1|ap1)-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")]
    private static partial Regex HubspotToken { get; }

    [GeneratedRegex("00D[0-9A-Za-z]{12,15}!AQ[0-9A-Za-z_.]{80,120}")]
    private static partial Regex SalesforceSessionId { get; }

    [GeneratedRegex("5Aep861[0-9A-Za-z_.]{70,90}")]
    private static partial Regex SalesforceRefreshToken { get; }

    [GeneratedRegex(@"sl\.(?:u\.)?[A-Z][0-9A-Za-z_-]{130,2000}")]
    private static partial Regex DropboxAccessToken { get; }
}
