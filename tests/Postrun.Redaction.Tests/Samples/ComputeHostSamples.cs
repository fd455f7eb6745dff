namespace Postrun.Redaction.Tests.Samples;

internal static class ComputeHostSamples
{
    internal static IEnumerable<RuleSample> All =>
    [
        Usual.Token("anyscale-api-key", static dice => $"esecret_{dice.Of(Dice.Lower + Dice.Digits, 28)}", least: 32),
        Usual.Assigned("modal-token-secret", ["MODAL_TOKEN_SECRET", "token_secret"], static dice => $"as-{dice.Of(Dice.Base62, 22)}"),
        Usual.Token("runpod-api-key", static dice => $"rpa_{dice.Of(Dice.Upper + Dice.Digits, 40)}{dice.Of(Dice.Lower + Dice.Digits, 6)}", least: 44),
        Usual.Token("lambda-cloud-api-key", static dice => $"secret_{dice.Of(Dice.Lower + Dice.Digits, 4, 20)}_{dice.Of(Dice.Hexadecimal, 32)}.{dice.Of(Dice.Base62, 32)}", least: 77),
        Usual.Assigned("vast-api-key", ["VAST_API_KEY", "vastai_api_key"], static dice => dice.Of(Dice.Hexadecimal, 64)),
        Usual.Assigned("coreweave-access-token", ["COREWEAVE_API_TOKEN", "CW_SECRET_KEY"], static dice => $"CW-SECRET-{dice.Of(Dice.Base64Url, 40, 60)}", least: 20),
        Usual.Assigned("fal-api-key", ["FAL_KEY", "fal_api_key"], static dice => $"{Sampled.Uuid(dice)}:{dice.Of(Dice.Hexadecimal, 32)}"),
        Usual.Assigned("ark-api-key", ["ARK_API_KEY", "VOLCENGINE_TOKEN"], static dice => Sampled.Uuid(dice)),
        Usual.Token("e2b-api-key", static dice => $"e2b_{dice.Of(Dice.Hexadecimal, 40)}"),
        Usual.Token("daytona-api-key", static dice => $"dtn_{dice.Of(Dice.Hexadecimal, 64)}"),
    ];
}
