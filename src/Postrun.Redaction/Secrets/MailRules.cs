using System.Text.RegularExpressions;
using Postrun.Redaction.Detection;
using Postrun.Redaction.Rules;

namespace Postrun.Redaction.Secrets;

/// <summary>Services that send mail.</summary>
internal static partial class MailRules
{
    internal static IEnumerable<Rule> All =>
    [
        new()
        {
            Id = "sendgrid-api-key",
            Name = "SendGrid API key",
            Reference = "https://www.twilio.com/docs/sendgrid/ui/account-and-settings/api-keys",
            Severity = Severity.Critical,
            Category = RuleCategory.Messaging,
            Detector = new TokenDetector(SendgridApiKey) { Literals = ["SG."] },
        },
        new()
        {
            Id = "brevo-api-key",
            Name = "Brevo API key",
            Reference = "https://developers.brevo.com/docs/getting-started",
            Severity = Severity.High,
            Category = RuleCategory.Messaging,
            Detector = new TokenDetector(BrevoApiKey) { Literals = ["xkeysib-", "xsmtpsib-"] },
        },
        new()
        {
            Id = "mailchimp-api-key",
            Name = "Mailchimp API key",
            Reference = "https://mailchimp.com/developer/marketing/guides/quick-start/",
            Severity = Severity.High,
            Category = RuleCategory.Messaging,
            Detector = new TokenDetector(MailchimpApiKey)
            {
                Literals = ["-us1", "-us2", "-us3", "-us4", "-us5", "-us6", "-us7", "-us8", "-us9"],
                Lead = 32,
            },
        },
        new()
        {
            Id = "mandrill-api-key",
            Name = "Mandrill API key",
            Reference = "https://mailchimp.com/developer/transactional/guides/quick-start/",
            Severity = Severity.High,
            Category = RuleCategory.Messaging,
            Detector = new AssignedDetector(MandrillApiKey) { Literals = ["mandrill"], NamesSecret = true },
        },
        new()
        {
            Id = "mailgun-api-key",
            Name = "Mailgun API key",
            Reference = "https://documentation.mailgun.com/docs/mailgun/user-manual/api-key-mgmt/rbac-mgmt",
            Severity = Severity.High,
            Category = RuleCategory.Messaging,
            Detector = new FollowingDetector(Forms.Start, MailgunApiKey) { Literals = Forms.AtStart("key-") },
        },
        new()
        {
            Id = "mailgun-named-key",
            Name = "Mailgun API key by its name",
            Reference = "https://documentation.mailgun.com",
            Severity = Severity.High,
            Category = RuleCategory.Messaging,
            Detector = new AssignedDetector(MailgunNamedKey) { Literals = ["mailgun"], NamesSecret = true },
        },
        new()
        {
            Id = "postmark-server-token",
            Name = "Postmark token of a server",
            Reference = "https://postmarkapp.com/developer/api/overview",
            Severity = Severity.High,
            Category = RuleCategory.Messaging,
            Detector = new AssignedDetector(Forms.Uuid) { Literals = ["postmark"], NamesSecret = true },
        },
        new()
        {
            Id = "mailjet-secret-key",
            Name = "Mailjet key",
            Reference = "https://dev.mailjet.com/email/reference/overview/authentication/",
            Severity = Severity.High,
            Category = RuleCategory.Messaging,
            Detector = new AssignedDetector(Forms.Hexadecimal32) { Literals = ["mailjet", "mj_apikey"], NamesSecret = true },
        },
        new()
        {
            Id = "resend-api-key",
            Name = "Resend API key",
            Reference = "https://resend.com/docs/api-reference/introduction",
            Severity = Severity.High,
            Category = RuleCategory.Messaging,
            Detector = new FollowingDetector(Forms.Start, ResendApiKey) { Literals = Forms.AtStart("re_") },
        },
        new()
        {
            Id = "mailersend-token",
            Name = "MailerSend token",
            Reference = "https://developers.mailersend.com/general.html",
            Severity = Severity.High,
            Category = RuleCategory.Messaging,
            Detector = new TokenDetector(MailersendToken) { Literals = ["mlsn."] },
        },
        new()
        {
            Id = "klaviyo-api-key",
            Name = "Klaviyo API key",
            Reference = "https://developers.klaviyo.com/en/docs/authenticate_",
            Severity = Severity.High,
            Category = RuleCategory.Messaging,
            Detector = new AssignedDetector(KlaviyoApiKey) { Literals = ["klaviyo"], NamesSecret = true },
        },
    ];

    [GeneratedRegex(@"SG\.[0-9A-Za-z_-]{22}\.[0-9A-Za-z_-]{43}")]
    private static partial Regex SendgridApiKey { get; }

    [GeneratedRegex("(?:xkeysib|xsmtpsib)-[0-9a-f]{64}-[0-9A-Za-z]{16}")]
    private static partial Regex BrevoApiKey { get; }

    [GeneratedRegex("[0-9a-f]{32}-us[1-9][0-9]?")]
    private static partial Regex MailchimpApiKey { get; }

    [GeneratedRegex("(?:md-)?[0-9A-Za-z_-]{22}")]
    private static partial Regex MandrillApiKey { get; }

    [GeneratedRegex("key-[0-9a-f]{32}")]
    private static partial Regex MailgunApiKey { get; }

    [GeneratedRegex("[0-9a-f]{32}(?:-[0-9a-f]{8}-[0-9a-f]{8})?")]
    private static partial Regex MailgunNamedKey { get; }

    [GeneratedRegex("re_[0-9A-Za-z]{8}_[0-9A-Za-z]{24}")]
    private static partial Regex ResendApiKey { get; }

    [GeneratedRegex(@"mlsn\.[0-9a-f]{64}")]
    private static partial Regex MailersendToken { get; }

    [GeneratedRegex("pk_[0-9a-f]{34}")]
    private static partial Regex KlaviyoApiKey { get; }
}
