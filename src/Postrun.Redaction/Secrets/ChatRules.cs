using System.Text.RegularExpressions;
using Postrun.Redaction.Rules;

namespace Postrun.Redaction.Secrets;

/// <summary>Chats with bots, and the web hooks that write to them.</summary>
internal static partial class ChatRules
{
    private static readonly RuleSource Slack = new(RuleCategory.Messaging, "https://api.slack.com/concepts/token-types");
    private static readonly RuleSource SlackSource = new(RuleCategory.Messaging, "https://api.slack.com/messaging/webhooks");
    private static readonly RuleSource Discord = new(RuleCategory.Messaging, "https://discord.com/developers/docs/reference");
    private static readonly RuleSource DiscordSource = new(RuleCategory.Messaging, "https://discord.com/developers/docs/resources/webhook");
    private static readonly RuleSource TelegramBot = new(RuleCategory.Messaging, "https://core.telegram.org/bots/api#authorizing-your-bot");

    internal static IEnumerable<Rule> All =>
    [
        Slack.Token("slack-bot-token", "Slack token of a bot", Severity.Critical, SlackBotToken, ["xoxb-"]),
        Slack.Token("slack-user-token", "Slack token of a user", Severity.Critical, SlackUserToken, ["xoxp-"]),
        Slack.Token("slack-app-token", "Slack token of an app", Severity.Critical, SlackAppToken, ["xapp-"]),
        Slack.Token("slack-configuration-token", "Slack configuration token", Severity.High, SlackConfigurationToken, ["xoxe.xox", "xoxe-1-"]),
        Slack.Token("slack-session-token", "Slack token of a session or of an older kind", Severity.Critical, SlackSessionToken,
            ["xoxa-", "xoxc-", "xoxd-", "xoxo-", "xoxr-", "xoxs-"]),
        SlackSource.Token("slack-webhook", "Slack web hook", Severity.High, SlackWebhook, ["hooks.slack.com/"], lead: 8),
        Discord.Named("discord-bot-token", "Discord token of a bot", Severity.Critical, DiscordBotToken, ["discord"]),
        Discord.Following("discord-login-token", "Discord token of a bot, where it logs in", Severity.Critical, DiscordLoginTokenContext, DiscordLoginToken,
            [".login(\"", ".login(\\\"", ".login('", ".run(\"", ".run(\\\"", ".run('", "Authorization: Bot "]),
        DiscordSource.Token("discord-webhook", "Discord web hook", Severity.High, DiscordWebhook, ["/api/webhooks/"], lead: 34),
        TelegramBot.Token("telegram-bot-token", "Telegram token of a bot", Severity.Critical, TelegramBotToken, [":AA"], lead: 10),
        TelegramBot.Following("telegram-bot-address", "Telegram token in an address", Severity.Critical, TelegramBotAddressContext, TelegramBotAddress,
            ["api.telegram.org/"]),
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

    [GeneratedRegex("""(?:\.(?:login|run)\(\\?["']|Authorization: Bot )""")]
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
