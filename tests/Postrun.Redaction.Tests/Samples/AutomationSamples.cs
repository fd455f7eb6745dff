namespace Postrun.Redaction.Tests.Samples;

internal static class AutomationSamples
{
    internal static IEnumerable<RuleSample> All =>
    [
        Usual.Token("zapier-webhook", static dice => $"https://hooks.zapier.com/hooks/catch/{dice.Of(Dice.Digits, 7)}/{dice.Of(Dice.Lower + Dice.Digits, 7)}", least: 40),
        Usual.Token("make-webhook", static dice => $"https://hook.{dice.Pick("eu1", "us1", "us2")}.make.com/{dice.Of(Dice.Lower + Dice.Digits, 32)}", least: 50),
        Usual.Following("ifttt-key", ["POST https://maker.ifttt.com/trigger/run_done/with/key/"], static dice => dice.Of(Dice.Base64Url, 22), least: 20),
        Usual.Token("n8n-api-key", static dice => $"n8n_api_{dice.Of(Dice.Hexadecimal, 80)}", least: 48),
        Usual.Token("tailscale-key", static dice => $"tskey-{dice.Pick("auth", "api", "client", "scim", "webhook")}-k{dice.Of(Dice.Base62, 11)}CNTRL-{dice.Of(Dice.Base62, 32)}", least: 30),
        Usual.Assigned("ngrok-authtoken", ["NGROK_AUTHTOKEN", "authtoken"], static dice => $"2{dice.Of(Dice.Base62, 26)}_{dice.Of(Dice.Base62, 21)}", least: 39),
        Usual.Following("ngrok-command-token", ["$ ngrok config add-authtoken ", "ngrok authtoken "], static dice => $"2{dice.Of(Dice.Base62, 26)}_{dice.Of(Dice.Base62, 21)}", least: 39),
        Usual.Assigned("zerotier-token", ["ZEROTIER_API_TOKEN", "zerotier_central_token"], static dice => dice.Of(Dice.Base62, 32)),
        Usual.Token("netbird-token", static dice => $"nbp_{dice.Of(Dice.Base62, 36)}"),
        Usual.Token("defined-api-key", static dice => $"dnkey-{dice.Of(Dice.Upper + Dice.Digits, 26)}-{dice.Of(Dice.Upper + Dice.Digits, 52)}"),
        Usual.Token("kong-token", static dice => $"{dice.Pick("kpat", "spat")}_{dice.Of(Dice.Base62, 49)}"),
        Usual.Token("adafruit-io-key", static dice => $"aio_{dice.Of(Dice.Base62, 28)}"),
        Usual.Assigned("docusign-secret", ["DOCUSIGN_SECRET_KEY", "docusign.client-secret"], static dice => Sampled.Uuid(dice)),
        Usual.Assigned("bitly-token", ["BITLY_ACCESS_TOKEN", "bitly_token"], static dice => dice.Of(Dice.Hexadecimal, 40)),
    ];
}
