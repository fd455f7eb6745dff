using System.Text.RegularExpressions;
using Postrun.Redaction.Detection;
using Postrun.Redaction.Rules;
using Postrun.Redaction.Validation;

namespace Postrun.Redaction.Secrets;

/// <summary>Traces, logs, and who is called when something goes wrong.</summary>
internal static partial class AlertingRules
{
    internal static IEnumerable<Rule> All =>
    [
        new()
        {
            Id = "honeycomb-api-key",
            Name = "Honeycomb API key",
            Reference = "https://docs.honeycomb.io/get-started/configure/environments/manage-api-keys/",
            Severity = Severity.High,
            Category = RuleCategory.Monitoring,
            Detector = new TokenDetector(HoneycombApiKey) { Literals = ["hcaik_", "hcaic_", "hcbik_", "hcxik_"] },
        },
        new()
        {
            Id = "honeycomb-named-key",
            Name = "Honeycomb API key by its name",
            Reference = "https://docs.honeycomb.io/get-started/configure/environments/manage-api-keys/",
            Severity = Severity.High,
            Category = RuleCategory.Monitoring,
            Detector = new AssignedDetector(HoneycombNamedKey) { Literals = ["honeycomb"], NamesSecret = true, Validator = Scrambled.Judge },
        },
        new()
        {
            Id = "pagerduty-key",
            Name = "PagerDuty key",
            Reference = "https://developer.pagerduty.com/docs/authentication",
            Severity = Severity.High,
            Category = RuleCategory.Monitoring,
            Detector = new AssignedDetector(PagerdutyKey) { Literals = ["pagerduty"], NamesSecret = true, Validator = Scrambled.Judge },
        },
        new()
        {
            Id = "pagerduty-header-token",
            Name = "PagerDuty token of a header",
            Reference = "https://developer.pagerduty.com/docs/authentication",
            Severity = Severity.High,
            Category = RuleCategory.Monitoring,
            Detector = new FollowingDetector(PagerdutyHeaderTokenContext, PagerdutyHeaderToken) { Literals = ["Token token="] },
        },
        new()
        {
            Id = "opsgenie-api-key",
            Name = "Opsgenie API key",
            Reference = "https://docs.opsgenie.com/docs/authentication",
            Severity = Severity.High,
            Category = RuleCategory.Monitoring,
            Detector = new AssignedDetector(Forms.Uuid) { Literals = ["opsgenie"], NamesSecret = true },
        },
        new()
        {
            Id = "opsgenie-header-key",
            Name = "Opsgenie key of a header",
            Reference = "https://docs.opsgenie.com/docs/authentication",
            Severity = Severity.High,
            Category = RuleCategory.Monitoring,
            Detector = new FollowingDetector(OpsgenieHeaderKeyContext, Forms.Uuid) { Literals = ["GenieKey "] },
        },
        new()
        {
            Id = "rollbar-access-token",
            Name = "Rollbar access token",
            Reference = "https://docs.rollbar.com/docs/access-tokens",
            Severity = Severity.High,
            Category = RuleCategory.Monitoring,
            Detector = new AssignedDetector(Forms.Hexadecimal32) { Literals = ["rollbar"], NamesSecret = true },
        },
        new()
        {
            Id = "bugsnag-api-key",
            Name = "Bugsnag API key",
            Reference = "https://docs.bugsnag.com/api/",
            Severity = Severity.High,
            Category = RuleCategory.Monitoring,
            Detector = new AssignedDetector(Forms.Hexadecimal32) { Literals = ["bugsnag", "airbrake"], NamesSecret = true },
        },
        new()
        {
            Id = "logzio-token",
            Name = "Logz.io token",
            Reference = "https://docs.logz.io/docs/user-guide/admin/authentication-tokens/api-tokens/",
            Severity = Severity.High,
            Category = RuleCategory.Monitoring,
            Detector = new AssignedDetector(LogzioToken) { Literals = ["logzio", "logz_io"], NamesSecret = true, Validator = Scrambled.Judge },
        },
        new()
        {
            Id = "loggly-token",
            Name = "Loggly token",
            Reference = "https://documentation.solarwinds.com/en/success_center/loggly/content/admin/customer-token-authentication-token.htm",
            Severity = Severity.High,
            Category = RuleCategory.Monitoring,
            Detector = new AssignedDetector(Forms.Uuid) { Literals = ["loggly"], NamesSecret = true },
        },
        new()
        {
            Id = "splunk-hec-token",
            Name = "Splunk token of an event collector",
            Reference = "https://docs.splunk.com/Documentation/Splunk/latest/Data/UsetheHTTPEventCollector",
            Severity = Severity.High,
            Category = RuleCategory.Monitoring,
            Detector = new AssignedDetector(Forms.Uuid) { Literals = ["splunk", "hec_token"], NamesSecret = true },
        },
        new()
        {
            Id = "splunk-header-token",
            Name = "Splunk token of a header",
            Reference = "https://docs.splunk.com/Documentation/Splunk/latest/Data/UsetheHTTPEventCollector",
            Severity = Severity.High,
            Category = RuleCategory.Monitoring,
            Detector = new FollowingDetector(SplunkHeaderTokenContext, Forms.Uuid) { Literals = ["Authorization: Splunk ", "\"Splunk "] },
        },
        new()
        {
            Id = "dynatrace-token",
            Name = "Dynatrace token",
            Reference = "https://docs.dynatrace.com/docs/manage/identity-access-management/access-tokens-and-oauth-clients/access-tokens",
            Severity = Severity.Critical,
            Category = RuleCategory.Monitoring,
            Detector = new TokenDetector(DynatraceToken) { Literals = ["dt0c01.", "dt0s01.", "dt0s02.", "dt0s08.", "dt0s16."] },
        },
        new()
        {
            Id = "elastic-apm-token",
            Name = "Elastic APM secret token",
            Reference = "https://www.elastic.co/docs/solutions/observability/apm/secret-token",
            Severity = Severity.High,
            Category = RuleCategory.Monitoring,
            Detector = new AssignedDetector(Forms.Phrase)
            {
                Literals = ["elastic_apm_secret", "elastic_apm_api", "elastic.apm.secret", "elastic-apm-secret"],
                NamesSecret = true,
                Validator = Chosen.Judge,
            },
        },
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
