using System.Text.RegularExpressions;
using Postrun.Redaction.Rules;
using Postrun.Redaction.Validation;

namespace Postrun.Redaction.Secrets;

/// <summary>Social networks and what people listen to and watch there.</summary>
internal static partial class SocialRules
{
    private static readonly RuleSource Facebook = new(RuleCategory.Service, "https://developers.facebook.com/docs/facebook-login/guides/access-tokens/");
    private static readonly RuleSource Instagram = new(RuleCategory.Service, "https://developers.facebook.com/docs/instagram-platform/reference/access_token/");
    private static readonly RuleSource X = new(RuleCategory.Service, "https://docs.x.com/fundamentals/authentication/overview");
    private static readonly RuleSource Linkedin = new(RuleCategory.Service, "https://learn.microsoft.com/linkedin/shared/authentication/authentication");
    private static readonly RuleSource Twitch = new(RuleCategory.Service, "https://dev.twitch.tv/docs/authentication/");
    private static readonly RuleSource TwitchChat = new(RuleCategory.Service, "https://dev.twitch.tv/docs/chat/authenticating/");
    private static readonly RuleSource Spotify = new(RuleCategory.Service, "https://developer.spotify.com/documentation/web-api/concepts/apps");
    private static readonly RuleSource Strava = new(RuleCategory.Service, "https://developers.strava.com/docs/authentication/");

    internal static IEnumerable<Rule> All =>
    [
        Facebook.Following("facebook-access-token", "Facebook access token", Severity.Critical, SharedForms.Start, FacebookAccessToken,
            SharedForms.AtStart("EAA")),
        Facebook.Named("facebook-app-secret", "Facebook app secret", Severity.Critical, SharedForms.Hexadecimal32,
            ["facebook", "fb_app", "fb_secret", "meta_app"]),
        Facebook.Following("facebook-app-token", "Facebook token of an app", Severity.Critical, FacebookAppTokenContext, FacebookAppToken,
            ["access_token="]),
        Instagram.Token("instagram-access-token", "Instagram access token", Severity.High, InstagramAccessToken, ["IGQV", "IGQW", "IGAA"]),
        X.Following("x-bearer-token", "X bearer token", Severity.High, XBearerTokenContext, XBearerToken,
            ["\"AAAAAAAAAAAAAAAAAAAA", "'AAAAAAAAAAAAAAAAAAAA", "=AAAAAAAAAAAAAAAAAAAA", "Bearer AAAAAAAAAAAAAAAAAAAA"]),
        X.Named("x-api-secret", "X secret of an API or of a user", Severity.Critical, XApiSecret, ["twitter", "tweepy"], Strength.Random),
        Linkedin.Token("linkedin-client-secret", "LinkedIn client secret", Severity.High, LinkedinClientSecret,
            [.. Enumerable.Range(0, 10).Select(static version => $"WPL_AP{version}.")]),
        Linkedin.Named("linkedin-named-secret", "LinkedIn client secret, older form", Severity.High, SharedForms.Alphanumeric16,
            ["linkedin"], Strength.Random),
        Twitch.Named("twitch-secret", "Twitch client secret or token", Severity.High, TwitchSecret, ["twitch"], Strength.Random),
        TwitchChat.Token("twitch-chat-token", "Twitch token of the chat", Severity.High, TwitchChatToken, ["oauth:"]),
        Spotify.Named("spotify-client-secret", "Spotify client secret", Severity.High, SharedForms.Hexadecimal32, ["spotify", "spotipy"]),
        Strava.Named("strava-client-secret", "Strava client secret", Severity.High, SharedForms.Hexadecimal40, ["strava"]),
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
