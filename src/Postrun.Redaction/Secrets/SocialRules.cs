using System.Text.RegularExpressions;
using Postrun.Redaction.Detection;
using Postrun.Redaction.Rules;
using Postrun.Redaction.Validation;

namespace Postrun.Redaction.Secrets;

/// <summary>Social networks and what people listen to and watch there.</summary>
internal static partial class SocialRules
{
    internal static IEnumerable<Rule> All =>
    [
        new()
        {
            Id = "facebook-access-token",
            Name = "Facebook access token",
            Reference = "https://developers.facebook.com/docs/facebook-login/guides/access-tokens/",
            Severity = Severity.Critical,
            Category = RuleCategory.Service,
            Detector = new FollowingDetector(Forms.Start, FacebookAccessToken) { Literals = Forms.AtStart("EAA") },
        },
        new()
        {
            Id = "facebook-app-secret",
            Name = "Facebook app secret",
            Reference = "https://developers.facebook.com/docs/facebook-login/guides/access-tokens/",
            Severity = Severity.Critical,
            Category = RuleCategory.Service,
            Detector = new AssignedDetector(Forms.Hexadecimal32) { Literals = ["facebook", "fb_app", "fb_secret", "meta_app"], NamesSecret = true },
        },
        new()
        {
            Id = "facebook-app-token",
            Name = "Facebook token of an app",
            Reference = "https://developers.facebook.com/docs/facebook-login/guides/access-tokens/",
            Severity = Severity.Critical,
            Category = RuleCategory.Service,
            Detector = new FollowingDetector(FacebookAppTokenContext, FacebookAppToken) { Literals = ["access_token="] },
        },
        new()
        {
            Id = "instagram-access-token",
            Name = "Instagram access token",
            Reference = "https://developers.facebook.com/docs/instagram-platform/reference/access_token/",
            Severity = Severity.High,
            Category = RuleCategory.Service,
            Detector = new TokenDetector(InstagramAccessToken) { Literals = ["IGQV", "IGQW", "IGAA"] },
        },
        new()
        {
            Id = "x-bearer-token",
            Name = "X bearer token",
            Reference = "https://docs.x.com/fundamentals/authentication/overview",
            Severity = Severity.High,
            Category = RuleCategory.Service,
            Detector = new FollowingDetector(XBearerTokenContext, XBearerToken)
            {
                Literals = ["\"AAAAAAAAAAAAAAAAAAAA", "'AAAAAAAAAAAAAAAAAAAA", "=AAAAAAAAAAAAAAAAAAAA", "Bearer AAAAAAAAAAAAAAAAAAAA"],
            },
        },
        new()
        {
            Id = "x-api-secret",
            Name = "X secret of an API or of a user",
            Reference = "https://docs.x.com/fundamentals/authentication/overview",
            Severity = Severity.Critical,
            Category = RuleCategory.Service,
            Detector = new AssignedDetector(XApiSecret) { Literals = ["twitter", "tweepy"], NamesSecret = true, Validator = Scrambled.Judge },
        },
        new()
        {
            Id = "linkedin-client-secret",
            Name = "LinkedIn client secret",
            Reference = "https://learn.microsoft.com/linkedin/shared/authentication/authentication",
            Severity = Severity.High,
            Category = RuleCategory.Service,
            Detector = new TokenDetector(LinkedinClientSecret) { Literals = ["WPL_AP"] },
        },
        new()
        {
            Id = "linkedin-named-secret",
            Name = "LinkedIn client secret, older form",
            Reference = "https://learn.microsoft.com/linkedin/shared/authentication/authentication",
            Severity = Severity.High,
            Category = RuleCategory.Service,
            Detector = new AssignedDetector(Forms.Alphanumeric16) { Literals = ["linkedin"], NamesSecret = true, Validator = Scrambled.Judge },
        },
        new()
        {
            Id = "twitch-secret",
            Name = "Twitch client secret or token",
            Reference = "https://dev.twitch.tv/docs/authentication/",
            Severity = Severity.High,
            Category = RuleCategory.Service,
            Detector = new AssignedDetector(TwitchSecret) { Literals = ["twitch"], NamesSecret = true, Validator = Scrambled.Judge },
        },
        new()
        {
            Id = "twitch-chat-token",
            Name = "Twitch token of the chat",
            Reference = "https://dev.twitch.tv/docs/chat/authenticating/",
            Severity = Severity.High,
            Category = RuleCategory.Service,
            Detector = new TokenDetector(TwitchChatToken) { Literals = ["oauth:"] },
        },
        new()
        {
            Id = "spotify-client-secret",
            Name = "Spotify client secret",
            Reference = "https://developer.spotify.com/documentation/web-api/concepts/apps",
            Severity = Severity.High,
            Category = RuleCategory.Service,
            Detector = new AssignedDetector(Forms.Hexadecimal32) { Literals = ["spotify", "spotipy"], NamesSecret = true },
        },
        new()
        {
            Id = "strava-client-secret",
            Name = "Strava client secret",
            Reference = "https://developers.strava.com/docs/authentication/",
            Severity = Severity.High,
            Category = RuleCategory.Service,
            Detector = new AssignedDetector(Forms.Hexadecimal40) { Literals = ["strava"], NamesSecret = true },
        },
    ];

    [GeneratedRegex("EAA[0-9A-Za-z]{80,400}")]
    private static partial Regex FacebookAccessToken { get; }

    [GeneratedRegex(@"[0-9]{13,17}(?:\||%7C)[0-9A-Za-z_-]{27}")]
    private static partial Regex FacebookAppToken { get; }

    [GeneratedRegex("access_token=")]
    private static partial Regex FacebookAppTokenContext { get; }

    [GeneratedRegex("IG(?:QV|QW|AA)[0-9A-Za-z_-]{100,260}")]
    private static partial Regex InstagramAccessToken { get; }

    [GeneratedRegex("A{20,24}[0-9A-Za-z]{8,60}%[0-9A-Za-z%]{20,100}")]
    private static partial Regex XBearerToken { get; }

    [GeneratedRegex("""(?:["'=]|Bearer )""")]
    private static partial Regex XBearerTokenContext { get; }

    [GeneratedRegex("(?:[0-9]{6,20}-)?[0-9A-Za-z]{25,50}")]
    private static partial Regex XApiSecret { get; }

    [GeneratedRegex(@"WPL_AP[0-9]\.[0-9A-Za-z]{14,20}\.[0-9A-Za-z+/]{4,12}={0,2}")]
    private static partial Regex LinkedinClientSecret { get; }

    [GeneratedRegex("[0-9a-z]{30}")]
    private static partial Regex TwitchSecret { get; }

    [GeneratedRegex("oauth:[0-9a-z]{30}")]
    private static partial Regex TwitchChatToken { get; }
}
