using static Postrun.Redaction.Tests.Samples.Sampled;

namespace Postrun.Redaction.Tests.Samples;

internal static class EdgeSamples
{
    internal static IEnumerable<RuleSample> All =>
    [
        Assigned("cloudflare-api-token", "CLOUDFLARE_API_TOKEN", static dice => dice.Of(Dice.Base62, 40)),
        Assigned("cloudflare-global-api-key", "CLOUDFLARE_API_KEY", static dice => dice.Of(Dice.Hexadecimal, 37)),
        Token("cloudflare-origin-ca-key", static dice => "v1.0-" + dice.Of(Dice.Hexadecimal, 24) + "-" + dice.Of(Dice.Hexadecimal, 146)),
        Token("cloudflare-tunnel-token", static dice => "eyJhIjoi" + dice.Of(Dice.Base62, 160)),
        Assigned("fastly-api-token", "FASTLY_API_TOKEN", static dice => dice.Of(Dice.Base62, 32)),
        Token("heroku-api-token", static dice => "HRKU-AA" + dice.Of(Dice.Base62, 58)),
        Assigned("heroku-api-key", "HEROKU_API_KEY", static dice => Uuid(dice)),
        Token("netlify-token", static dice => "nfp_" + dice.Of(Dice.Base62, 36)),
        Assigned("netlify-access-token", "NETLIFY_AUTH_TOKEN", static dice => dice.Of(Dice.Base62, 43)),
        Assigned("vercel-token", "VERCEL_TOKEN", static dice => dice.Of(Dice.Base62, 24)),
        Token("vercel-blob-token", static dice => "vercel_blob_rw_" + dice.Of(Dice.Base62, 16) + "_" + dice.Of(Dice.Base62, 30)),
        Token("fly-access-token", static dice => "fo1_" + dice.Of(Dice.Base62, 43)),
        Token("fly-macaroon", static dice => "fm2_" + dice.Of(Dice.Base62, 150)),
        Token("render-api-key", static dice => "rnd_" + dice.Of(Dice.Base62, 32)),
        Assigned("railway-token", "RAILWAY_TOKEN", static dice => Uuid(dice)),
    ];
}
