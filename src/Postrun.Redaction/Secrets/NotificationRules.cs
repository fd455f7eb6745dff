using System.Text.RegularExpressions;
using Postrun.Redaction.Rules;
using Postrun.Redaction.Validation;

namespace Postrun.Redaction.Secrets;

/// <summary>Services that send text messages, calls and notifications.</summary>
internal static partial class NotificationRules
{
    private static readonly RuleSource Twilio = new(RuleCategory.Messaging, "https://www.twilio.com/docs/iam/api-keys");
    private static readonly RuleSource Vonage = new(RuleCategory.Messaging, "https://developer.vonage.com/en/getting-started/concepts/authentication");
    private static readonly RuleSource Pusher = new(RuleCategory.Messaging, "https://pusher.com/docs/channels/library_auth_reference/rest-api/");
    private static readonly RuleSource Messagebird = new(RuleCategory.Messaging, "https://developers.messagebird.com/api/");
    private static readonly RuleSource Intercom = new(RuleCategory.Messaging, "https://developers.intercom.com/docs/build-an-integration/learn-more/authentication");
    private static readonly RuleSource Onesignal = new(RuleCategory.Messaging, "https://documentation.onesignal.com/docs/en/keys-and-ids");
    private static readonly RuleSource Zenvia = new(RuleCategory.Messaging, "https://zenvia.github.io/zenvia-openapi-spec/");

    internal static IEnumerable<Rule> All =>
    [
        Twilio.Token("twilio-api-key", "Twilio API key", Severity.High, TwilioApiKey,
            ["SK0", "SK1", "SK2", "SK3", "SK4", "SK5", "SK6", "SK7", "SK8", "SK9", "SKa", "SKb", "SKc", "SKd", "SKe", "SKf"]),
        Twilio.Named("twilio-auth-token", "Twilio authentication token", Severity.Critical, SharedForms.Hexadecimal32, ["twilio"]),
        Twilio.Following("twilio-client-token", "Twilio authentication token of a client", Severity.Critical, TwilioClientTokenContext, SharedForms.Hexadecimal32,
            ["Client(\"AC", "Client(\\\"AC", "Client('AC"]),
        Vonage.Named("vonage-api-secret", "Vonage API secret", Severity.High, SharedForms.Alphanumeric16, ["vonage", "nexmo"], Strength.Random),
        Pusher.Named("pusher-secret", "Pusher secret", Severity.High, PusherSecret, ["pusher"]),
        Messagebird.Named("messagebird-access-key", "MessageBird access key", Severity.High, SharedForms.Alphanumeric25,
            ["messagebird"], Strength.Random),
        Intercom.Token("intercom-access-token", "Intercom access token", Severity.High, IntercomAccessToken, ["dG9rO"]),
        Onesignal.Token("onesignal-api-key", "OneSignal API key", Severity.High, OnesignalApiKey, ["os_v2_"]),
        Zenvia.Named("zenvia-token", "Zenvia token", Severity.High, ZenviaToken, ["zenvia"], Strength.Random),
    ];

    [GeneratedRegex("SK[0-9a-f]{32}")]
    private static partial Regex TwilioApiKey { get; }

    [GeneratedRegex("""Client\(\\?["']AC[0-9a-f]{32}\\?["'], {0,4}\\?["']""")]
    private static partial Regex TwilioClientTokenContext { get; }

    [GeneratedRegex("[0-9a-f]{20}")]
    private static partial Regex PusherSecret { get; }

    [GeneratedRegex("dG9rO[0-9A-Za-z+/]{50,62}={0,2}")]
    private static partial Regex IntercomAccessToken { get; }

    [GeneratedRegex("os_v2_(?:app|org)_[0-9a-z]{80,120}")]
    private static partial Regex OnesignalApiKey { get; }

    [GeneratedRegex("[0-9A-Za-z_-]{36,64}")]
    private static partial Regex ZenviaToken { get; }
}
