namespace Postrun.Redaction.Tests.Samples;

internal static class TeamChatSamples
{
    internal static IEnumerable<RuleSample> All =>
    [
        Usual.Token("teams-webhook", static dice => $"https://{dice.Of(Dice.Lower, 6, 12)}.webhook.office.com/webhookb2/{Sampled.Uuid(dice)}@{Sampled.Uuid(dice)}/IncomingWebhook/{dice.Of(Dice.Hexadecimal, 32)}/{Sampled.Uuid(dice)}", least: 140),
        Usual.Following("logic-app-signature", ["https://prod-12.westus.logic.azure.com:443/workflows/ab12/triggers/manual/paths/invoke?api-version=2016-06-01&sp=%2Ftriggers&sv=1.0&sig="], static dice => dice.Of(Dice.Base64Url, 43)),
        Usual.Token("google-chat-webhook", static dice => $"https://chat.googleapis.com/v1/spaces/{dice.Of(Dice.Base62, 11)}/messages?key={dice.Of(Dice.Base64Url, 39)}&token={dice.Of(Dice.Base64Url, 43)}", least: 90),
        Usual.Token("feishu-webhook", static dice => $"https://open.{dice.Pick("feishu.cn", "larksuite.com")}/open-apis/bot/v2/hook/{Sampled.Uuid(dice)}", least: 70),
        Usual.Following("dingtalk-webhook-token", ["https://oapi.dingtalk.com/robot/send?access_token="], static dice => dice.Of(Dice.Hexadecimal, 64)),
        Usual.Following("wecom-webhook-key", ["https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key="], static dice => Sampled.Uuid(dice)),
        Usual.Assigned("zulip-api-key", ["ZULIP_API_KEY", "zulip-bot-key"], static dice => dice.Of(Dice.Base62, 32)),
        Usual.Token("line-channel-token", static dice => $"{dice.Of(Dice.Base64, 158)}1O/w1cDnyilFU="),
        Usual.Token("matrix-access-token", static dice => $"syt_{dice.Of(Dice.Base62, 8, 24)}_{dice.Of(Dice.Lower, 20)}_{dice.Of(Dice.Base62, 6)}", least: 40),
    ];
}
