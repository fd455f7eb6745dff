using System.Text.RegularExpressions;
using Postrun.Redaction.Rules;

namespace Postrun.Redaction.Secrets;

/// <summary>Hosts of machines and sandboxes that models run on.</summary>
internal static partial class ComputeHostRules
{
    private static readonly RuleSource Anyscale = new(RuleCategory.ModelProvider, "https://docs.anyscale.com");
    private static readonly RuleSource Modal = new(RuleCategory.ModelProvider, "https://modal.com/docs/reference/modal.config");
    private static readonly RuleSource Runpod = new(RuleCategory.ModelProvider, "https://docs.runpod.io/get-started/api-keys");
    private static readonly RuleSource LambdaCloud = new(RuleCategory.ModelProvider, "https://docs.lambda.ai/public-cloud/cloud-api/");
    private static readonly RuleSource Vast = new(RuleCategory.ModelProvider, "https://docs.vast.ai/api-reference/introduction");
    private static readonly RuleSource Coreweave = new(RuleCategory.ModelProvider, "https://docs.coreweave.com/docs/security/authn-authz/manage-api-access-tokens");
    private static readonly RuleSource Fal = new(RuleCategory.ModelProvider, "https://docs.fal.ai");
    private static readonly RuleSource Ark = new(RuleCategory.ModelProvider, "https://www.volcengine.com/docs/82379");
    private static readonly RuleSource E2b = new(RuleCategory.ModelProvider, "https://e2b.dev/docs/api-key");
    private static readonly RuleSource Daytona = new(RuleCategory.ModelProvider, "https://www.daytona.io/docs/en/api-keys/");

    internal static IEnumerable<Rule> All =>
    [
        Anyscale.Token("anyscale-api-key", "Anyscale API key", Severity.High, AnyscaleApiKey, ["esecret_"]),
        Modal.Named("modal-token-secret", "Modal token secret", Severity.High, ModalTokenSecret, ["modal_token", "token_secret", "token-secret"]),
        Runpod.Token("runpod-api-key", "RunPod API key", Severity.Critical, RunpodApiKey, ["rpa_"]),
        LambdaCloud.Token("lambda-cloud-api-key", "Lambda Cloud API key", Severity.Critical, LambdaCloudApiKey, ["secret_"]),
        Vast.Named("vast-api-key", "Vast.ai API key", Severity.Critical, SharedForms.Hexadecimal64, ["vast_api", "vastai"]),
        Coreweave.Named("coreweave-access-token", "CoreWeave API access token", Severity.Critical, CoreweaveAccessToken, ["coreweave", "cw_secret"]),
        Fal.Named("fal-api-key", "fal API key", Severity.High, FalApiKey, ["fal_key", "fal_api", "fal-key"]),
        Ark.Named("ark-api-key", "Ark API key of Volcano Engine", Severity.High, SharedForms.Uuid, ["ark_api", "volcengine"]),
        E2b.Token("e2b-api-key", "E2B API key", Severity.High, E2bApiKey, ["e2b_"]),
        Daytona.Token("daytona-api-key", "Daytona API key", Severity.High, DaytonaApiKey, ["dtn_"]),
    ];

    [GeneratedRegex("esecret_[0-9A-Za-z]{24,60}")]
    private static partial Regex AnyscaleApiKey { get; }

    [GeneratedRegex("as-[0-9A-Za-z]{22}")]
    private static partial Regex ModalTokenSecret { get; }

    [GeneratedRegex("rpa_[0-9A-Za-z]{40,50}")]
    private static partial Regex RunpodApiKey { get; }

    [GeneratedRegex(@"secret_[0-9A-Za-z-]{1,60}_[0-9a-f]{32}\.[0-9A-Za-z]{32}")]
    private static partial Regex LambdaCloudApiKey { get; }

    [GeneratedRegex("(?:CW-SECRET-)?[0-9A-Za-z_-]{24,120}")]
    private static partial Regex CoreweaveAccessToken { get; }

    [GeneratedRegex("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}:[0-9a-f]{32}")]
    private static partial Regex FalApiKey { get; }

    [GeneratedRegex("e2b_[0-9a-f]{40}")]
    private static partial Regex E2bApiKey { get; }

    [GeneratedRegex("dtn_[0-9a-f]{64}")]
    private static partial Regex DaytonaApiKey { get; }
}
