namespace Postrun.Redaction.Tests.Samples;

internal static class DataToolSamples
{
    internal static IEnumerable<RuleSample> All =>
    [
        Usual.Assigned("serpapi-key", ["SERPAPI_API_KEY", "serp_api_key"], static dice => dice.Of(Dice.Hexadecimal, 64)),
        Usual.Assigned("serper-api-key", ["SERPER_API_KEY", "serper-key"], static dice => dice.Of(Dice.Hexadecimal, 40)),
        Usual.Assigned("brave-search-api-key", ["BRAVE_API_KEY", "X-Subscription-Token"], static dice => $"BSA{dice.Of(Dice.Base64Url, 28)}"),
        Usual.Token("kaggle-api-token", static dice => $"KGAT_{dice.Of(Dice.Hexadecimal, 32)}"),
        Usual.Assigned("kaggle-key", ["KAGGLE_KEY", "kaggle_api_key"], static dice => dice.Of(Dice.Hexadecimal, 32)),
        Usual.Following("kaggle-json-key", ["{\"username\":\"someone\",\"key\":\"", "{\"username\": \"a-b\", \"key\": \""], static dice => dice.Of(Dice.Hexadecimal, 32)),
        Usual.Assigned("roboflow-api-key", ["ROBOFLOW_API_KEY", "roboflow_key"], static dice => dice.Of(Dice.Base62, 20)),
        Usual.Assigned("scale-api-key", ["SCALE_API_KEY", "scale_ai_token"], static dice => $"{dice.Pick("live", "test")}_{dice.Of(Dice.Hexadecimal, 32)}"),
        Usual.Assigned("label-studio-token", ["LABEL_STUDIO_API_KEY", "labelstudio_token"], static dice => dice.Of(Dice.Hexadecimal, 40)),
        Usual.Assigned("clarifai-token", ["CLARIFAI_PAT", "clarifai_api_key"], static dice => dice.Of(Dice.Hexadecimal, 32)),
        Usual.Token("deepl-api-key", static dice => $"{Sampled.Uuid(dice)}:fx"),
    ];
}
