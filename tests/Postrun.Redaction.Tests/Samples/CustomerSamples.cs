namespace Postrun.Redaction.Tests.Samples;

internal static class CustomerSamples
{
    internal static IEnumerable<RuleSample> All =>
    [
        Usual.Assigned("zendesk-token", ["ZENDESK_API_TOKEN", "zendesk.token"], static dice => dice.Of(Dice.Base62, 40)),
        Usual.Token("hubspot-token", static dice => $"pat-{dice.Pick("na1", "na2", "eu1", "ap1")}-{Sampled.Uuid(dice)}"),
        Usual.Assigned("hubspot-api-key", ["HUBSPOT_API_KEY", "hapikey"], static dice => Sampled.Uuid(dice)),
        Usual.Token("salesforce-session-id", static dice => $"00D{dice.Of(Dice.Base62, 12)}!AQ{dice.Of(Dice.Base62, 94)}", least: 97),
        Usual.Token("salesforce-refresh-token", static dice => $"5Aep861{dice.Of(Dice.Base62, 76)}", least: 77),
        Usual.Assigned("box-credential", ["BOX_CLIENT_SECRET", "box_developer_token"], static dice => dice.Of(Dice.Base62, 32)),
        Usual.Token("dropbox-access-token", static dice => $"sl.{dice.Pick("u.A", "B", "A")}{dice.Of(Dice.Base64Url, 135, 300)}", least: 134),
    ];
}
