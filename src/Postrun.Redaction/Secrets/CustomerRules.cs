using System.Text.RegularExpressions;
using Postrun.Redaction.Rules;
using Postrun.Redaction.Validation;

namespace Postrun.Redaction.Secrets;

/// <summary>Customers, sales and files.</summary>
internal static partial class CustomerRules
{
    private static readonly RuleSource Zendesk = new(RuleCategory.Service, "https://developer.zendesk.com/api-reference/introduction/security-and-auth/");
    private static readonly RuleSource Hubspot = new(RuleCategory.Service, "https://developers.hubspot.com/docs/guides/apps/private-apps/overview");
    private static readonly RuleSource Salesforce = new(RuleCategory.Service, "https://help.salesforce.com/s/articleView?id=sf.remoteaccess_oauth_flows.htm");
    private static readonly RuleSource Box = new(RuleCategory.Service, "https://developer.box.com/guides/authentication/");
    private static readonly RuleSource Dropbox = new(RuleCategory.Service, "https://www.dropbox.com/developers/reference/auth-types");

    internal static IEnumerable<Rule> All =>
    [
        Zendesk.Named("zendesk-token", "Zendesk token", Severity.High, ZendeskToken, ["zendesk"], Strength.Random),
        Hubspot.Token("hubspot-token", "HubSpot token of a private app", Severity.Critical, HubspotToken,
            ["pat-na1-", "pat-na2-", "pat-eu1-", "pat-ap1-"]),
        Hubspot.Named("hubspot-api-key", "HubSpot API key, older form", Severity.High, SharedForms.Uuid, ["hubspot", "hapikey"]),
        Salesforce.Token("salesforce-session-id", "Salesforce session", Severity.Critical, SalesforceSessionId, ["!AQ"], lead: 18),
        Salesforce.Token("salesforce-refresh-token", "Salesforce refresh token", Severity.Critical, SalesforceRefreshToken, ["5Aep861"]),
        Box.Named("box-credential", "Box token or client secret", Severity.High, SharedForms.Alphanumeric32,
            ["box_client_secret", "box_developer"], Strength.Random),
        Dropbox.Token("dropbox-access-token", "Dropbox access token", Severity.Critical, DropboxAccessToken, ["sl.A", "sl.B", "sl.C", "sl.u.A"]),
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
