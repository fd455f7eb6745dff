namespace Postrun.Redaction.Tests.Samples;

internal static class ModelToolSamples
{
    internal static IEnumerable<RuleSample> All =>
    [
        Usual.Assigned("voyage-api-key", ["VOYAGE_API_KEY", "voyageai-key"], static dice => $"{dice.Pick("pa", "al")}-{dice.Of(Dice.Base64Url, 43)}"),
        Usual.Token("jina-api-key", static dice => $"jina_{dice.Of(Dice.Hexadecimal, 32)}{dice.Of(Dice.Base64Url, 28)}"),
        Usual.Token("langsmith-api-key", static dice => $"lsv2_{dice.Pick("pt", "sk")}_{dice.Of(Dice.Hexadecimal, 32)}_{dice.Of(Dice.Hexadecimal, 10)}"),
        Usual.Token("langfuse-secret-key", static dice => $"sk-lf-{Sampled.Uuid(dice)}"),
        Usual.Token("langfuse-public-key", static dice => $"pk-lf-{Sampled.Uuid(dice)}"),
        Usual.Token("tavily-api-key", static dice => $"tvly-{dice.Pick("", "dev-", "prod-")}{dice.Of(Dice.Base62, 32)}", least: 25),
        Usual.Assigned("exa-api-key", ["EXA_API_KEY", "exaApiKey"], static dice => Sampled.Uuid(dice)),
        Usual.Assigned("firecrawl-api-key", ["FIRECRAWL_API_KEY", "firecrawl_token"], static dice => $"fc-{dice.Of(Dice.Hexadecimal, 32)}"),
        Usual.Token("llama-cloud-api-key", static dice => $"llx-{dice.Of(Dice.Base62, 48)}"),
        Usual.Assigned("litellm-master-key", ["LITELLM_MASTER_KEY", "LITELLM_API_KEY"], static dice => $"sk-{dice.Of(Dice.Base64Url, 16, 60)}", least: 19),
    ];
}
