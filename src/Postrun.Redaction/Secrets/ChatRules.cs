using System.Text.RegularExpressions;
using Postrun.Redaction.Detection;
using Postrun.Redaction.Rules;

namespace Postrun.Redaction.Secrets;

/// <summary>Chats with bots, and the web hooks that write to them.</summary>
internal static partial class ChatRules
{
    internal static IEnumerable<Rule> All =>
    [
        new()
        {
            Id = "slack-bot-token",
            Name = "Slack token of a bot",
            Reference = "https://api.slack.com/concepts/token-types",
            Severity = Severity.Critical,
            Category = RuleCategory.Messaging,
            Detector = new TokenDetector(SlackBotToken) { Literals = ["xoxb-"] },
        },
        new()
        {
            Id = "slack-user-token",
            Name = "Slack token of a user",
            Reference = "https://api.slack.com/concepts/token-types",
            Severity = Severity.Critical,
            Category = RuleCategory.Messaging,
            Detector = new TokenDetector(SlackUserToken) { Literals = ["xoxp-"] },
        },
        new()
        {
            Id = "slack-app-token",
            Name = "Slack token of an app",
            Reference = "https://api.slack.com/concepts/token-types",
            Severity = Severity.Critical,
            Category = RuleCategory.Messaging,
            Detector = new TokenDetector(SlackAppToken) { Literals = ["xapp-"] },
        },
        new()
        {
            Id = "slack-configuration-token",
            Name = "Slack configuration token",
            Reference = "https://api.slack.com/concepts/token-types",
            Severity = Severity.High,
            Category = RuleCategory.Messaging,
            Detector = new TokenDetector(SlackConfigurationToken) { Literals = ["xoxe.xox", "xoxe-1-"] },
        },
        new()
        {
            Id = "slack-session-token",
            Name = "Slack token of a session or of an older kind",
            Reference = "https://api.slack.com/concepts/token-types",
            Severity = Severity.Critical,
            Category = RuleCategory.Messaging,
            Detector = new TokenDetector(SlackSessionToken) { Literals = ["xoxa-", "xoxc-", "xoxd-", "xoxo-", "xoxr-", "xoxs-"] },
        },
        new()
        {
            Id = "slack-webhook",
            Name = "Slack web hook",
            Reference = "https://api.slack.com/messaging/webhooks",
            Severity = Severity.High,
            Category = RuleCategory.Messaging,
            Detector = new TokenDetector(SlackWebhook) { Literals = ["hooks.slack.com/"], Lead = 8 },
        },
        new()
        {
            Id = "discord-bot-token",
            Name = "Discord token of a bot",
            Reference = "https://discord.com/developers/docs/reference",
            Severity = Severity.Critical,
            Category = RuleCategory.Messaging,
            Detector = new AssignedDetector(DiscordBotToken) { Literals = ["discord"], NamesSecret = true },
        },
        new()
        {
            Id = "discord-login-token",
            Name = "Discord token of a bot, where it logs in",
            Reference = "https://discord.com/developers/docs/reference",
            Severity = Severity.Critical,
            Category = RuleCategory.Messaging,
            Detector = new FollowingDetector(DiscordLoginTokenContext, DiscordLoginToken)
            {
                Literals = [".login(\"", ".login('", ".run(\"", ".run('", "Authorization: Bot "],
            },
        },
        new()
        {
            Id = "discord-webhook",
            Name = "Discord web hook",
            Reference = "https://discord.com/developers/docs/resources/webhook",
            Severity = Severity.High,
            Category = RuleCategory.Messaging,
            Detector = new TokenDetector(DiscordWebhook) { Literals = ["/api/webhooks/"], Lead = 34 },
        },
        new()
        {
            Id = "telegram-bot-token",
            Name = "Telegram token of a bot",
            Reference = "https://core.telegram.org/bots/api#authorizing-your-bot",
            Severity = Severity.Critical,
            Category = RuleCategory.Messaging,
            Detector = new TokenDetector(TelegramBotToken) { Literals = [":AA"], Lead = 10 },
        },
        new()
        {
            Id = "telegram-bot-address",
            Name = "Telegram token in an address",
            Reference = "https://core.telegram.org/bots/api#authorizing-your-bot",
            Severity = Severity.Critical,
            Category = RuleCategory.Messaging,
            Detector = new FollowingDetector(TelegramBotAddressContext, TelegramBotAddress) { Literals = ["api.telegram.org/"] },
        },
    ];

    [GeneratedRegex("xoxb-[0-9]{8,14}-[0-9A-Za-z-]{18,60}")]
    private static partial Regex SlackBotToken { get; }

    [GeneratedRegex("xoxp-[0-9]{8,14}-[0-9]{8,14}-[0-9A-Za-z-]{20,80}")]
    private static partial Regex SlackUserToken { get; }

    [GeneratedRegex("xapp-[0-9]-[0-9A-Z]{6,16}-[0-9]{8,16}-[0-9A-Za-z]{32,80}")]
    private static partial Regex SlackAppToken { get; }

    [GeneratedRegex(@"xoxe(?:\.xox[bp])?-1-[0-9A-Za-z]{120,200}")]
    private static partial Regex SlackConfigurationToken { get; }

    [GeneratedRegex("xox[acdors]-[0-9A-Za-z%-]{20,400}")]
    private static partial Regex SlackSessionToken { get; }

    [GeneratedRegex(@"(?:https?://)?hooks\.slack\.com/(?:services|workflows|triggers)/[0-9A-Za-z_+/-]{30,160}")]
    private static partial Regex SlackWebhook { get; }

    [GeneratedRegex(@"[MNO][0-9A-Za-z_-]{23,27}\.[0-9A-Za-z_-]{6}\.[0-9A-Za-z_-]{27,38}")]
    private static partial Regex DiscordBotToken { get; }

    [GeneratedRegex(@"[MNO][0-9A-Za-z_-]{23,27}\.[0-9A-Za-z_-]{6}\.[0-9A-Za-z_-]{27,38}")]
    private static partial Regex DiscordLoginToken { get; }

    [GeneratedRegex("""(?:\.login\(["']|\.run\(["']|Authorization: Bot )""")]
    private static partial Regex DiscordLoginTokenContext { get; }

    [GeneratedRegex(@"https?://(?:ptb\.|canary\.)?discord(?:app)?\.com/api/(?:v[0-9]{1,2}/)?webhooks/[0-9]{17,20}/[0-9A-Za-z_-]{60,80}")]
    private static partial Regex DiscordWebhook { get; }

    [GeneratedRegex("[0-9]{8,10}:AA[0-9A-Za-z_-]{33}")]
    private static partial Regex TelegramBotToken { get; }

    [GeneratedRegex("[0-9]{8,10}:AA[0-9A-Za-z_-]{33}")]
    private static partial Regex TelegramBotAddress { get; }

    [GeneratedRegex(@"api\.telegram\.org/(?:file/)?bot")]
    private static partial Regex TelegramBotAddressContext { get; }
}
