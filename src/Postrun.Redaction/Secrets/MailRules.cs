using System.Text.RegularExpressions;
using Postrun.Redaction.Rules;

namespace Postrun.Redaction.Secrets;

/// <summary>Services that send mail.</summary>
internal static partial class MailRules
{
    private static readonly RuleSource Sendgrid = new(RuleCategory.Messaging, "https://www.twilio.com/docs/sendgrid/ui/account-and-settings/api-keys");
    private static readonly RuleSource Brevo = new(RuleCategory.Messaging, "https://developers.brevo.com/docs/getting-started");
    private static readonly RuleSource Mailchimp = new(RuleCategory.Messaging, "https://mailchimp.com/developer/marketing/guides/quick-start/");
    private static readonly RuleSource Mandrill = new(RuleCategory.Messaging, "https://mailchimp.com/developer/transactional/guides/quick-start/");
    private static readonly RuleSource Mailgun = new(RuleCategory.Messaging, "https://documentation.mailgun.com/docs/mailgun/user-manual/api-key-mgmt/rbac-mgmt");
    private static readonly RuleSource MailgunSource = new(RuleCategory.Messaging, "https://documentation.mailgun.com");
    private static readonly RuleSource Postmark = new(RuleCategory.Messaging, "https://postmarkapp.com/developer/api/overview");
    private static readonly RuleSource Mailjet = new(RuleCategory.Messaging, "https://dev.mailjet.com/email/reference/overview/authentication/");
    private static readonly RuleSource Resend = new(RuleCategory.Messaging, "https://resend.com/docs/api-reference/introduction");
    private static readonly RuleSource Mailersend = new(RuleCategory.Messaging, "https://developers.mailersend.com/general.html");
    private static readonly RuleSource Klaviyo = new(RuleCategory.Messaging, "https://developers.klaviyo.com/en/docs/authenticate_");

    internal static IEnumerable<Rule> All =>
    [
        Sendgrid.Token("sendgrid-api-key", "SendGrid API key", Severity.Critical, SendgridApiKey, ["SG."]),
        Brevo.Token("brevo-api-key", "Brevo API key", Severity.High, BrevoApiKey, ["xkeysib-", "xsmtpsib-"]),
        Mailchimp.Token("mailchimp-api-key", "Mailchimp API key", Severity.High, MailchimpApiKey,
            ["-us1", "-us2", "-us3", "-us4", "-us5", "-us6", "-us7", "-us8", "-us9"], lead: 32),
        Mandrill.Named("mandrill-api-key", "Mandrill API key", Severity.High, MandrillApiKey, ["mandrill"]),
        Mailgun.Following("mailgun-api-key", "Mailgun API key", Severity.High, MailgunApiKeyContext, MailgunApiKey, ["api:key-"]),
        MailgunSource.Named("mailgun-named-key", "Mailgun API key by its name", Severity.High, MailgunNamedKey, ["mailgun"]),
        Postmark.Named("postmark-server-token", "Postmark token of a server", Severity.High, SharedForms.Uuid, ["postmark"]),
        Mailjet.Named("mailjet-secret-key", "Mailjet key", Severity.High, SharedForms.Hexadecimal32, ["mailjet", "mj_apikey"]),
        Resend.Named("resend-api-key", "Resend API key", Severity.High, ResendApiKey, ["resend"]),
        Mailersend.Token("mailersend-token", "MailerSend token", Severity.High, MailersendToken, ["mlsn."]),
        Klaviyo.Named("klaviyo-api-key", "Klaviyo API key", Severity.High, KlaviyoApiKey, ["klaviyo"]),
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

    [GeneratedRegex("api:")]
    private static partial Regex MailgunApiKeyContext { get; }

    [GeneratedRegex("(?:key-)?[0-9a-f]{32}(?:-[0-9a-f]{8}-[0-9a-f]{8})?")]
    private static partial Regex MailgunNamedKey { get; }

    [GeneratedRegex("re_[0-9A-Za-z]{8}_[0-9A-Za-z]{24}")]
    private static partial Regex ResendApiKey { get; }

    [GeneratedRegex(@"mlsn\.[0-9a-f]{64}")]
    private static partial Regex MailersendToken { get; }

    [GeneratedRegex("pk_[0-9a-f]{34}")]
    private static partial Regex KlaviyoApiKey { get; }
}
