using System.Text.RegularExpressions;
using Postrun.Redaction.Detection;
using Postrun.Redaction.Rules;
using Postrun.Redaction.Validation;

namespace Postrun.Redaction.Secrets;

/// <summary>Where teams plan, write and sell.</summary>
internal static partial class CollaborationRules
{
    internal static IEnumerable<Rule> All =>
    [
        new()
        {
            Id = "atlassian-api-token",
            Name = "Atlassian API token",
            Reference = "https://support.atlassian.com/atlassian-account/docs/manage-api-tokens-for-your-atlassian-account/",
            Severity = Severity.Critical,
            Category = RuleCategory.Service,
            Detector = new TokenDetector(AtlassianApiToken) { Literals = ["ATATT3"] },
        },
        new()
        {
            Id = "atlassian-container-token",
            Name = "Atlassian token of a container",
            Reference = "https://support.atlassian.com/atlassian-account/docs/manage-api-tokens-for-your-atlassian-account/",
            Severity = Severity.Critical,
            Category = RuleCategory.Service,
            Detector = new TokenDetector(AtlassianContainerToken) { Literals = ["ATCTT3"] },
        },
        new()
        {
            Id = "bitbucket-app-password",
            Name = "Bitbucket app password",
            Reference = "https://support.atlassian.com/bitbucket-cloud/docs/app-passwords/",
            Severity = Severity.Critical,
            Category = RuleCategory.Service,
            Detector = new TokenDetector(BitbucketAppPassword) { Literals = ["ATBB"] },
        },
        new()
        {
            Id = "jira-api-token",
            Name = "Jira or Confluence API token, older form",
            Reference = "https://support.atlassian.com/atlassian-account/docs/manage-api-tokens-for-your-atlassian-account/",
            Severity = Severity.High,
            Category = RuleCategory.Service,
            Detector = new AssignedDetector(Forms.Alphanumeric24)
            {
                Literals = ["jira_", "jira-", "confluence"],
                NamesSecret = true,
                Validator = Scrambled.Judge,
            },
        },
        new()
        {
            Id = "linear-api-key",
            Name = "Linear API key",
            Reference = "https://linear.app/developers/graphql",
            Severity = Severity.High,
            Category = RuleCategory.Service,
            Detector = new TokenDetector(LinearApiKey) { Literals = ["lin_api_"] },
        },
        new()
        {
            Id = "linear-oauth-token",
            Name = "Linear OAuth token",
            Reference = "https://linear.app/developers/oauth-2-0-authentication",
            Severity = Severity.High,
            Category = RuleCategory.Service,
            Detector = new TokenDetector(LinearOauthToken) { Literals = ["lin_oauth_"] },
        },
        new()
        {
            Id = "notion-token",
            Name = "Notion token",
            Reference = "https://developers.notion.com/docs/authorization",
            Severity = Severity.High,
            Category = RuleCategory.Service,
            Detector = new TokenDetector(NotionToken) { Literals = ["ntn_"] },
        },
        new()
        {
            Id = "notion-legacy-token",
            Name = "Notion token, older form",
            Reference = "https://developers.notion.com/docs/authorization",
            Severity = Severity.High,
            Category = RuleCategory.Service,
            Detector = new TokenDetector(NotionLegacyToken) { Literals = ["secret_"] },
        },
        new()
        {
            Id = "airtable-token",
            Name = "Airtable personal access token",
            Reference = "https://airtable.com/developers/web/guides/personal-access-tokens",
            Severity = Severity.High,
            Category = RuleCategory.Service,
            Detector = new AssignedDetector(AirtableToken) { Literals = ["airtable"], NamesSecret = true },
        },
        new()
        {
            Id = "airtable-header-token",
            Name = "Airtable token of a header",
            Reference = "https://airtable.com/developers/web/guides/personal-access-tokens",
            Severity = Severity.High,
            Category = RuleCategory.Service,
            Detector = new FollowingDetector(AirtableHeaderTokenContext, AirtableHeaderToken) { Literals = ["Bearer pat"] },
        },
        new()
        {
            Id = "asana-token",
            Name = "Asana token",
            Reference = "https://developers.asana.com/docs/personal-access-token",
            Severity = Severity.High,
            Category = RuleCategory.Service,
            Detector = new AssignedDetector(AsanaToken) { Literals = ["asana"], NamesSecret = true },
        },
        new()
        {
            Id = "trello-token",
            Name = "Trello token",
            Reference = "https://developer.atlassian.com/cloud/trello/guides/rest-api/authorization/",
            Severity = Severity.High,
            Category = RuleCategory.Service,
            Detector = new TokenDetector(TrelloToken) { Literals = ["ATTA"] },
        },
        new()
        {
            Id = "trello-key",
            Name = "Trello key",
            Reference = "https://developer.atlassian.com/cloud/trello/guides/rest-api/authorization/",
            Severity = Severity.High,
            Category = RuleCategory.Service,
            Detector = new AssignedDetector(TrelloKey) { Literals = ["trello"], NamesSecret = true },
        },
        new()
        {
            Id = "clickup-token",
            Name = "ClickUp token",
            Reference = "https://developer.clickup.com/docs/authentication",
            Severity = Severity.High,
            Category = RuleCategory.Service,
            Detector = new FollowingDetector(Forms.Start, ClickupToken) { Literals = Forms.AtStart("pk_") },
        },
        new()
        {
            Id = "figma-token",
            Name = "Figma personal access token",
            Reference = "https://www.figma.com/developers/api#access-tokens",
            Severity = Severity.High,
            Category = RuleCategory.Service,
            Detector = new TokenDetector(FigmaToken) { Literals = ["figd_"] },
        },
        new()
        {
            Id = "typeform-token",
            Name = "Typeform token",
            Reference = "https://www.typeform.com/developers/get-started/personal-access-token/",
            Severity = Severity.High,
            Category = RuleCategory.Service,
            Detector = new TokenDetector(TypeformToken) { Literals = ["tfp_"] },
        },
    ];

    [GeneratedRegex("ATATT3[0-9A-Za-z_-]{60,240}(?:=[0-9A-F]{8})?")]
    private static partial Regex AtlassianApiToken { get; }

    [GeneratedRegex("ATCTT3[0-9A-Za-z_-]{60,240}(?:=[0-9A-F]{8})?")]
    private static partial Regex AtlassianContainerToken { get; }

    [GeneratedRegex("ATBB[0-9A-Za-z]{32}")]
    private static partial Regex BitbucketAppPassword { get; }

    [GeneratedRegex("lin_api_[0-9A-Za-z]{40}")]
    private static partial Regex LinearApiKey { get; }

    [GeneratedRegex("lin_oauth_[0-9a-f]{64}")]
    private static partial Regex LinearOauthToken { get; }

    [GeneratedRegex("ntn_[0-9]{11}[0-9A-Za-z]{35}")]
    private static partial Regex NotionToken { get; }

    [GeneratedRegex("secret_[0-9A-Za-z]{43}")]
    private static partial Regex NotionLegacyToken { get; }

    [GeneratedRegex(@"(?:pat[0-9A-Za-z]{14}\.[0-9a-f]{64}|key[0-9A-Za-z]{14})")]
    private static partial Regex AirtableToken { get; }

    [GeneratedRegex(@"pat[0-9A-Za-z]{14}\.[0-9a-f]{64}")]
    private static partial Regex AirtableHeaderToken { get; }

    [GeneratedRegex("Bearer ")]
    private static partial Regex AirtableHeaderTokenContext { get; }

    [GeneratedRegex("[0-9]/[0-9]{10,20}(?:/[0-9]{10,20})?:[0-9a-f]{32}")]
    private static partial Regex AsanaToken { get; }

    [GeneratedRegex("ATTA[0-9A-Fa-f]{60,72}")]
    private static partial Regex TrelloToken { get; }

    [GeneratedRegex("[0-9a-f]{32}(?:[0-9a-f]{32})?")]
    private static partial Regex TrelloKey { get; }

    [GeneratedRegex("pk_[0-9]{6,8}_[0-9A-Z]{32}")]
    private static partial Regex ClickupToken { get; }

    [GeneratedRegex("figd_[0-9A-Za-z_-]{40}")]
    private static partial Regex FigmaToken { get; }

    [GeneratedRegex("tfp_[0-9A-Za-z_.=-]{40,60}")]
    private static partial Regex TypeformToken { get; }
}
