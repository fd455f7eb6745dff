namespace Postrun.Redaction.Tests.Samples;

internal static class NotificationSamples
{
    internal static IEnumerable<RuleSample> All =>
    [
        Usual.Token("twilio-api-key", static dice => $"SK{dice.Of(Dice.Hexadecimal, 32)}"),
        Usual.Assigned("twilio-auth-token", ["TWILIO_AUTH_TOKEN", "twilio.auth_token"], static dice => dice.Of(Dice.Hexadecimal, 32)),
        Usual.Following("twilio-client-token", ["client = Client(\"AC00000000000000000000000000000000\", \"", "twilio.rest.Client('AC00000000000000000000000000000000','", "{\"code\": \"Client(\\\"AC00000000000000000000000000000000\\\", \\\""], static dice => dice.Of(Dice.Hexadecimal, 32)),
        Usual.Assigned("vonage-api-secret", ["VONAGE_API_SECRET", "nexmo_api_secret"], static dice => dice.Of(Dice.Base62, 16)),
        Usual.Assigned("pusher-secret", ["PUSHER_APP_SECRET", "pusher_secret"], static dice => dice.Of(Dice.Hexadecimal, 20)),
        Usual.Assigned("messagebird-access-key", ["MESSAGEBIRD_ACCESS_KEY", "messagebird-token"], static dice => dice.Of(Dice.Base62, 25)),
        Usual.Token("intercom-access-token", static dice => $"dG9rO{dice.Of(Dice.Base62, 54)}=", least: 55),
        Usual.Token("onesignal-api-key", static dice => $"os_v2_{dice.Pick("app", "org")}_{dice.Of(Dice.Lower + Dice.Digits, 103)}", least: 90),
        Usual.Assigned("zenvia-token", ["ZENVIA_API_TOKEN", "zenvia_token"], static dice => dice.Of(Dice.Base64Url, 36, 64), least: 36),
    ];
}
