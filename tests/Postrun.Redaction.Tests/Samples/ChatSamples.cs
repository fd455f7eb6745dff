namespace Postrun.Redaction.Tests.Samples;

internal static class ChatSamples
{
    internal static IEnumerable<RuleSample> All =>
    [
        Usual.Token("slack-bot-token", static dice => $"xoxb-{dice.Of(Dice.Digits, 12)}-{dice.Of(Dice.Digits, 13)}-{dice.Of(Dice.Base62, 24)}", least: 36),
        Usual.Token("slack-user-token", static dice => $"xoxp-{dice.Of(Dice.Digits, 12)}-{dice.Of(Dice.Digits, 12)}-{dice.Of(Dice.Digits, 13)}-{dice.Of(Dice.Hexadecimal, 32)}", least: 50),
        Usual.Token("slack-app-token", static dice => $"xapp-1-A{dice.Of(Dice.Upper + Dice.Digits, 10)}-{dice.Of(Dice.Digits, 13)}-{dice.Of(Dice.Hexadecimal, 64)}", least: 56),
        Usual.Token("slack-configuration-token", static dice => $"xoxe{dice.Pick(".xoxb", ".xoxp", "")}-1-{dice.Of(Dice.Base62, 140, 180)}", least: 127),
        Usual.Token("slack-session-token", static dice => $"xox{dice.Pick("a", "c", "d", "o", "r", "s")}-{dice.Of(Dice.Digits, 10)}-{dice.Of(Dice.Base62, 40, 60)}", least: 25),
        Usual.Token("slack-webhook", static dice => $"https://hooks.slack.com/services/T{dice.Of(Dice.Upper + Dice.Digits, 10)}/B{dice.Of(Dice.Upper + Dice.Digits, 10)}/{dice.Of(Dice.Base62, 24)}", least: 60),
        Usual.Assigned("discord-bot-token", ["DISCORD_TOKEN", "discord_bot_token"], static dice => $"{dice.Pick("MT", "NT", "OD", "MD")}{dice.Of(Dice.Base62, 22, 24)}.G{dice.Of(Dice.Base64Url, 5)}.{dice.Of(Dice.Base64Url, 27, 38)}", least: 59),
        Usual.Following("discord-login-token", ["client.run(\"", "{\"code\": \"client.login(\\\"", "client.login('", "Authorization: Bot "], static dice => $"{dice.Pick("MT", "NT", "OD", "MD")}{dice.Of(Dice.Base62, 22, 24)}.G{dice.Of(Dice.Base64Url, 5)}.{dice.Of(Dice.Base64Url, 27, 38)}", least: 59),
        Usual.Token("discord-webhook", static dice => $"https://{dice.Pick("discord", "discordapp")}.com/api/webhooks/{dice.Of(Dice.Digits, 18)}/{dice.Of(Dice.Base64Url, 68)}", least: 80),
        Usual.Token("telegram-bot-token", static dice => $"{dice.Of(Dice.Digits, 9, 10)}:AA{dice.Of(Dice.Base64Url, 33)}", least: 45),
        Usual.Following("telegram-bot-address", ["https://api.telegram.org/bot", "GET api.telegram.org/file/bot"], static dice => $"{dice.Of(Dice.Digits, 9, 10)}:AA{dice.Of(Dice.Base64Url, 33)}", least: 45),
    ];
}
