using static Postrun.Redaction.Tests.Samples.Sampled;

namespace Postrun.Redaction.Tests.Samples;

internal static class GoogleCloudSamples
{
    internal static IEnumerable<RuleSample> All =>
    [
        Token("gcp-api-key", static dice => "AIza" + dice.Of(Dice.Base62, 35)),
        Token("google-oauth-client-secret", static dice => "GOCSPX-" + dice.Of(Dice.Base62, 28)),
        Token("google-oauth-refresh-token", static dice => "1//0" + dice.Of(Dice.Base62, 70)),
        Token("google-oauth-access-token", static dice => "ya29." + dice.Of(Dice.Base62, 70)),
        Token("gcp-storage-hmac-access-id", static dice => "GOOG1E" + dice.Of(Dice.Upper + Dice.Digits, 55)),
        Token("firebase-messaging-server-key", static dice => "AAAA" + dice.Of(Dice.Base62, 7) + ":APA91b" + dice.Of(Dice.Base62, 134)),
        Assigned("recaptcha-secret", "RECAPTCHA_SECRET", static dice => "6L" + dice.Of(Dice.Base62, 38)),
    ];
}
