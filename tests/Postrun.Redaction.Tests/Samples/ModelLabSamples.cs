namespace Postrun.Redaction.Tests.Samples;

internal static class ModelLabSamples
{
    internal static IEnumerable<RuleSample> All =>
    [
        Usual.Token("openai-api-key", static dice => $"sk-{dice.Of(Dice.Base62, 20)}T3BlbkFJ{dice.Of(Dice.Base62, 20)}"),
        Usual.Token("openai-project-key", static dice => $"sk-proj-{dice.Of(Dice.Base64Url, 58)}T3BlbkFJ{dice.Of(Dice.Base64Url, 58)}", least: 48),
        Usual.Token("openai-service-account-key", static dice => $"sk-svcacct-{dice.Of(Dice.Base64Url, 58)}T3BlbkFJ{dice.Of(Dice.Base64Url, 58)}", least: 51),
        Usual.Token("openai-admin-key", static dice => $"sk-admin-{dice.Of(Dice.Base64Url, 58)}T3BlbkFJ{dice.Of(Dice.Base64Url, 58)}", least: 49),
        Usual.Token("openai-session-key", static dice => $"sess-{dice.Of(Dice.Base62, 40)}"),
        Usual.Token("anthropic-api-key", static dice => $"sk-ant-api03-{dice.Of(Dice.Base64Url, 93)}AA", least: 93),
        Usual.Token("anthropic-admin-key", static dice => $"sk-ant-admin01-{dice.Of(Dice.Base64Url, 93)}AA", least: 95),
        Usual.Token("anthropic-oauth-token", static dice => $"sk-ant-{dice.Pick("oat", "ort")}01-{dice.Of(Dice.Base64Url, 93)}AA", least: 93),
        Usual.Token("anthropic-session-key", static dice => $"sk-ant-sid01-{dice.Of(Dice.Base64Url, 86)}-{dice.Of(Dice.Base64Url, 8)}AA", least: 93),
        Usual.Token("hugging-face-token", static dice => $"hf_{dice.Of(Dice.Base62, 34)}"),
        Usual.Token("hugging-face-organization-token", static dice => $"api_org_{dice.Of(Dice.Base62, 34)}"),
        Usual.Token("hugging-face-oauth-token", static dice => $"hf_oauth_eyJ{dice.Of(Dice.Base64Url, 40, 200)}.{dice.Of(Dice.Base64Url, 40, 200)}.{dice.Of(Dice.Base64Url, 43, 90)}", least: 29),
        Usual.Token("xai-api-key", static dice => $"xai-{dice.Of(Dice.Base62, 80)}"),
    ];
}
