using System.Text.RegularExpressions;
using Postrun.Redaction.Rules;
using Postrun.Redaction.Validation;

namespace Postrun.Redaction.Secrets;

/// <summary>Automation, and private networks.</summary>
internal static partial class AutomationRules
{
    private static readonly RuleSource Zapier = new(RuleCategory.Service, "https://help.zapier.com/hc/en-us/articles/8496288690317");
    private static readonly RuleSource Make = new(RuleCategory.Service, "https://apps.make.com/gateway");
    private static readonly RuleSource Ifttt = new(RuleCategory.Service, "https://ifttt.com/maker_webhooks");
    private static readonly RuleSource N8n = new(RuleCategory.Service, "https://docs.n8n.io/api/authentication/");
    private static readonly RuleSource Tailscale = new(RuleCategory.Service, "https://tailscale.com/kb/1277/key-prefixes");
    private static readonly RuleSource Ngrok = new(RuleCategory.Service, "https://ngrok.com/docs/agent/");
    private static readonly RuleSource Zerotier = new(RuleCategory.Service, "https://docs.zerotier.com/api/tokens/");
    private static readonly RuleSource Netbird = new(RuleCategory.Service, "https://docs.netbird.io/how-to/access-netbird-public-api");
    private static readonly RuleSource Defined = new(RuleCategory.Service, "https://docs.defined.net/guides/automating-host-creation/");
    private static readonly RuleSource Kong = new(RuleCategory.Service, "https://developer.konghq.com/konnect-api/");
    private static readonly RuleSource AdafruitIo = new(RuleCategory.Service, "https://io.adafruit.com/api/docs/");
    private static readonly RuleSource Docusign = new(RuleCategory.Service, "https://developers.docusign.com/platform/auth/");
    private static readonly RuleSource Bitly = new(RuleCategory.Service, "https://dev.bitly.com/docs/getting-started/authentication/");

    internal static IEnumerable<Rule> All =>
    [
        Zapier.Token("zapier-webhook", "Zapier web hook", Severity.High, ZapierWebhook, ["hooks.zapier.com/"], lead: 8),
        Make.Token("make-webhook", "Make web hook", Severity.High, MakeWebhook, [".make.com/"], lead: 16),
        Ifttt.Following("ifttt-key", "IFTTT key of web hooks", Severity.High, IftttKeyContext, IftttKey, ["maker.ifttt.com/"]),
        N8n.Token("n8n-api-key", "n8n API key", Severity.High, N8nApiKey, ["n8n_api_"]),
        Tailscale.Token("tailscale-key", "Tailscale key", Severity.Critical, TailscaleKey, ["tskey-"]),
        Ngrok.Named("ngrok-authtoken", "ngrok authtoken", Severity.High, NgrokAuthtoken, ["ngrok", "authtoken"]),
        Ngrok.Following("ngrok-command-token", "ngrok authtoken of a command", Severity.High, NgrokCommandTokenContext, NgrokCommandToken,
            ["add-authtoken ", "ngrok authtoken "]),
        Zerotier.Named("zerotier-token", "ZeroTier token", Severity.High, SharedForms.Alphanumeric32, ["zerotier"], Strength.Random),
        Netbird.Token("netbird-token", "NetBird token", Severity.High, NetbirdToken, ["nbp_"]),
        Defined.Token("defined-api-key", "Defined Networking API key", Severity.High, DefinedApiKey, ["dnkey-"]),
        Kong.Token("kong-token", "Kong Konnect token", Severity.High, KongToken, ["kpat_", "spat_"]),
        AdafruitIo.Token("adafruit-io-key", "Adafruit IO key", Severity.High, AdafruitIoKey, ["aio_"]),
        Docusign.Named("docusign-secret", "DocuSign secret", Severity.High, SharedForms.Uuid, ["docusign"]),
        Bitly.Named("bitly-token", "Bitly token", Severity.High, SharedForms.Hexadecimal40, ["bitly"]),
    ];

    [GeneratedRegex(@"(?:https?://)?hooks\.zapier\.com/hooks/catch/[0-9]{4,10}/[0-9A-Za-z/]{5,40}")]
    private static partial Regex ZapierWebhook { get; }

    [GeneratedRegex(@"https?://hook\.[a-z]{2}[0-9]\.make\.com/[0-9a-z]{28,40}")]
    private static partial Regex MakeWebhook { get; }

    [GeneratedRegex("[0-9A-Za-z_-]{20,60}")]
    private static partial Regex IftttKey { get; }

    [GeneratedRegex(@"maker\.ifttt\.com/trigger/[^\s/]{1,80}/(?:json/)?with/key/")]
    private static partial Regex IftttKeyContext { get; }

    [GeneratedRegex("n8n_api_[0-9a-f]{40,100}")]
    private static partial Regex N8nApiKey { get; }

    [GeneratedRegex("tskey-(?:(?:auth|api|client|scim|webhook)-)?[0-9A-Za-z]{8,30}-[0-9A-Za-z]{16,64}")]
    private static partial Regex TailscaleKey { get; }

    [GeneratedRegex("[0-9A-Za-z]{20,36}_[0-9A-Za-z]{18,30}")]
    private static partial Regex NgrokAuthtoken { get; }

    [GeneratedRegex("[0-9A-Za-z]{20,36}_[0-9A-Za-z]{18,30}")]
    private static partial Regex NgrokCommandToken { get; }

    [GeneratedRegex("(?:add-authtoken|ngrok authtoken) {1,4}")]
    private static partial Regex NgrokCommandTokenContext { get; }

    [GeneratedRegex("nbp_[0-9A-Za-z]{36}")]
    private static partial Regex NetbirdToken { get; }

    [GeneratedRegex("dnkey-[0-9A-Za-z=_-]{26}-[0-9A-Za-z=_-]{52}")]
    private static partial Regex DefinedApiKey { get; }

    [GeneratedRegex("(?:kpat|spat)_[0-9A-Za-z]{49}")]
    private static partial Regex KongToken { get; }

    [GeneratedRegex("aio_[0-9A-Za-z]{28}")]
    private static partial Regex AdafruitIoKey { get; }
}
