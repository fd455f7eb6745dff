using System.Text.RegularExpressions;
using Postrun.Redaction.Detection;
using Postrun.Redaction.Rules;
using Postrun.Redaction.Validation;

namespace Postrun.Redaction.Secrets;

/// <summary>Services that send text messages, calls and notifications.</summary>
internal static partial class NotificationRules
{
    internal static IEnumerable<Rule> All =>
    [
        new()
        {
            Id = "twilio-api-key",
            Name = "Twilio API key",
            Reference = "https://www.twilio.com/docs/iam/api-keys",
            Severity = Severity.High,
            Category = RuleCategory.Messaging,
            Detector = new TokenDetector(TwilioApiKey)
            {
                Literals = ["SK0", "SK1", "SK2", "SK3", "SK4", "SK5", "SK6", "SK7", "SK8", "SK9", "SKa", "SKb", "SKc", "SKd", "SKe", "SKf"],
            },
        },
        new()
        {
            Id = "twilio-auth-token",
            Name = "Twilio authentication token",
            Reference = "https://www.twilio.com/docs/iam/api-keys",
            Severity = Severity.Critical,
            Category = RuleCategory.Messaging,
            Detector = new AssignedDetector(Forms.Hexadecimal32) { Literals = ["twilio"], NamesSecret = true },
        },
        new()
        {
            Id = "vonage-api-secret",
            Name = "Vonage API secret",
            Reference = "https://developer.vonage.com/en/getting-started/concepts/authentication",
            Severity = Severity.High,
            Category = RuleCategory.Messaging,
            Detector = new AssignedDetector(Forms.Alphanumeric16) { Literals = ["vonage", "nexmo"], NamesSecret = true, Validator = Scrambled.Judge },
        },
        new()
        {
            Id = "pusher-secret",
            Name = "Pusher secret",
            Reference = "https://pusher.com/docs/channels/library_auth_reference/rest-api/",
            Severity = Severity.High,
            Category = RuleCategory.Messaging,
            Detector = new AssignedDetector(PusherSecret) { Literals = ["pusher"], NamesSecret = true },
        },
        new()
        {
            Id = "ably-api-key",
            Name = "Ably API key",
            Reference = "https://ably.com/docs/auth/basic",
            Severity = Severity.High,
            Category = RuleCategory.Messaging,
            Detector = new AssignedDetector(AblyApiKey) { Literals = ["ably_api", "ably_key"], NamesSecret = true },
        },
        new()
        {
            Id = "messagebird-access-key",
            Name = "MessageBird access key",
            Reference = "https://developers.messagebird.com/api/",
            Severity = Severity.High,
            Category = RuleCategory.Messaging,
            Detector = new AssignedDetector(Forms.Alphanumeric25) { Literals = ["messagebird"], NamesSecret = true, Validator = Scrambled.Judge },
        },
        new()
        {
            Id = "intercom-access-token",
            Name = "Intercom access token",
            Reference = "https://developers.intercom.com/docs/build-an-integration/learn-more/authentication",
            Severity = Severity.High,
            Category = RuleCategory.Messaging,
            Detector = new TokenDetector(IntercomAccessToken) { Literals = ["dG9rO"] },
        },
        new()
        {
            Id = "onesignal-api-key",
            Name = "OneSignal API key",
            Reference = "https://documentation.onesignal.com/docs/en/keys-and-ids",
            Severity = Severity.High,
            Category = RuleCategory.Messaging,
            Detector = new TokenDetector(OnesignalApiKey) { Literals = ["os_v2_"] },
        },
        new()
        {
            Id = "zenvia-token",
            Name = "Zenvia token",
            Reference = "https://zenvia.github.io/zenvia-openapi-spec/",
            Severity = Severity.High,
            Category = RuleCategory.Messaging,
            Detector = new AssignedDetector(ZenviaToken) { Literals = ["zenvia"], NamesSecret = true, Validator = Scrambled.Judge },
        },
    ];

    [GeneratedRegex("SK[0-9a-f]{32}")]
    private static partial Regex TwilioApiKey { get; }

    [GeneratedRegex("[0-9a-f]{20}")]
    private static partial Regex PusherSecret { get; }

    [GeneratedRegex(@"[0-9A-Za-z_-]{6}\.[0-9A-Za-z_-]{6}:[0-9A-Za-z_-]{20,50}")]
    private static partial Regex AblyApiKey { get; }

    [GeneratedRegex("dG9rO[0-9A-Za-z+/]{50,62}={0,2}")]
    private static partial Regex IntercomAccessToken { get; }

    [GeneratedRegex("os_v2_(?:app|org)_[0-9a-z]{80,120}")]
    private static partial Regex OnesignalApiKey { get; }

    [GeneratedRegex("[0-9A-Za-z_-]{36,64}")]
    private static partial Regex ZenviaToken { get; }
}
