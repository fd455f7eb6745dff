using System.Text.RegularExpressions;
using Postrun.Redaction.Rules;
using Postrun.Redaction.Validation;

namespace Postrun.Redaction.Secrets;

/// <summary>Where teams plan, write and sell.</summary>
internal static partial class CollaborationRules
{
    private static readonly RuleSource Atlassian = new(RuleCategory.Service, "https://support.atlassian.com/atlassian-account/docs/manage-api-tokens-for-your-atlassian-account/");
    private static readonly RuleSource Linear = new(RuleCategory.Service, "https://linear.app/developers/graphql");
    private static readonly RuleSource LinearOauth = new(RuleCategory.Service, "https://linear.app/developers/oauth-2-0-authentication");
    private static readonly RuleSource Notion = new(RuleCategory.Service, "https://developers.notion.com/docs/authorization");
    private static readonly RuleSource Airtable = new(RuleCategory.Service, "https://airtable.com/developers/web/guides/personal-access-tokens");
    private static readonly RuleSource Asana = new(RuleCategory.Service, "https://developers.asana.com/docs/personal-access-token");
    private static readonly RuleSource Trello = new(RuleCategory.Service, "https://developer.atlassian.com/cloud/trello/guides/rest-api/authorization/");
    private static readonly RuleSource Clickup = new(RuleCategory.Service, "https://developer.clickup.com/docs/authentication");
    private static readonly RuleSource Figma = new(RuleCategory.Service, "https://www.figma.com/developers/api#access-tokens");
    private static readonly RuleSource Typeform = new(RuleCategory.Service, "https://www.typeform.com/developers/get-started/personal-access-token/");

    internal static IEnumerable<Rule> All =>
    [
        Atlassian.Token("atlassian-api-token", "Atlassian API token", Severity.Critical, AtlassianApiToken, ["ATATT3"]),
        Atlassian.Named("jira-api-token", "Jira or Confluence API token, older form", Severity.High, SharedForms.Alphanumeric24,
            ["jira_", "jira-", "confluence"], Strength.Random),
        Linear.Token("linear-api-key", "Linear API key", Severity.High, LinearApiKey, ["lin_api_"]),
        LinearOauth.Token("linear-oauth-token", "Linear OAuth token", Severity.High, LinearOauthToken, ["lin_oauth_"]),
        Notion.Token("notion-token", "Notion token", Severity.High, NotionToken, ["ntn_"]),
        Notion.Token("notion-legacy-token", "Notion token, older form", Severity.High, NotionLegacyToken, ["secret_"]),
        Airtable.Named("airtable-token", "Airtable personal access token", Severity.High, AirtableToken, ["airtable"]),
        Airtable.Following("airtable-header-token", "Airtable token of a header", Severity.High, AirtableHeaderTokenContext, AirtableHeaderToken,
            ["Bearer pat"]),
        Asana.Named("asana-token", "Asana token", Severity.High, AsanaToken, ["asana"]),
        Trello.Token("trello-token", "Trello token", Severity.High, TrelloToken, ["ATTA"]),
        Trello.Named("trello-key", "Trello key", Severity.High, TrelloKey, ["trello"]),
        Clickup.Named("clickup-token", "ClickUp token", Severity.High, ClickupToken, ["clickup"]),
        Figma.Token("figma-token", "Figma personal access token", Severity.High, FigmaToken, ["figd_"]),
        Typeform.Token("typeform-token", "Typeform token", Severity.High, TypeformToken, ["tfp_"]),
    ];

    [GeneratedRegex("ATATT3[0-9A-Za-z_-]{60,240}(?:=[0-9A-F]{8})?")]
    private static partial Regex AtlassianApiToken { get; }

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
