using System.Text.RegularExpressions;
using Postrun.Redaction.Rules;
using Postrun.Redaction.Validation;

namespace Postrun.Redaction.Secrets;

/// <summary>Traces, logs, and who is called when something goes wrong.</summary>
internal static partial class AlertingRules
{
    private static readonly RuleSource Honeycomb = new(RuleCategory.Monitoring, "https://docs.honeycomb.io/get-started/configure/environments/manage-api-keys/");
    private static readonly RuleSource Pagerduty = new(RuleCategory.Monitoring, "https://developer.pagerduty.com/docs/authentication");
    private static readonly RuleSource Opsgenie = new(RuleCategory.Monitoring, "https://docs.opsgenie.com/docs/authentication");
    private static readonly RuleSource Rollbar = new(RuleCategory.Monitoring, "https://docs.rollbar.com/docs/access-tokens");
    private static readonly RuleSource Bugsnag = new(RuleCategory.Monitoring, "https://docs.bugsnag.com/api/");
    private static readonly RuleSource Logzio = new(RuleCategory.Monitoring, "https://docs.logz.io/docs/user-guide/admin/authentication-tokens/api-tokens/");
    private static readonly RuleSource Loggly = new(RuleCategory.Monitoring, "https://documentation.solarwinds.com/en/success_center/loggly/content/admin/customer-token-authentication-token.htm");
    private static readonly RuleSource Splunk = new(RuleCategory.Monitoring, "https://docs.splunk.com/Documentation/Splunk/latest/Data/UsetheHTTPEventCollector");
    private static readonly RuleSource Dynatrace = new(RuleCategory.Monitoring, "https://docs.dynatrace.com/docs/manage/identity-access-management/access-tokens-and-oauth-clients/access-tokens");
    private static readonly RuleSource ElasticApm = new(RuleCategory.Monitoring, "https://www.elastic.co/docs/solutions/observability/apm/secret-token");

    internal static IEnumerable<Rule> All =>
    [
        Honeycomb.Token("honeycomb-api-key", "Honeycomb API key", Severity.High, HoneycombApiKey, ["hcaik_", "hcaic_", "hcbik_", "hcxik_"]),
        Honeycomb.Named("honeycomb-named-key", "Honeycomb API key by its name", Severity.High, HoneycombNamedKey, ["honeycomb"], Strength.Random),
        Pagerduty.Named("pagerduty-key", "PagerDuty key", Severity.High, PagerdutyKey, ["pagerduty"], Strength.Random),
        Pagerduty.Following("pagerduty-header-token", "PagerDuty token of a header", Severity.High, PagerdutyHeaderTokenContext, PagerdutyHeaderToken,
            ["Token token="]),
        Opsgenie.Named("opsgenie-api-key", "Opsgenie API key", Severity.High, SharedForms.Uuid, ["opsgenie"]),
        Opsgenie.Following("opsgenie-header-key", "Opsgenie key of a header", Severity.High, OpsgenieHeaderKeyContext, SharedForms.Uuid,
            ["GenieKey "]),
        Rollbar.Named("rollbar-access-token", "Rollbar access token", Severity.High, SharedForms.Hexadecimal32, ["rollbar"]),
        Bugsnag.Named("bugsnag-api-key", "Bugsnag API key", Severity.High, SharedForms.Hexadecimal32, ["bugsnag", "airbrake"]),
        Logzio.Named("logzio-token", "Logz.io token", Severity.High, LogzioToken, ["logzio", "logz_io"], Strength.Random),
        Loggly.Named("loggly-token", "Loggly token", Severity.High, SharedForms.Uuid, ["loggly"]),
        Splunk.Named("splunk-hec-token", "Splunk token of an event collector", Severity.High, SharedForms.Uuid, ["splunk", "hec_token"]),
        Splunk.Following("splunk-header-token", "Splunk token of a header", Severity.High, SplunkHeaderTokenContext, SharedForms.Uuid,
            ["Authorization: Splunk ", "\"Splunk "]),
        Dynatrace.Token("dynatrace-token", "Dynatrace token", Severity.Critical, DynatraceToken,
            ["dt0c01.", "dt0s01.", "dt0s02.", "dt0s08.", "dt0s16."]),
        ElasticApm.Matched("elastic-apm-token", "Elastic APM secret token", Severity.High, GenericSecret.TryFindPassword,
            ["elastic_apm_secret", "elastic_apm_api"], ignoreCase: true),
    ];

    [GeneratedRegex("hc[a-z]{2}[ck]_[0-9a-z]{40,70}")]
    private static partial Regex HoneycombApiKey { get; }

    [GeneratedRegex("(?:[0-9a-f]{32}|[0-9A-Za-z]{22})")]
    private static partial Regex HoneycombNamedKey { get; }

    [GeneratedRegex(@"(?:[0-9a-f]{32}|(?:u\+)?[0-9A-Za-z_-]{18,20})")]
    private static partial Regex PagerdutyKey { get; }

    [GeneratedRegex(@"(?:u\+)?[0-9A-Za-z_-]{18,20}")]
    private static partial Regex PagerdutyHeaderToken { get; }

    [GeneratedRegex("""Token token=\\?["']?""")]
    private static partial Regex PagerdutyHeaderTokenContext { get; }

    [GeneratedRegex("GenieKey ")]
    private static partial Regex OpsgenieHeaderKeyContext { get; }

    [GeneratedRegex("(?:[0-9A-Za-z]{32}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})")]
    private static partial Regex LogzioToken { get; }

    [GeneratedRegex("""(?:Authorization: |")Splunk """)]
    private static partial Regex SplunkHeaderTokenContext { get; }

    [GeneratedRegex(@"dt0[cs][0-9]{2}\.[0-9A-Z]{8,24}\.[0-9A-Z]{64}")]
    private static partial Regex DynatraceToken { get; }
}
