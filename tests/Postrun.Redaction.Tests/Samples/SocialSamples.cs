namespace Postrun.Redaction.Tests.Samples;

internal static class SocialSamples
{
    internal static IEnumerable<RuleSample> All =>
    [
        Usual.AtStart("facebook-access-token", static dice => $"EAA{dice.Of(Dice.Base62, 90, 220)}", least: 83),
        Usual.Assigned("facebook-app-secret", ["FACEBOOK_APP_SECRET", "fb_app_secret"], static dice => dice.Of(Dice.Hexadecimal, 32)),
        Usual.Following("facebook-app-token", ["GET /debug?access_token=", "https://graph.facebook.com/oauth/access_token="], static dice => $"{dice.Of(Dice.Digits, 15)}|{dice.Of(Dice.Base64Url, 27)}"),
        Usual.Token("instagram-access-token", static dice => $"IG{dice.Pick("QV", "QW", "AA")}{dice.Of(Dice.Base62, 110, 200)}", least: 104),
        Usual.Following("x-bearer-token", ["Authorization: Bearer ", "BEARER_TOKEN=\"", "TWITTER="], static dice => $"AAAAAAAAAAAAAAAAAAAAA{dice.Of(Dice.Base62, 25)}%{dice.Of(Usual.UpperHexadecimal, 2)}{dice.Of(Dice.Base62, 40, 60)}", least: 50),
        Usual.Assigned("x-api-secret", ["TWITTER_CONSUMER_SECRET", "twitter.access_token_secret"], static dice => dice.Of(Dice.Base62, 50), least: 25),
        Usual.Token("linkedin-client-secret", static dice => $"WPL_AP1.{dice.Of(Dice.Base62, 16)}.{dice.Of(Dice.Base62, 6)}==", least: 25),
        Usual.Assigned("linkedin-named-secret", ["LINKEDIN_CLIENT_SECRET", "linkedin.secret"], static dice => dice.Of(Dice.Base62, 16)),
        Usual.Assigned("twitch-secret", ["TWITCH_CLIENT_SECRET", "twitch_oauth_token"], static dice => dice.Of(Dice.Lower + Dice.Digits, 30)),
        Usual.Token("twitch-chat-token", static dice => $"oauth:{dice.Of(Dice.Lower + Dice.Digits, 30)}"),
        Usual.Assigned("spotify-client-secret", ["SPOTIFY_CLIENT_SECRET", "SPOTIPY_CLIENT_SECRET"], static dice => dice.Of(Dice.Hexadecimal, 32)),
        Usual.Assigned("strava-client-secret", ["STRAVA_CLIENT_SECRET", "strava_access_token"], static dice => dice.Of(Dice.Hexadecimal, 40)),
    ];
}
