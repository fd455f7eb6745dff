using System.Text.RegularExpressions;
using Postrun.Redaction.Detection;
using Postrun.Redaction.Rules;
using Postrun.Redaction.Validation;

namespace Postrun.Redaction.Secrets;

/// <summary>Chats of teams, and the web hooks that write to them.</summary>
internal static partial class TeamChatRules
{
    internal static IEnumerable<Rule> All =>
    [
        new()
        {
            Id = "teams-webhook",
            Name = "Microsoft Teams web hook",
            Reference = "https://learn.microsoft.com/microsoftteams/platform/webhooks-and-connectors/how-to/add-incoming-webhook",
            Severity = Severity.High,
            Category = RuleCategory.Messaging,
            Detector = new TokenDetector(TeamsWebhook) { Literals = ["webhook.office.com/"], Lead = 64 },
        },
        new()
        {
            Id = "logic-app-signature",
            Name = "Signature of an address of a workflow of Azure",
            Reference = "https://learn.microsoft.com/azure/logic-apps/logic-apps-securing-a-logic-app",
            Severity = Severity.High,
            Category = RuleCategory.Messaging,
            Detector = new FollowingDetector(LogicAppSignatureContext, Forms.Base64Url43) { Literals = [".logic.azure.com", ".api.powerplatform.com"] },
        },
        new()
        {
            Id = "google-chat-webhook",
            Name = "Google Chat web hook",
            Reference = "https://developers.google.com/workspace/chat/quickstart/webhooks",
            Severity = Severity.High,
            Category = RuleCategory.Messaging,
            Detector = new TokenDetector(GoogleChatWebhook) { Literals = ["chat.googleapis.com/v1/"], Lead = 8 },
        },
        new()
        {
            Id = "feishu-webhook",
            Name = "Feishu or Lark web hook",
            Reference = "https://open.feishu.cn/document/client-docs/bot-v3/add-custom-bot",
            Severity = Severity.High,
            Category = RuleCategory.Messaging,
            Detector = new TokenDetector(FeishuWebhook) { Literals = ["/open-apis/bot/v2/hook/"], Lead = 28 },
        },
        new()
        {
            Id = "dingtalk-webhook-token",
            Name = "DingTalk token of a web hook",
            Reference = "https://open.dingtalk.com/document/orgapp/custom-robot-access",
            Severity = Severity.High,
            Category = RuleCategory.Messaging,
            Detector = new FollowingDetector(DingtalkWebhookTokenContext, Forms.Hexadecimal64) { Literals = ["oapi.dingtalk.com/robot/"] },
        },
        new()
        {
            Id = "wecom-webhook-key",
            Name = "WeCom key of a web hook",
            Reference = "https://developer.work.weixin.qq.com/document/path/91770",
            Severity = Severity.High,
            Category = RuleCategory.Messaging,
            Detector = new FollowingDetector(WecomWebhookKeyContext, Forms.Uuid) { Literals = ["qyapi.weixin.qq.com/"] },
        },
        new()
        {
            Id = "zulip-api-key",
            Name = "Zulip API key",
            Reference = "https://zulip.com/api/api-keys",
            Severity = Severity.High,
            Category = RuleCategory.Messaging,
            Detector = new AssignedDetector(Forms.Alphanumeric32) { Literals = ["zulip"], NamesSecret = true, Validator = Scrambled.Judge },
        },
        new()
        {
            Id = "line-channel-token",
            Name = "LINE channel access token",
            Reference = "https://developers.line.biz/en/docs/basics/channel-access-token/",
            Severity = Severity.High,
            Category = RuleCategory.Messaging,
            Detector = new TokenDetector(LineChannelToken) { Literals = ["1O/w1cDnyilFU="], Lead = 158 },
        },
        new()
        {
            Id = "matrix-access-token",
            Name = "Matrix access token of Synapse",
            Reference = "https://spec.matrix.org/latest/client-server-api/",
            Severity = Severity.High,
            Category = RuleCategory.Messaging,
            Detector = new TokenDetector(MatrixAccessToken) { Literals = ["syt_"] },
        },
    ];

    [GeneratedRegex(@"https?://[0-9A-Za-z-]{1,60}\.webhook\.office\.com/webhookb2/[0-9A-Za-z@-]{36,80}/IncomingWebhook/[0-9A-Za-z]{32}/[0-9A-Za-z/_-]{36,120}")]
    private static partial Regex TeamsWebhook { get; }

    [GeneratedRegex("""\.(?:logic\.azure\.com|api\.powerplatform\.com)[^\s"'<>]{0,400}?[?&;]sig=""")]
    private static partial Regex LogicAppSignatureContext { get; }

    [GeneratedRegex(@"(?:https?://)?chat\.googleapis\.com/v1/spaces/[0-9A-Za-z_-]{4,40}/messages\?key=[0-9A-Za-z_-]{20,60}&token=[0-9A-Za-z_%=-]{20,100}")]
    private static partial Regex GoogleChatWebhook { get; }

    [GeneratedRegex(@"https?://open\.(?:feishu\.cn|larksuite\.com)/open-apis/bot/v2/hook/[0-9A-Za-z-]{30,60}")]
    private static partial Regex FeishuWebhook { get; }

    [GeneratedRegex(@"oapi\.dingtalk\.com/robot/send\?access_token=")]
    private static partial Regex DingtalkWebhookTokenContext { get; }

    [GeneratedRegex(@"qyapi\.weixin\.qq\.com/cgi-bin/webhook/[a-z_]{4,20}\?key=")]
    private static partial Regex WecomWebhookKeyContext { get; }

    [GeneratedRegex("[0-9A-Za-z+/]{158}1O/w1cDnyilFU=")]
    private static partial Regex LineChannelToken { get; }

    [GeneratedRegex("syt_[0-9A-Za-z+/=_-]{2,100}_[A-Za-z]{20}_[0-9A-Za-z]{6}")]
    private static partial Regex MatrixAccessToken { get; }
}
