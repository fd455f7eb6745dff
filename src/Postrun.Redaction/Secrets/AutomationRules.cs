using System.Text.RegularExpressions;
using Postrun.Redaction.Detection;
using Postrun.Redaction.Rules;
using Postrun.Redaction.Validation;

namespace Postrun.Redaction.Secrets;

/// <summary>Automation, and private networks.</summary>
internal static partial class AutomationRules
{
    internal static IEnumerable<Rule> All =>
    [
        new()
        {
            Id = "zapier-webhook",
            Name = "Zapier web hook",
            Reference = "https://help.zapier.com/hc/en-us/articles/8496288690317",
            Severity = Severity.High,
            Category = RuleCategory.Service,
            Detector = new TokenDetector(ZapierWebhook) { Literals = ["hooks.zapier.com/"], Lead = 8 },
        },
        new()
        {
            Id = "make-webhook",
            Name = "Make web hook",
            Reference = "https://apps.make.com/gateway",
            Severity = Severity.High,
            Category = RuleCategory.Service,
            Detector = new TokenDetector(MakeWebhook) { Literals = [".make.com/"], Lead = 16 },
        },
        new()
        {
            Id = "ifttt-key",
            Name = "IFTTT key of web hooks",
            Reference = "https://ifttt.com/maker_webhooks",
            Severity = Severity.High,
            Category = RuleCategory.Service,
            Detector = new FollowingDetector(IftttKeyContext, IftttKey) { Literals = ["maker.ifttt.com/"] },
        },
        new()
        {
            Id = "n8n-api-key",
            Name = "n8n API key",
            Reference = "https://docs.n8n.io/api/authentication/",
            Severity = Severity.High,
            Category = RuleCategory.Service,
            Detector = new TokenDetector(N8nApiKey) { Literals = ["n8n_api_"] },
        },
        new()
        {
            Id = "tailscale-key",
            Name = "Tailscale key",
            Reference = "https://tailscale.com/kb/1277/key-prefixes",
            Severity = Severity.Critical,
            Category = RuleCategory.Service,
            Detector = new TokenDetector(TailscaleKey) { Literals = ["tskey-"] },
        },
        new()
        {
            Id = "ngrok-authtoken",
            Name = "ngrok authtoken",
            Reference = "https://ngrok.com/docs/agent/",
            Severity = Severity.High,
            Category = RuleCategory.Service,
            Detector = new AssignedDetector(NgrokAuthtoken) { Literals = ["ngrok", "authtoken"], NamesSecret = true },
        },
        new()
        {
            Id = "ngrok-command-token",
            Name = "ngrok authtoken of a command",
            Reference = "https://ngrok.com/docs/agent/",
            Severity = Severity.High,
            Category = RuleCategory.Service,
            Detector = new FollowingDetector(NgrokCommandTokenContext, NgrokCommandToken) { Literals = ["add-authtoken ", "ngrok authtoken "] },
        },
        new()
        {
            Id = "zerotier-token",
            Name = "ZeroTier token",
            Reference = "https://docs.zerotier.com/api/tokens/",
            Severity = Severity.High,
            Category = RuleCategory.Service,
            Detector = new AssignedDetector(Forms.Alphanumeric32) { Literals = ["zerotier"], NamesSecret = true, Validator = Scrambled.Judge },
        },
        new()
        {
            Id = "netbird-token",
            Name = "NetBird token",
            Reference = "https://docs.netbird.io/how-to/access-netbird-public-api",
            Severity = Severity.High,
            Category = RuleCategory.Service,
            Detector = new TokenDetector(NetbirdToken) { Literals = ["nbp_"] },
        },
        new()
        {
            Id = "defined-api-key",
            Name = "Defined Networking API key",
            Reference = "https://docs.defined.net/guides/automating-host-creation/",
            Severity = Severity.High,
            Category = RuleCategory.Service,
            Detector = new TokenDetector(DefinedApiKey) { Literals = ["dnkey-"] },
        },
        new()
        {
            Id = "kong-token",
            Name = "Kong Konnect token",
            Reference = "https://developer.konghq.com/konnect-api/",
            Severity = Severity.High,
            Category = RuleCategory.Service,
            Detector = new TokenDetector(KongToken) { Literals = ["kpat_", "spat_"] },
        },
        new()
        {
            Id = "adafruit-io-key",
            Name = "Adafruit IO key",
            Reference = "https://io.adafruit.com/api/docs/",
            Severity = Severity.High,
            Category = RuleCategory.Service,
            Detector = new TokenDetector(AdafruitIoKey) { Literals = ["aio_"] },
        },
        new()
        {
            Id = "docusign-secret",
            Name = "DocuSign secret",
            Reference = "https://developers.docusign.com/platform/auth/",
            Severity = Severity.High,
            Category = RuleCategory.Service,
            Detector = new AssignedDetector(Forms.Uuid) { Literals = ["docusign"], NamesSecret = true },
        },
        new()
        {
            Id = "bitly-token",
            Name = "Bitly token",
            Reference = "https://dev.bitly.com/docs/getting-started/authentication/",
            Severity = Severity.High,
            Category = RuleCategory.Service,
            Detector = new AssignedDetector(Forms.Hexadecimal40) { Literals = ["bitly"], NamesSecret = true },
        },
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
