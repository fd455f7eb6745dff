using System.Text.RegularExpressions;
using Postrun.Redaction.Rules;
using Postrun.Redaction.Validation;

namespace Postrun.Redaction.Secrets;

/// <summary>Metrics, errors and logs.</summary>
internal static partial class MonitoringRules
{
    private static readonly RuleSource Datadog = new(RuleCategory.Monitoring, "https://docs.datadoghq.com/account_management/api-app-keys/");
    private static readonly RuleSource NewRelic = new(RuleCategory.Monitoring, "https://docs.newrelic.com/docs/apis/intro-apis/new-relic-api-keys/");
    private static readonly RuleSource Grafana = new(RuleCategory.Monitoring, "https://grafana.com/docs/grafana/latest/administration/service-accounts/");
    private static readonly RuleSource GrafanaCloud = new(RuleCategory.Monitoring, "https://grafana.com/docs/grafana-cloud/security-and-account-management/authentication-and-permissions/access-policies/");
    private static readonly RuleSource Sentry = new(RuleCategory.Monitoring, "https://docs.sentry.io/account/auth-tokens/");
    private static readonly RuleSource SentryDsnSource = new(RuleCategory.Monitoring, "https://docs.sentry.io/concepts/key-terms/dsn-explainer/");

    internal static IEnumerable<Rule> All =>
    [
        Datadog.Named("datadog-api-key", "Datadog API key", Severity.High, SharedForms.Hexadecimal32, ["datadog", "dd_api", "dd-api"]),
        Datadog.Named("datadog-application-key", "Datadog application key", Severity.High, SharedForms.Hexadecimal40,
            ["datadog", "dd_app", "dd-app"]),
        Datadog.Token("datadog-prefixed-key", "Datadog key with a prefix", Severity.High, DatadogPrefixedKey, ["ddapp_", "ddpat_"]),
        NewRelic.Token("new-relic-user-key", "New Relic user key", Severity.High, NewRelicUserKey, ["NRAK-"]),
        NewRelic.Token("new-relic-insert-key", "New Relic insert key", Severity.High, NewRelicInsertKey, ["NRII-"]),
        NewRelic.Token("new-relic-query-key", "New Relic query key", Severity.High, NewRelicQueryKey, ["NRIQ-"]),
        NewRelic.Token("new-relic-browser-key", "New Relic browser key", Severity.Low, NewRelicBrowserKey, ["NRJS-"]),
        NewRelic.Token("new-relic-license-key", "New Relic license key", Severity.High, NewRelicLicenseKey, ["NRAL"], lead: 36),
        NewRelic.Named("new-relic-named-key", "New Relic license key, older form", Severity.High, SharedForms.Hexadecimal40,
            ["newrelic", "new_relic"]),
        Grafana.Token("grafana-service-account-token", "Grafana token of a service account", Severity.Critical, GrafanaServiceAccountToken,
            ["glsa_"], GrafanaToken.Judge),
        GrafanaCloud.Token("grafana-cloud-token", "Grafana Cloud token", Severity.Critical, GrafanaCloudToken, ["glc_eyJ"]),
        Grafana.Token("grafana-api-key", "Grafana API key, older form", Severity.Critical, GrafanaApiKey, ["eyJrIjoi"]),
        Sentry.Token("sentry-organization-token", "Sentry token of an organisation", Severity.High, SentryOrganizationToken, ["sntrys_"]),
        Sentry.Token("sentry-user-token", "Sentry token of a user", Severity.High, SentryUserToken, ["sntryu_"]),
        Sentry.Named("sentry-auth-token", "Sentry token, older form", Severity.High, SharedForms.Hexadecimal64, ["sentry"]),
        SentryDsnSource.Token("sentry-dsn", "Sentry DSN", Severity.Medium, SentryDsn, ["sentry.io/"], lead: 120),
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

    [GeneratedRegex("glc_eyJ[0-9A-Za-z+/]{32,400}={0,2}")]
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
