using System.Text.RegularExpressions;
using Postrun.Redaction.Rules;

namespace Postrun.Redaction.Secrets;

/// <summary>Google Cloud and Firebase.</summary>
internal static partial class GoogleCloudRules
{
    private static readonly RuleSource Google = new(RuleCategory.Cloud, "https://cloud.google.com/docs/authentication");

    internal static IEnumerable<Rule> All =>
    [
        Google.Token("gcp-api-key", "Google API key", Severity.High, GcpApiKey, ["AIza"]),
        Google.Token("google-oauth-client-secret", "Google OAuth client secret", Severity.High, GoogleOauthClientSecret, ["GOCSPX-"]),
        Google.Token("google-oauth-refresh-token", "Google OAuth refresh token", Severity.Critical, GoogleOauthRefreshToken, ["1//0"]),
        Google.Token("google-oauth-access-token", "Google OAuth access token", Severity.High, GoogleOauthAccessToken, ["ya29."]),
        Google.Token("gcp-storage-hmac-access-id", "Google Cloud Storage HMAC access id", Severity.High, GcpStorageHmacAccessId, ["GOOG"]),
        Google.Token("firebase-messaging-server-key", "Firebase Cloud Messaging server key", Severity.High, FirebaseMessagingServerKey,
            [":APA91b"], lead: 11),
        Google.Assigned("recaptcha-secret", "reCAPTCHA secret", Severity.High, RecaptchaSecret, ["recaptcha"]),
    ];

    [GeneratedRegex("AIza[0-9A-Za-z_-]{35}")]
    private static partial Regex GcpApiKey { get; }

    [GeneratedRegex("GOCSPX-[0-9A-Za-z_-]{28}")]
    private static partial Regex GoogleOauthClientSecret { get; }

    [GeneratedRegex("1//0[0-9A-Za-z_-]{40,120}")]
    private static partial Regex GoogleOauthRefreshToken { get; }

    [GeneratedRegex(@"ya29\.[0-9A-Za-z_.-]{40,}")]
    private static partial Regex GoogleOauthAccessToken { get; }

    [GeneratedRegex("GOOG(?:1E[0-9A-Z]{55}|[0-9A-Z]{20})")]
    private static partial Regex GcpStorageHmacAccessId { get; }

    [GeneratedRegex("AAAA[0-9A-Za-z_-]{7}:APA91b[0-9A-Za-z_-]{134}")]
    private static partial Regex FirebaseMessagingServerKey { get; }

    [GeneratedRegex("6L[0-9A-Za-z_-]{38}")]
    private static partial Regex RecaptchaSecret { get; }
}
