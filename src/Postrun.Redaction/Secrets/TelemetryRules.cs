using System.Text.RegularExpressions;
using Postrun.Redaction.Detection;
using Postrun.Redaction.Rules;
using Postrun.Redaction.Validation;

namespace Postrun.Redaction.Secrets;

/// <summary>What watches use, features and feature flags of products.</summary>
internal static partial class TelemetryRules
{
    internal static IEnumerable<Rule> All =>
    [
        new()
        {
            Id = "better-stack-token",
            Name = "Better Stack token",
            Reference = "https://betterstack.com/docs/logs/api/getting-started/",
            Severity = Severity.High,
            Category = RuleCategory.Monitoring,
            Detector = new AssignedDetector(Forms.Alphanumeric24)
            {
                Literals = ["betterstack", "logtail"],
                NamesSecret = true,
                Validator = Scrambled.Judge,
            },
        },
        new()
        {
            Id = "axiom-token",
            Name = "Axiom token",
            Reference = "https://axiom.co/docs/reference/tokens",
            Severity = Severity.High,
            Category = RuleCategory.Monitoring,
            Detector = new TokenDetector(AxiomToken) { Literals = ["xaat-", "xapt-"] },
        },
        new()
        {
            Id = "coralogix-key",
            Name = "Coralogix key",
            Reference = "https://coralogix.com/docs/user-guides/account-management/api-keys/api-keys/",
            Severity = Severity.High,
            Category = RuleCategory.Monitoring,
            Detector = new TokenDetector(CoralogixKey) { Literals = ["cxtp_", "cxup_"] },
        },
        new()
        {
            Id = "segment-write-key",
            Name = "Segment write key",
            Reference = "https://segment.com/docs/connections/find-writekey/",
            Severity = Severity.High,
            Category = RuleCategory.Monitoring,
            Detector = new AssignedDetector(Forms.Alphanumeric32)
            {
                Literals = ["segment_write", "segmentwritekey"],
                NamesSecret = true,
                Validator = Scrambled.Judge,
            },
        },
        new()
        {
            Id = "mixpanel-secret",
            Name = "Mixpanel secret",
            Reference = "https://developer.mixpanel.com/reference/authentication",
            Severity = Severity.High,
            Category = RuleCategory.Monitoring,
            Detector = new AssignedDetector(Forms.Hexadecimal32) { Literals = ["mixpanel"], NamesSecret = true },
        },
        new()
        {
            Id = "amplitude-key",
            Name = "Amplitude key",
            Reference = "https://amplitude.com/docs/apis/authentication",
            Severity = Severity.High,
            Category = RuleCategory.Monitoring,
            Detector = new AssignedDetector(Forms.Hexadecimal32) { Literals = ["amplitude"], NamesSecret = true },
        },
        new()
        {
            Id = "posthog-personal-key",
            Name = "PostHog personal API key",
            Reference = "https://posthog.com/docs/api",
            Severity = Severity.High,
            Category = RuleCategory.Monitoring,
            Detector = new TokenDetector(PosthogPersonalKey) { Literals = ["phx_"] },
        },
        new()
        {
            Id = "posthog-project-key",
            Name = "PostHog key of a project",
            Reference = "https://posthog.com/docs/api",
            Severity = Severity.Low,
            Category = RuleCategory.Monitoring,
            Detector = new TokenDetector(PosthogProjectKey) { Literals = ["phc_"] },
        },
        new()
        {
            Id = "launchdarkly-access-token",
            Name = "LaunchDarkly access token",
            Reference = "https://launchdarkly.com/docs/home/account/api",
            Severity = Severity.High,
            Category = RuleCategory.Monitoring,
            Detector = new AssignedDetector(LaunchdarklyAccessToken) { Literals = ["launchdarkly", "launch_darkly"], NamesSecret = true },
        },
        new()
        {
            Id = "statsig-secret-key",
            Name = "Statsig secret key",
            Reference = "https://docs.statsig.com/sdk-keys/api-keys",
            Severity = Severity.High,
            Category = RuleCategory.Monitoring,
            Detector = new TokenDetector(StatsigSecretKey) { Literals = ["secret-"] },
        },
        new()
        {
            Id = "unleash-token",
            Name = "Unleash token",
            Reference = "https://docs.getunleash.io/reference/api-tokens-and-client-keys",
            Severity = Severity.High,
            Category = RuleCategory.Monitoring,
            Detector = new AssignedDetector(UnleashToken) { Literals = ["unleash"], NamesSecret = true },
        },
        new()
        {
            Id = "configcat-sdk-key",
            Name = "ConfigCat SDK key",
            Reference = "https://configcat.com/docs/sdk-reference/overview/",
            Severity = Severity.Medium,
            Category = RuleCategory.Monitoring,
            Detector = new TokenDetector(ConfigcatSdkKey) { Literals = ["configcat-sdk-"] },
        },
        new()
        {
            Id = "healthchecks-address",
            Name = "Healthchecks.io address that is pinged",
            Reference = "https://healthchecks.io/docs/http_api/",
            Severity = Severity.Medium,
            Category = RuleCategory.Monitoring,
            Detector = new TokenDetector(HealthchecksAddress) { Literals = ["hc-ping.com/"], Lead = 8 },
        },
        new()
        {
            Id = "mezmo-ingestion-key",
            Name = "Mezmo ingestion key",
            Reference = "https://docs.mezmo.com/docs/ingestion-key",
            Severity = Severity.High,
            Category = RuleCategory.Monitoring,
            Detector = new AssignedDetector(Forms.Hexadecimal32) { Literals = ["logdna", "mezmo"], NamesSecret = true },
        },
    ];

    [GeneratedRegex("(?:xaat|xapt)-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")]
    private static partial Regex AxiomToken { get; }

    [GeneratedRegex("(?:cxtp|cxup)_[0-9A-Za-z]{30}")]
    private static partial Regex CoralogixKey { get; }

    [GeneratedRegex("phx_[0-9A-Za-z_-]{40,60}")]
    private static partial Regex PosthogPersonalKey { get; }

    [GeneratedRegex("phc_[0-9A-Za-z_-]{40,60}")]
    private static partial Regex PosthogProjectKey { get; }

    [GeneratedRegex("(?:api|sdk|mob)-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")]
    private static partial Regex LaunchdarklyAccessToken { get; }

    [GeneratedRegex("secret-[0-9A-Za-z]{40,50}")]
    private static partial Regex StatsigSecretKey { get; }

    [GeneratedRegex(@"[0-9A-Za-z*\[\]_-]{1,40}:[0-9A-Za-z*_-]{1,40}\.[0-9a-f]{50,64}")]
    private static partial Regex UnleashToken { get; }

    [GeneratedRegex("configcat-sdk-1/[0-9A-Za-z_-]{22}/[0-9A-Za-z_-]{22}")]
    private static partial Regex ConfigcatSdkKey { get; }

    [GeneratedRegex(@"(?:https?://)?hc-ping\.com/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")]
    private static partial Regex HealthchecksAddress { get; }
}
