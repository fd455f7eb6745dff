using System.Text.RegularExpressions;
using Postrun.Redaction.Rules;
using Postrun.Redaction.Validation;

namespace Postrun.Redaction.Secrets;

/// <summary>Hosts of applications and content networks.</summary>
internal static partial class EdgeRules
{
    private static readonly RuleSource Cloudflare = new(RuleCategory.Cloud, "https://developers.cloudflare.com/fundamentals/api/");
    private static readonly RuleSource Fastly = new(RuleCategory.Cloud, "https://www.fastly.com/documentation/reference/api/auth-tokens/");
    private static readonly RuleSource Heroku = new(RuleCategory.Cloud, "https://devcenter.heroku.com/articles/authentication");
    private static readonly RuleSource Netlify = new(RuleCategory.Cloud, "https://docs.netlify.com/api/get-started/");
    private static readonly RuleSource Vercel = new(RuleCategory.Cloud, "https://vercel.com/docs/rest-api");
    private static readonly RuleSource Fly = new(RuleCategory.Cloud, "https://fly.io/docs/security/tokens/");
    private static readonly RuleSource Render = new(RuleCategory.Cloud, "https://render.com/docs/api");
    private static readonly RuleSource Railway = new(RuleCategory.Cloud, "https://docs.railway.com/reference/public-api");

    internal static IEnumerable<Rule> All =>
    [
        Cloudflare.Assigned("cloudflare-api-token", "Cloudflare API token", Severity.Critical, CloudflareApiToken,
            ["cloudflare", "cf_api", "cf-api", "cf_token"], Strength.Random),
        Cloudflare.Assigned("cloudflare-global-api-key", "Cloudflare global API key", Severity.Critical, CloudflareGlobalApiKey,
            ["cloudflare", "cf_api", "cf-api", "cf_key", "x-auth-key"]),
        Cloudflare.Token("cloudflare-origin-ca-key", "Cloudflare Origin CA key", Severity.Critical, CloudflareOriginCaKey, ["v1.0-"]),
        Cloudflare.Token("cloudflare-tunnel-token", "Cloudflare Tunnel token", Severity.Critical, CloudflareTunnelToken,
            ["eyJhIjoi"], Strength.Verified),
        Fastly.Assigned("fastly-api-token", "Fastly API token", Severity.Critical, FastlyApiToken, ["fastly"], Strength.Random),
        Heroku.Token("heroku-api-token", "Heroku API token", Severity.Critical, HerokuApiToken, ["HRKU-"]),
        Heroku.Assigned("heroku-api-key", "Heroku API key", Severity.Critical, HerokuApiKey,
            ["heroku_api", "heroku-api", "herokuapi", "heroku_key", "heroku_token", "heroku.api"]),
        Netlify.Token("netlify-token", "Netlify token", Severity.Critical, NetlifyToken, ["nfp_", "nfc_", "nfo_", "nfu_", "nfb_"]),
        Netlify.Assigned("netlify-access-token", "Netlify access token of the older form", Severity.Critical, NetlifyAccessToken,
            ["netlify"], Strength.Random),
        Vercel.Assigned("vercel-token", "Vercel token", Severity.Critical, VercelToken,
            ["vercel_token", "vercel-token", "vercel_api", "vercel_access", "zeit_token"], Strength.Random),
        Vercel.Token("vercel-blob-token", "Vercel Blob token", Severity.High, VercelBlobToken, ["vercel_blob_rw_"]),
        Fly.Token("fly-access-token", "Fly.io access token", Severity.Critical, FlyAccessToken, ["fo1_"]),
        Fly.Token("fly-macaroon", "Fly.io token", Severity.Critical, FlyMacaroon, ["fm1r_", "fm1a_", "fm2_"]),
        Render.Token("render-api-key", "Render API key", Severity.Critical, RenderApiKey, ["rnd_"], Strength.Random),
        Railway.Assigned("railway-token", "Railway token", Severity.Critical, RailwayToken, ["railway_token", "railway-token", "railway_api"]),
    ];

    [GeneratedRegex("[0-9A-Za-z_-]{40}")]
    private static partial Regex CloudflareApiToken { get; }

    [GeneratedRegex("[0-9a-f]{37}")]
    private static partial Regex CloudflareGlobalApiKey { get; }

    [GeneratedRegex(@"v1\.0-[0-9a-f]{24}-[0-9a-f]{146}")]
    private static partial Regex CloudflareOriginCaKey { get; }

    [GeneratedRegex("eyJhIjoi[0-9A-Za-z+/]{120,}={0,2}")]
    private static partial Regex CloudflareTunnelToken { get; }

    [GeneratedRegex("[0-9A-Za-z_-]{32}")]
    private static partial Regex FastlyApiToken { get; }

    [GeneratedRegex("HRKU-AA[0-9A-Za-z_-]{58}")]
    private static partial Regex HerokuApiToken { get; }

    [GeneratedRegex("[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}")]
    private static partial Regex HerokuApiKey { get; }

    [GeneratedRegex("nf[pcoub]_[0-9A-Za-z]{36}")]
    private static partial Regex NetlifyToken { get; }

    [GeneratedRegex("[0-9A-Za-z_-]{43,46}")]
    private static partial Regex NetlifyAccessToken { get; }

    [GeneratedRegex("[0-9A-Za-z]{24}")]
    private static partial Regex VercelToken { get; }

    [GeneratedRegex("vercel_blob_rw_[0-9A-Za-z]{16}_[0-9A-Za-z]{30}")]
    private static partial Regex VercelBlobToken { get; }

    [GeneratedRegex("fo1_[0-9A-Za-z_-]{43}")]
    private static partial Regex FlyAccessToken { get; }

    [GeneratedRegex("fm(?:1r|1a|2)_[0-9A-Za-z+/]{100,}={0,3}")]
    private static partial Regex FlyMacaroon { get; }

    [GeneratedRegex("rnd_[0-9A-Za-z]{28,40}")]
    private static partial Regex RenderApiKey { get; }

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")]
    private static partial Regex RailwayToken { get; }
}
