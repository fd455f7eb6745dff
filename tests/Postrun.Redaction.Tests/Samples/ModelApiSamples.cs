namespace Postrun.Redaction.Tests.Samples;

internal static class ModelApiSamples
{
    internal static IEnumerable<RuleSample> All =>
    [
        Usual.Assigned("cohere-api-key", ["COHERE_API_KEY", "CO_API_KEY"], static dice => dice.Of(Dice.Base62, 40)),
        Usual.Assigned("mistral-api-key", ["MISTRAL_API_KEY", "mistralApiKey"], static dice => dice.Of(Dice.Base62, 32)),
        Usual.Assigned("deepseek-api-key", ["DEEPSEEK_API_KEY", "deepseekApiKey"], static dice => $"sk-{dice.Of(Dice.Hexadecimal, 32)}"),
        Usual.Assigned("moonshot-api-key", ["MOONSHOT_API_KEY", "KIMI_API_KEY"], static dice => $"sk-{dice.Of(Dice.Base62, 48)}"),
        Usual.Assigned("dashscope-api-key", ["DASHSCOPE_API_KEY", "qwen_api_key"], static dice => $"sk-{dice.Of(Dice.Hexadecimal, 32)}"),
        Usual.Assigned("zhipu-api-key", ["ZHIPUAI_API_KEY", "ZAI_API_KEY"], static dice => $"{dice.Of(Dice.Hexadecimal, 32)}.{dice.Of(Dice.Base62, 16)}"),
        Usual.Assigned("stability-api-key", ["STABILITY_API_KEY", "stabilityai_key"], static dice => $"sk-{dice.Of(Dice.Base62, 48)}"),
        Usual.Assigned("elevenlabs-api-key", ["ELEVENLABS_API_KEY", "xi-api-key"], static dice => $"sk_{dice.Of(Dice.Hexadecimal, 48)}", least: 34),
        Usual.Token("cartesia-api-key", static dice => $"sk_car_{dice.Of(Dice.Base62, 22)}"),
        Usual.Assigned("assemblyai-api-key", ["ASSEMBLYAI_API_KEY", "assembly_ai_token"], static dice => dice.Of(Dice.Hexadecimal, 32)),
        Usual.Assigned("deepgram-api-key", ["DEEPGRAM_API_KEY", "deepgram.token"], static dice => dice.Of(Dice.Hexadecimal, 40)),
        Usual.AtStart("model-api-secret-key", static dice => $"sk-{dice.Of(Dice.Base62, 32, 64)}", least: 35),
    ];
}
