namespace Postrun.Redaction.Tests.Samples;

internal static class TelemetrySamples
{
    internal static IEnumerable<RuleSample> All =>
    [
        Usual.Assigned("better-stack-token", ["BETTERSTACK_API_TOKEN", "LOGTAIL_SOURCE_TOKEN"], static dice => dice.Of(Dice.Base62, 24)),
        Usual.Token("axiom-token", static dice => $"{dice.Pick("xaat", "xapt")}-{Sampled.Uuid(dice)}"),
        Usual.Token("coralogix-key", static dice => $"{dice.Pick("cxtp", "cxup")}_{dice.Of(Dice.Base62, 30)}"),
        Usual.Assigned("segment-write-key", ["SEGMENT_WRITE_KEY", "segmentWriteKey"], static dice => dice.Of(Dice.Base62, 32)),
        Usual.Assigned("mixpanel-secret", ["MIXPANEL_API_SECRET", "mixpanel_token"], static dice => dice.Of(Dice.Hexadecimal, 32)),
        Usual.Assigned("amplitude-key", ["AMPLITUDE_API_KEY", "amplitude_secret_key"], static dice => dice.Of(Dice.Hexadecimal, 32)),
        Usual.Token("posthog-personal-key", static dice => $"phx_{dice.Of(Dice.Base62, 43)}", least: 44),
        Usual.Token("posthog-project-key", static dice => $"phc_{dice.Of(Dice.Base62, 43)}", least: 44),
        Usual.Assigned("launchdarkly-access-token", ["LAUNCHDARKLY_ACCESS_TOKEN", "launch_darkly_api_key"], static dice => $"{dice.Pick("api", "sdk", "mob")}-{Sampled.Uuid(dice)}"),
        Usual.Token("statsig-secret-key", static dice => $"secret-{dice.Of(Dice.Base62, 42, 48)}", least: 47),
        Usual.Token("configcat-sdk-key", static dice => $"configcat-sdk-1/{dice.Of(Dice.Base64Url, 22)}/{dice.Of(Dice.Base64Url, 22)}"),
        Usual.Token("healthchecks-address", static dice => $"https://hc-ping.com/{Sampled.Uuid(dice)}", least: 30),
        Usual.Assigned("mezmo-ingestion-key", ["LOGDNA_INGESTION_KEY", "mezmo_api_key"], static dice => dice.Of(Dice.Hexadecimal, 32)),
    ];
}
