using System.Text.RegularExpressions;
using Postrun.Redaction.Detection;
using Postrun.Redaction.Rules;

namespace Postrun.Redaction.Secrets;

/// <summary>Hosts of machines and sandboxes that models run on.</summary>
internal static partial class ComputeHostRules
{
    internal static IEnumerable<Rule> All =>
    [
        new()
        {
            Id = "anyscale-api-key",
            Name = "Anyscale API key",
            Reference = "https://docs.anyscale.com",
            Severity = Severity.High,
            Category = RuleCategory.ModelProvider,
            Detector = new TokenDetector(AnyscaleApiKey) { Literals = ["esecret_"] },
        },
        new()
        {
            Id = "modal-token-secret",
            Name = "Modal token secret",
            Reference = "https://modal.com/docs/reference/modal.config",
            Severity = Severity.High,
            Category = RuleCategory.ModelProvider,
            Detector = new AssignedDetector(ModalTokenSecret) { Literals = ["modal_token", "token_secret", "token-secret"], NamesSecret = true },
        },
        new()
        {
            Id = "modal-token-id",
            Name = "Modal token id",
            Reference = "https://modal.com/docs/reference/modal.config",
            Severity = Severity.Medium,
            Category = RuleCategory.ModelProvider,
            Detector = new AssignedDetector(ModalTokenId) { Literals = ["modal_token_id", "token_id", "token-id"] },
        },
        new()
        {
            Id = "runpod-api-key",
            Name = "RunPod API key",
            Reference = "https://docs.runpod.io/get-started/api-keys",
            Severity = Severity.Critical,
            Category = RuleCategory.ModelProvider,
            Detector = new TokenDetector(RunpodApiKey) { Literals = ["rpa_"] },
        },
        new()
        {
            Id = "lambda-cloud-api-key",
            Name = "Lambda Cloud API key",
            Reference = "https://docs.lambda.ai/public-cloud/cloud-api/",
            Severity = Severity.Critical,
            Category = RuleCategory.ModelProvider,
            Detector = new TokenDetector(LambdaCloudApiKey) { Literals = ["secret_"] },
        },
        new()
        {
            Id = "vast-api-key",
            Name = "Vast.ai API key",
            Reference = "https://docs.vast.ai/api-reference/introduction",
            Severity = Severity.Critical,
            Category = RuleCategory.ModelProvider,
            Detector = new AssignedDetector(Forms.Hexadecimal64) { Literals = ["vast_api", "vastai"], NamesSecret = true },
        },
        new()
        {
            Id = "coreweave-access-token",
            Name = "CoreWeave API access token",
            Reference = "https://docs.coreweave.com/docs/security/authn-authz/manage-api-access-tokens",
            Severity = Severity.Critical,
            Category = RuleCategory.ModelProvider,
            Detector = new AssignedDetector(CoreweaveAccessToken) { Literals = ["coreweave", "cw_secret"], NamesSecret = true },
        },
        new()
        {
            Id = "fal-api-key",
            Name = "fal API key",
            Reference = "https://docs.fal.ai",
            Severity = Severity.High,
            Category = RuleCategory.ModelProvider,
            Detector = new AssignedDetector(FalApiKey) { Literals = ["fal_key", "fal_api", "fal-key"], NamesSecret = true },
        },
        new()
        {
            Id = "ark-api-key",
            Name = "Ark API key of Volcano Engine",
            Reference = "https://www.volcengine.com/docs/82379",
            Severity = Severity.High,
            Category = RuleCategory.ModelProvider,
            Detector = new AssignedDetector(Forms.Uuid) { Literals = ["ark_api", "volcengine"], NamesSecret = true },
        },
        new()
        {
            Id = "e2b-api-key",
            Name = "E2B API key",
            Reference = "https://e2b.dev/docs/api-key",
            Severity = Severity.High,
            Category = RuleCategory.ModelProvider,
            Detector = new TokenDetector(E2bApiKey) { Literals = ["e2b_"] },
        },
        new()
        {
            Id = "daytona-api-key",
            Name = "Daytona API key",
            Reference = "https://www.daytona.io/docs/en/api-keys/",
            Severity = Severity.High,
            Category = RuleCategory.ModelProvider,
            Detector = new TokenDetector(DaytonaApiKey) { Literals = ["dtn_"] },
        },
    ];

    [GeneratedRegex("esecret_[0-9A-Za-z]{24,60}")]
    private static partial Regex AnyscaleApiKey { get; }

    [GeneratedRegex("as-[0-9A-Za-z]{22}")]
    private static partial Regex ModalTokenSecret { get; }

    [GeneratedRegex("ak-[0-9A-Za-z]{22}")]
    private static partial Regex ModalTokenId { get; }

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
