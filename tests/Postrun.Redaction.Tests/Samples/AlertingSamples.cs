namespace Postrun.Redaction.Tests.Samples;

internal static class AlertingSamples
{
    internal static IEnumerable<RuleSample> All =>
    [
        Usual.Token("honeycomb-api-key", static dice => $"hc{dice.Pick("aik", "xik", "aic")}_{dice.Of(Dice.Lower + Dice.Digits, 58)}", least: 46),
        Usual.Assigned("honeycomb-named-key", ["HONEYCOMB_API_KEY", "x-honeycomb-team-key"], static dice => dice.Of(Dice.Base62, 22)),
        Usual.Assigned("pagerduty-key", ["PAGERDUTY_API_KEY", "pagerduty_token"], static dice => $"{dice.Pick("u+", "")}{dice.Of(Dice.Base62, 18)}", least: 17),
        Usual.Following("pagerduty-header-token", ["Authorization: Token token=", "{\"Authorization\": \"Token token="], static dice => dice.Of(Dice.Base62, 20), least: 17),
        Usual.Assigned("opsgenie-api-key", ["OPSGENIE_API_KEY", "opsgenie.key"], static dice => Sampled.Uuid(dice)),
        Usual.Following("opsgenie-header-key", ["Authorization: GenieKey "], static dice => Sampled.Uuid(dice)),
        Usual.Assigned("rollbar-access-token", ["ROLLBAR_ACCESS_TOKEN", "rollbar.token"], static dice => dice.Of(Dice.Hexadecimal, 32)),
        Usual.Assigned("bugsnag-api-key", ["BUGSNAG_API_KEY", "airbrake_key"], static dice => dice.Of(Dice.Hexadecimal, 32)),
        Usual.Assigned("logzio-token", ["LOGZIO_TOKEN", "logz_io_shipping_token"], static dice => dice.Of(Dice.Base62, 32)),
        Usual.Assigned("loggly-token", ["LOGGLY_TOKEN", "loggly.customer_token"], static dice => Sampled.Uuid(dice)),
        Usual.Assigned("splunk-hec-token", ["SPLUNK_HEC_TOKEN", "hec_token"], static dice => Sampled.Uuid(dice)),
        Usual.Following("splunk-header-token", ["Authorization: Splunk ", "{\"Authorization\": \"Splunk "], static dice => Sampled.Uuid(dice)),
        Usual.Token("dynatrace-token", static dice => $"dt0{dice.Pick("c01", "s02", "s08", "s16")}.{dice.Of(Dice.Upper + Dice.Digits, 24)}.{dice.Of(Dice.Upper + Dice.Digits, 64)}"),
        Usual.Assigned("elastic-apm-token", ["ELASTIC_APM_SECRET_TOKEN"], static dice => dice.Of(Dice.Base62, 16, 40), least: 1),
    ];
}
