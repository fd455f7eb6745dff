using System.Text.RegularExpressions;
using Postrun.Redaction.Rules;
using Postrun.Redaction.Validation;

namespace Postrun.Redaction.Secrets;

/// <summary>What watches use, features and feature flags of products.</summary>
internal static partial class TelemetryRules
{
    private static readonly RuleSource BetterStack = new(RuleCategory.Monitoring, "https://betterstack.com/docs/logs/api/getting-started/");
    private static readonly RuleSource Axiom = new(RuleCategory.Monitoring, "https://axiom.co/docs/reference/tokens");
    private static readonly RuleSource Coralogix = new(RuleCategory.Monitoring, "https://coralogix.com/docs/user-guides/account-management/api-keys/api-keys/");
    private static readonly RuleSource SegmentWrite = new(RuleCategory.Monitoring, "https://segment.com/docs/connections/find-writekey/");
    private static readonly RuleSource Mixpanel = new(RuleCategory.Monitoring, "https://developer.mixpanel.com/reference/authentication");
    private static readonly RuleSource Amplitude = new(RuleCategory.Monitoring, "https://amplitude.com/docs/apis/authentication");
    private static readonly RuleSource Posthog = new(RuleCategory.Monitoring, "https://posthog.com/docs/api");
    private static readonly RuleSource Launchdarkly = new(RuleCategory.Monitoring, "https://launchdarkly.com/docs/home/account/api");
    private static readonly RuleSource Statsig = new(RuleCategory.Monitoring, "https://docs.statsig.com/sdk-keys/api-keys");
    private static readonly RuleSource ConfigcatSdk = new(RuleCategory.Monitoring, "https://configcat.com/docs/sdk-reference/overview/");
    private static readonly RuleSource HealthchecksAddressSource = new(RuleCategory.Monitoring, "https://healthchecks.io/docs/http_api/");
    private static readonly RuleSource MezmoIngestion = new(RuleCategory.Monitoring, "https://docs.mezmo.com/docs/ingestion-key");

    internal static IEnumerable<Rule> All =>
    [
        BetterStack.Named("better-stack-token", "Better Stack token", Severity.High, SharedForms.Alphanumeric24,
            ["betterstack", "logtail"], Strength.Random),
        Axiom.Token("axiom-token", "Axiom token", Severity.High, AxiomToken, ["xaat-", "xapt-"]),
        Coralogix.Token("coralogix-key", "Coralogix key", Severity.High, CoralogixKey, ["cxtp_", "cxup_"]),
        SegmentWrite.Named("segment-write-key", "Segment write key", Severity.High, SharedForms.Alphanumeric32,
            ["segment_write", "segmentwritekey"], Strength.Random),
        Mixpanel.Named("mixpanel-secret", "Mixpanel secret", Severity.High, SharedForms.Hexadecimal32, ["mixpanel"]),
        Amplitude.Named("amplitude-key", "Amplitude key", Severity.High, SharedForms.Hexadecimal32, ["amplitude"]),
        Posthog.Token("posthog-personal-key", "PostHog personal API key", Severity.High, PosthogPersonalKey, ["phx_"]),
        Posthog.Token("posthog-project-key", "PostHog key of a project", Severity.Low, PosthogProjectKey, ["phc_"]),
        Launchdarkly.Named("launchdarkly-access-token", "LaunchDarkly access token", Severity.High, LaunchdarklyAccessToken,
            ["launchdarkly", "launch_darkly"]),
        Statsig.Token("statsig-secret-key", "Statsig secret key", Severity.High, StatsigSecretKey, ["secret-"], Strength.MixedCase),
        ConfigcatSdk.Token("configcat-sdk-key", "ConfigCat SDK key", Severity.Medium, ConfigcatSdkKey, ["configcat-sdk-"]),
        HealthchecksAddressSource.Token("healthchecks-address", "Healthchecks.io address that is pinged", Severity.Medium, HealthchecksAddress,
            ["hc-ping.com/"], lead: 8),
        MezmoIngestion.Named("mezmo-ingestion-key", "Mezmo ingestion key", Severity.High, SharedForms.Hexadecimal32, ["logdna", "mezmo"]),
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

    [GeneratedRegex("configcat-sdk-1/[0-9A-Za-z_-]{22}/[0-9A-Za-z_-]{22}")]
    private static partial Regex ConfigcatSdkKey { get; }

    [GeneratedRegex(@"(?:https?://)?hc-ping\.com/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")]
    private static partial Regex HealthchecksAddress { get; }
}
