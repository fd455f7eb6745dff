using System.Text.RegularExpressions;
using Postrun.Redaction.Rules;
using Postrun.Redaction.Validation;

namespace Postrun.Redaction.Secrets;

/// <summary>Chats of teams, and the web hooks that write to them.</summary>
internal static partial class TeamChatRules
{
    private static readonly RuleSource Teams = new(RuleCategory.Messaging, "https://learn.microsoft.com/microsoftteams/platform/webhooks-and-connectors/how-to/add-incoming-webhook");
    private static readonly RuleSource LogicAppSignatureSource = new(RuleCategory.Messaging, "https://learn.microsoft.com/azure/logic-apps/logic-apps-securing-a-logic-app");
    private static readonly RuleSource GoogleChat = new(RuleCategory.Messaging, "https://developers.google.com/workspace/chat/quickstart/webhooks");
    private static readonly RuleSource Feishu = new(RuleCategory.Messaging, "https://open.feishu.cn/document/client-docs/bot-v3/add-custom-bot");
    private static readonly RuleSource Dingtalk = new(RuleCategory.Messaging, "https://open.dingtalk.com/document/orgapp/custom-robot-access");
    private static readonly RuleSource Wecom = new(RuleCategory.Messaging, "https://developer.work.weixin.qq.com/document/path/91770");
    private static readonly RuleSource Zulip = new(RuleCategory.Messaging, "https://zulip.com/api/api-keys");
    private static readonly RuleSource LineChannel = new(RuleCategory.Messaging, "https://developers.line.biz/en/docs/basics/channel-access-token/");
    private static readonly RuleSource Matrix = new(RuleCategory.Messaging, "https://spec.matrix.org/latest/client-server-api/");

    internal static IEnumerable<Rule> All =>
    [
        Teams.Token("teams-webhook", "Microsoft Teams web hook", Severity.High, TeamsWebhook, ["webhook.office.com/"], lead: 64),
        LogicAppSignatureSource.Following("logic-app-signature", "Signature of an address of a workflow of Azure", Severity.High, LogicAppSignatureContext, SharedForms.Base64Url43,
            [".logic.azure.com", ".api.powerplatform.com"]),
        GoogleChat.Token("google-chat-webhook", "Google Chat web hook", Severity.High, GoogleChatWebhook, ["chat.googleapis.com/v1/"], lead: 8),
        Feishu.Token("feishu-webhook", "Feishu or Lark web hook", Severity.High, FeishuWebhook, ["/open-apis/bot/v2/hook/"], lead: 28),
        Dingtalk.Following("dingtalk-webhook-token", "DingTalk token of a web hook", Severity.High, DingtalkWebhookTokenContext, SharedForms.Hexadecimal64,
            ["oapi.dingtalk.com/robot/"]),
        Wecom.Following("wecom-webhook-key", "WeCom key of a web hook", Severity.High, WecomWebhookKeyContext, SharedForms.Uuid,
            ["qyapi.weixin.qq.com/"]),
        Zulip.Named("zulip-api-key", "Zulip API key", Severity.High, SharedForms.Alphanumeric32, ["zulip"], Strength.Random),
        LineChannel.Token("line-channel-token", "LINE channel access token", Severity.High, LineChannelToken, ["1O/w1cDnyilFU="], lead: 158),
        Matrix.Token("matrix-access-token", "Matrix access token of Synapse", Severity.High, MatrixAccessToken, ["syt_"]),
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
