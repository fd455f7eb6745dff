using System.Text.RegularExpressions;
using Postrun.Redaction.Detection;
using Postrun.Redaction.Rules;
using Postrun.Redaction.Validation;

namespace Postrun.Redaction.Secrets;

/// <summary>Search, data sets, labels and translation for models.</summary>
internal static partial class DataToolRules
{
    internal static IEnumerable<Rule> All =>
    [
        new()
        {
            Id = "serpapi-key",
            Name = "SerpApi key",
            Reference = "https://serpapi.com/search-api",
            Severity = Severity.High,
            Category = RuleCategory.ModelProvider,
            Detector = new AssignedDetector(Forms.Hexadecimal64) { Literals = ["serpapi", "serp_api"], NamesSecret = true },
        },
        new()
        {
            Id = "serper-api-key",
            Name = "Serper API key",
            Reference = "https://serper.dev",
            Severity = Severity.High,
            Category = RuleCategory.ModelProvider,
            Detector = new AssignedDetector(Forms.Hexadecimal40) { Literals = ["serper"], NamesSecret = true },
        },
        new()
        {
            Id = "brave-search-api-key",
            Name = "Brave Search API key",
            Reference = "https://api-dashboard.search.brave.com/documentation",
            Severity = Severity.High,
            Category = RuleCategory.ModelProvider,
            Detector = new AssignedDetector(BraveSearchApiKey) { Literals = ["brave_", "x-subscription-token"], NamesSecret = true },
        },
        new()
        {
            Id = "kaggle-api-token",
            Name = "Kaggle API token",
            Reference = "https://www.kaggle.com/docs/api",
            Severity = Severity.High,
            Category = RuleCategory.ModelProvider,
            Detector = new TokenDetector(KaggleApiToken) { Literals = ["KGAT_"] },
        },
        new()
        {
            Id = "kaggle-key",
            Name = "Kaggle API key",
            Reference = "https://www.kaggle.com/docs/api",
            Severity = Severity.High,
            Category = RuleCategory.ModelProvider,
            Detector = new AssignedDetector(Forms.Hexadecimal32) { Literals = ["kaggle"], NamesSecret = true },
        },
        new()
        {
            Id = "kaggle-json-key",
            Name = "Key of kaggle.json",
            Reference = "https://www.kaggle.com/docs/api",
            Severity = Severity.High,
            Category = RuleCategory.ModelProvider,
            Detector = new FollowingDetector(KaggleJsonKeyContext, Forms.Hexadecimal32) { Literals = ["{\"username\":", "{\\\"username\\\":"] },
        },
        new()
        {
            Id = "roboflow-api-key",
            Name = "Roboflow API key",
            Reference = "https://docs.roboflow.com/api-reference/authentication",
            Severity = Severity.High,
            Category = RuleCategory.ModelProvider,
            Detector = new AssignedDetector(RoboflowApiKey) { Literals = ["roboflow"], NamesSecret = true, Validator = Scrambled.Judge },
        },
        new()
        {
            Id = "scale-api-key",
            Name = "Scale AI API key",
            Reference = "https://scale.com/docs/authentication",
            Severity = Severity.High,
            Category = RuleCategory.ModelProvider,
            Detector = new AssignedDetector(ScaleApiKey) { Literals = ["scale_api", "scaleapi", "scale_ai"], NamesSecret = true },
        },
        new()
        {
            Id = "label-studio-token",
            Name = "Label Studio token",
            Reference = "https://labelstud.io/guide/access_tokens",
            Severity = Severity.High,
            Category = RuleCategory.ModelProvider,
            Detector = new AssignedDetector(Forms.Hexadecimal40) { Literals = ["label_studio", "label-studio", "labelstudio"], NamesSecret = true },
        },
        new()
        {
            Id = "clarifai-token",
            Name = "Clarifai personal access token",
            Reference = "https://docs.clarifai.com/control/authentication/pat",
            Severity = Severity.High,
            Category = RuleCategory.ModelProvider,
            Detector = new AssignedDetector(Forms.Hexadecimal32) { Literals = ["clarifai"], NamesSecret = true },
        },
        new()
        {
            Id = "deepl-api-key",
            Name = "DeepL API key",
            Reference = "https://developers.deepl.com/docs/getting-started/auth",
            Severity = Severity.High,
            Category = RuleCategory.ModelProvider,
            Detector = new TokenDetector(DeeplApiKey) { Literals = [":fx"], Lead = 36 },
        },
    ];

    [GeneratedRegex("BSA[0-9A-Za-z_-]{28}")]
    private static partial Regex BraveSearchApiKey { get; }

    [GeneratedRegex("KGAT_[0-9a-f]{32}")]
    private static partial Regex KaggleApiToken { get; }

    [GeneratedRegex(@"\{\\?""username\\?"": ?\\?""[0-9A-Za-z_-]{1,60}\\?"", ?\\?""key\\?"": ?\\?""")]
    private static partial Regex KaggleJsonKeyContext { get; }

    [GeneratedRegex("[0-9A-Za-z]{20}")]
    private static partial Regex RoboflowApiKey { get; }

    [GeneratedRegex("(?:live|test)_[0-9A-Za-z]{32}")]
    private static partial Regex ScaleApiKey { get; }

    [GeneratedRegex("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}:fx")]
    private static partial Regex DeeplApiKey { get; }
}
