using System.Text.RegularExpressions;
using Postrun.Redaction.Detection;
using Postrun.Redaction.Rules;
using Postrun.Redaction.Validation;

namespace Postrun.Redaction.Secrets;

/// <summary>Metrics, errors and logs.</summary>
internal static partial class MonitoringRules
{
    internal static IEnumerable<Rule> All =>
    [
        new()
        {
            Id = "datadog-api-key",
            Name = "Datadog API key",
            Reference = "https://docs.datadoghq.com/account_management/api-app-keys/",
            Severity = Severity.High,
            Category = RuleCategory.Monitoring,
            Detector = new AssignedDetector(Forms.Hexadecimal32) { Literals = ["datadog", "dd_api", "dd-api"], NamesSecret = true },
        },
        new()
        {
            Id = "datadog-application-key",
            Name = "Datadog application key",
            Reference = "https://docs.datadoghq.com/account_management/api-app-keys/",
            Severity = Severity.High,
            Category = RuleCategory.Monitoring,
            Detector = new AssignedDetector(Forms.Hexadecimal40) { Literals = ["datadog", "dd_app", "dd-app"], NamesSecret = true },
        },
        new()
        {
            Id = "datadog-prefixed-key",
            Name = "Datadog key with a prefix",
            Reference = "https://docs.datadoghq.com/account_management/api-app-keys/",
            Severity = Severity.High,
            Category = RuleCategory.Monitoring,
            Detector = new TokenDetector(DatadogPrefixedKey) { Literals = ["ddapp_", "ddpat_"] },
        },
        new()
        {
            Id = "new-relic-user-key",
            Name = "New Relic user key",
            Reference = "https://docs.newrelic.com/docs/apis/intro-apis/new-relic-api-keys/",
            Severity = Severity.High,
            Category = RuleCategory.Monitoring,
            Detector = new TokenDetector(NewRelicUserKey) { Literals = ["NRAK-"] },
        },
        new()
        {
            Id = "new-relic-insert-key",
            Name = "New Relic insert key",
            Reference = "https://docs.newrelic.com/docs/apis/intro-apis/new-relic-api-keys/",
            Severity = Severity.High,
            Category = RuleCategory.Monitoring,
            Detector = new TokenDetector(NewRelicInsertKey) { Literals = ["NRII-"] },
        },
        new()
        {
            Id = "new-relic-query-key",
            Name = "New Relic query key",
            Reference = "https://docs.newrelic.com/docs/apis/intro-apis/new-relic-api-keys/",
            Severity = Severity.High,
            Category = RuleCategory.Monitoring,
            Detector = new TokenDetector(NewRelicQueryKey) { Literals = ["NRIQ-"] },
        },
        new()
        {
            Id = "new-relic-browser-key",
            Name = "New Relic browser key",
            Reference = "https://docs.newrelic.com/docs/apis/intro-apis/new-relic-api-keys/",
            Severity = Severity.Low,
            Category = RuleCategory.Monitoring,
            Detector = new TokenDetector(NewRelicBrowserKey) { Literals = ["NRJS-"] },
        },
        new()
        {
            Id = "new-relic-license-key",
            Name = "New Relic license key",
            Reference = "https://docs.newrelic.com/docs/apis/intro-apis/new-relic-api-keys/",
            Severity = Severity.High,
            Category = RuleCategory.Monitoring,
            Detector = new TokenDetector(NewRelicLicenseKey) { Literals = ["NRAL"], Lead = 36 },
        },
        new()
        {
            Id = "new-relic-named-key",
            Name = "New Relic license key, older form",
            Reference = "https://docs.newrelic.com/docs/apis/intro-apis/new-relic-api-keys/",
            Severity = Severity.High,
            Category = RuleCategory.Monitoring,
            Detector = new AssignedDetector(Forms.Hexadecimal40) { Literals = ["newrelic", "new_relic"], NamesSecret = true },
        },
        new()
        {
            Id = "grafana-service-account-token",
            Name = "Grafana token of a service account",
            Reference = "https://grafana.com/docs/grafana/latest/administration/service-accounts/",
            Severity = Severity.Critical,
            Category = RuleCategory.Monitoring,
            Detector = new TokenDetector(GrafanaServiceAccountToken) { Literals = ["glsa_"], Validator = GrafanaToken.Judge },
        },
        new()
        {
            Id = "grafana-cloud-token",
            Name = "Grafana Cloud token",
            Reference = "https://grafana.com/docs/grafana-cloud/security-and-account-management/authentication-and-permissions/access-policies/",
            Severity = Severity.Critical,
            Category = RuleCategory.Monitoring,
            Detector = new TokenDetector(GrafanaCloudToken) { Literals = ["glc_"] },
        },
        new()
        {
            Id = "grafana-api-key",
            Name = "Grafana API key, older form",
            Reference = "https://grafana.com/docs/grafana/latest/administration/service-accounts/",
            Severity = Severity.Critical,
            Category = RuleCategory.Monitoring,
            Detector = new TokenDetector(GrafanaApiKey) { Literals = ["eyJrIjoi"] },
        },
        new()
        {
            Id = "sentry-organization-token",
            Name = "Sentry token of an organisation",
            Reference = "https://docs.sentry.io/account/auth-tokens/",
            Severity = Severity.High,
            Category = RuleCategory.Monitoring,
            Detector = new TokenDetector(SentryOrganizationToken) { Literals = ["sntrys_"] },
        },
        new()
        {
            Id = "sentry-user-token",
            Name = "Sentry token of a user",
            Reference = "https://docs.sentry.io/account/auth-tokens/",
            Severity = Severity.High,
            Category = RuleCategory.Monitoring,
            Detector = new TokenDetector(SentryUserToken) { Literals = ["sntryu_"] },
        },
        new()
        {
            Id = "sentry-auth-token",
            Name = "Sentry token, older form",
            Reference = "https://docs.sentry.io/account/auth-tokens/",
            Severity = Severity.High,
            Category = RuleCategory.Monitoring,
            Detector = new AssignedDetector(Forms.Hexadecimal64) { Literals = ["sentry"], NamesSecret = true },
        },
        new()
        {
            Id = "sentry-dsn",
            Name = "Sentry DSN",
            Reference = "https://docs.sentry.io/concepts/key-terms/dsn-explainer/",
            Severity = Severity.Medium,
            Category = RuleCategory.Monitoring,
            Detector = new TokenDetector(SentryDsn) { Literals = ["sentry.io/"], Lead = 120 },
        },
    ];

    [GeneratedRegex("(?:ddapp|ddpat)_[0-9A-Za-z_]{34,64}")]
    private static partial Regex DatadogPrefixedKey { get; }

    [GeneratedRegex("NRAK-[0-9A-Z]{27}")]
    private static partial Regex NewRelicUserKey { get; }

    [GeneratedRegex("NRII-[0-9A-Za-z_-]{32}")]
    private static partial Regex NewRelicInsertKey { get; }

    [GeneratedRegex("NRIQ-[0-9A-Za-z_-]{32}")]
    private static partial Regex NewRelicQueryKey { get; }

    [GeneratedRegex("NRJS-[0-9a-f]{19}")]
    private static partial Regex NewRelicBrowserKey { get; }

    [GeneratedRegex("[0-9a-f]{32,36}(?:FFFF)?NRAL")]
    private static partial Regex NewRelicLicenseKey { get; }

    [GeneratedRegex("glsa_[0-9A-Za-z]{32}_[0-9a-f]{8}")]
    private static partial Regex GrafanaServiceAccountToken { get; }

    [GeneratedRegex("glc_[0-9A-Za-z+/]{32,400}={0,2}")]
    private static partial Regex GrafanaCloudToken { get; }

    [GeneratedRegex("eyJrIjoi[0-9A-Za-z+/]{60,400}={0,2}")]
    private static partial Regex GrafanaApiKey { get; }

    [GeneratedRegex("sntrys_eyJ[0-9A-Za-z+/=]{40,400}_[0-9A-Za-z+/]{40,50}")]
    private static partial Regex SentryOrganizationToken { get; }

    [GeneratedRegex("sntryu_[0-9a-f]{64}")]
    private static partial Regex SentryUserToken { get; }

    [GeneratedRegex(@"https://[0-9a-f]{32}(?::[0-9a-f]{32})?@(?:o[0-9]{1,12}\.)?(?:ingest\.)?(?:us\.|de\.)?sentry\.io/[0-9]{1,20}")]
    private static partial Regex SentryDsn { get; }
}
