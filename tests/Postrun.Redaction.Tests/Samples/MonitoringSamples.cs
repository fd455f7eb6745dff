using System.IO.Hashing;
using System.Text;

namespace Postrun.Redaction.Tests.Samples;

internal static class MonitoringSamples
{
    internal static IEnumerable<RuleSample> All =>
    [
        Usual.Assigned("datadog-api-key", ["DD_API_KEY", "datadog.apiKey"], static dice => dice.Of(Dice.Hexadecimal, 32)),
        Usual.Assigned("datadog-application-key", ["DD_APP_KEY", "DD-APPLICATION-KEY"], static dice => dice.Of(Dice.Hexadecimal, 40)),
        Usual.Token("datadog-prefixed-key", static dice => $"{dice.Pick("ddapp", "ddpat")}_{dice.Of(Dice.Base62, 34)}", least: 40),
        Usual.Token("new-relic-user-key", static dice => $"NRAK-{dice.Of(Dice.Upper + Dice.Digits, 27)}"),
        Usual.Token("new-relic-insert-key", static dice => $"NRII-{dice.Of(Dice.Base64Url, 32)}"),
        Usual.Token("new-relic-query-key", static dice => $"NRIQ-{dice.Of(Dice.Base64Url, 32)}"),
        Usual.Token("new-relic-browser-key", static dice => $"NRJS-{dice.Of(Dice.Hexadecimal, 19)}"),
        Usual.Token("new-relic-license-key", static dice => $"{dice.Of(Dice.Hexadecimal, 36)}NRAL"),
        Usual.Assigned("new-relic-named-key", ["NEW_RELIC_LICENSE_KEY", "newrelic.license_key"], static dice => dice.Of(Dice.Hexadecimal, 40)),
        Usual.Token("grafana-service-account-token", static dice => Grafana(dice)),
        Usual.Token("grafana-cloud-token", static dice => $"glc_eyJ{dice.Of(Dice.Base62, 80, 200)}=", least: 39),
        Usual.Token("grafana-api-key", static dice => $"eyJrIjoi{dice.Of(Dice.Base62, 70, 100)}=", least: 68),
        Usual.Token("sentry-organization-token", static dice => $"sntrys_eyJpYXQiO{dice.Of(Dice.Base62, 80, 160)}=_{dice.Of(Dice.Base62, 43)}", least: 60),
        Usual.Token("sentry-user-token", static dice => $"sntryu_{dice.Of(Dice.Hexadecimal, 64)}"),
        Usual.Assigned("sentry-auth-token", ["SENTRY_AUTH_TOKEN", "sentry.token"], static dice => dice.Of(Dice.Hexadecimal, 64)),
        Usual.Token("sentry-dsn", static dice => $"https://{dice.Of(Dice.Hexadecimal, 32)}@o{dice.Of(Dice.Digits, 6)}.ingest.{dice.Pick("", "us.", "de.")}sentry.io/{dice.Of(Dice.Digits, 7)}", least: 66),
    ];

    private static string Grafana(Dice dice)
    {
        var body = $"glsa_{dice.Of(Dice.Base62, 32)}";
        var checksum = Crc32.Hash(Encoding.ASCII.GetBytes(body));
        return $"{body}_{Convert.ToHexStringLower(checksum)}";
    }
}
