namespace Postrun.Redaction.Tests.Samples;

internal static class CollaborationSamples
{
    internal static IEnumerable<RuleSample> All =>
    [
        Usual.Token("atlassian-api-token", static dice => $"ATATT3{dice.Of(Dice.Base64Url, 180)}={dice.Of(Usual.UpperHexadecimal, 8)}", least: 66),
        Usual.Assigned("jira-api-token", ["JIRA_API_TOKEN", "confluence_token"], static dice => dice.Of(Dice.Base62, 24)),
        Usual.Token("linear-api-key", static dice => $"lin_api_{dice.Of(Dice.Base62, 40)}"),
        Usual.Token("linear-oauth-token", static dice => $"lin_oauth_{dice.Of(Dice.Hexadecimal, 64)}"),
        Usual.Token("notion-token", static dice => $"ntn_{dice.Of(Dice.Digits, 11)}{dice.Of(Dice.Base62, 35)}"),
        Usual.Token("notion-legacy-token", static dice => $"secret_{dice.Of(Dice.Base62, 43)}"),
        Usual.Assigned("airtable-token", ["AIRTABLE_API_KEY", "airtable_token"], static dice => $"pat{dice.Of(Dice.Base62, 14)}.{dice.Of(Dice.Hexadecimal, 64)}"),
        Usual.Following("airtable-header-token", ["Authorization: Bearer "], static dice => $"pat{dice.Of(Dice.Base62, 14)}.{dice.Of(Dice.Hexadecimal, 64)}"),
        Usual.Assigned("asana-token", ["ASANA_ACCESS_TOKEN", "asana_pat"], static dice => $"2/{dice.Of(Dice.Digits, 16)}/{dice.Of(Dice.Digits, 16)}:{dice.Of(Dice.Hexadecimal, 32)}"),
        Usual.Token("trello-token", static dice => $"ATTA{dice.Of(Dice.Hexadecimal, 72)}", least: 64),
        Usual.Assigned("trello-key", ["TRELLO_API_KEY", "trello_secret"], static dice => dice.Of(Dice.Hexadecimal, 32)),
        Usual.Assigned("clickup-token", ["CLICKUP_API_TOKEN", "clickup.key"], static dice => $"pk_{dice.Of(Dice.Digits, 6, 8)}_{dice.Of(Dice.Upper + Dice.Digits, 32)}", least: 42),
        Usual.Token("figma-token", static dice => $"figd_{dice.Of(Dice.Base64Url, 40)}"),
        Usual.Token("typeform-token", static dice => $"tfp_{dice.Of(Dice.Base64Url, 44)}", least: 44),
    ];
}
