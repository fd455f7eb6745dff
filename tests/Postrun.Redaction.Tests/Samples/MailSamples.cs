namespace Postrun.Redaction.Tests.Samples;

internal static class MailSamples
{
    internal static IEnumerable<RuleSample> All =>
    [
        Usual.Token("sendgrid-api-key", static dice => $"SG.{dice.Of(Dice.Base64Url, 22)}.{dice.Of(Dice.Base64Url, 43)}"),
        Usual.Token("brevo-api-key", static dice => $"{dice.Pick("xkeysib", "xsmtpsib")}-{dice.Of(Dice.Hexadecimal, 64)}-{dice.Of(Dice.Base62, 16)}"),
        Usual.Token("mailchimp-api-key", static dice => $"{dice.Of(Dice.Hexadecimal, 32)}-us{dice.Next(21) + 1}", least: 35),
        Usual.Assigned("mandrill-api-key", ["MANDRILL_API_KEY", "mandrill_key"], static dice => $"md-{dice.Of(Dice.Base64Url, 22)}", least: 22),
        Usual.Following("mailgun-api-key", ["curl -s --user 'api:", "https://api:"], static dice => $"key-{dice.Of(Dice.Hexadecimal, 32)}"),
        Usual.Assigned("mailgun-named-key", ["MAILGUN_API_KEY", "mailgun.signing-key"], static dice => $"{dice.Of(Dice.Hexadecimal, 32)}-{dice.Of(Dice.Hexadecimal, 8)}-{dice.Of(Dice.Hexadecimal, 8)}", least: 32),
        Usual.Assigned("postmark-server-token", ["POSTMARK_API_TOKEN", "X-Postmark-Server-Token"], static dice => Sampled.Uuid(dice)),
        Usual.Assigned("mailjet-secret-key", ["MAILJET_SECRET_KEY", "MJ_APIKEY_PRIVATE"], static dice => dice.Of(Dice.Hexadecimal, 32)),
        Usual.Assigned("resend-api-key", ["RESEND_API_KEY", "resend.token"], static dice => $"re_{dice.Of(Dice.Base62, 8)}_{dice.Of(Dice.Base62, 24)}"),
        Usual.Token("mailersend-token", static dice => $"mlsn.{dice.Of(Dice.Hexadecimal, 64)}"),
        Usual.Assigned("klaviyo-api-key", ["KLAVIYO_API_KEY", "klaviyo_private_key"], static dice => $"pk_{dice.Of(Dice.Hexadecimal, 34)}"),
    ];
}
