namespace Postrun.Redaction.Tests.Samples;

internal static class ModelHostSamples
{
    internal static IEnumerable<RuleSample> All =>
    [
        Usual.Token("groq-api-key", static dice => $"gsk_{dice.Of(Dice.Base62, 52)}"),
        Usual.Token("perplexity-api-key", static dice => $"pplx-{dice.Of(Dice.Base62, 48)}"),
        Usual.Token("replicate-api-token", static dice => $"r8_{dice.Of(Dice.Base62, 37)}"),
        Usual.Token("together-api-key", static dice => $"tgp_v1_{dice.Of(Dice.Base64Url, 43)}"),
        Usual.Assigned("together-legacy-key", ["TOGETHER_API_KEY", "togetherai_token"], static dice => dice.Of(Dice.Hexadecimal, 64)),
        Usual.Token("fireworks-api-key", static dice => $"fw_3{dice.Of(Dice.Base62, 21)}", least: 25),
        Usual.Assigned("fireworks-named-key", ["FIREWORKS_API_KEY", "fireworks_ai_key"], static dice => dice.Of(Dice.Base62, 48)),
        Usual.Token("openrouter-api-key", static dice => $"sk-or-v1-{dice.Of(Dice.Hexadecimal, 64)}"),
        Usual.Token("nvidia-api-key", static dice => $"nvapi-{dice.Of(Dice.Base64Url, 64)}", least: 66),
        Usual.Assigned("ngc-api-key", ["NGC_API_KEY", "NGC_CLI_API_KEY"], static dice => dice.Of(Dice.Base64, 84), least: 80),
        Usual.Token("cerebras-api-key", static dice => $"csk-{dice.Of(Dice.Lower + Dice.Digits, 48)}"),
        Usual.Assigned("deepinfra-api-key", ["DEEPINFRA_API_KEY", "deepinfra_token"], static dice => dice.Of(Dice.Base62, 32)),
    ];
}
