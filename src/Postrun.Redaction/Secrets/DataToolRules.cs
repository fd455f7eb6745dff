using System.Text.RegularExpressions;
using Postrun.Redaction.Rules;
using Postrun.Redaction.Validation;

namespace Postrun.Redaction.Secrets;

/// <summary>Search, data sets, labels and translation for models.</summary>
internal static partial class DataToolRules
{
    private static readonly RuleSource Serpapi = new(RuleCategory.ModelProvider, "https://serpapi.com/search-api");
    private static readonly RuleSource Serper = new(RuleCategory.ModelProvider, "https://serper.dev");
    private static readonly RuleSource BraveSearch = new(RuleCategory.ModelProvider, "https://api-dashboard.search.brave.com/documentation");
    private static readonly RuleSource Kaggle = new(RuleCategory.ModelProvider, "https://www.kaggle.com/docs/api");
    private static readonly RuleSource Roboflow = new(RuleCategory.ModelProvider, "https://docs.roboflow.com/api-reference/authentication");
    private static readonly RuleSource Scale = new(RuleCategory.ModelProvider, "https://scale.com/docs/authentication");
    private static readonly RuleSource LabelStudio = new(RuleCategory.ModelProvider, "https://labelstud.io/guide/access_tokens");
    private static readonly RuleSource Clarifai = new(RuleCategory.ModelProvider, "https://docs.clarifai.com/control/authentication/pat");
    private static readonly RuleSource DeepL = new(RuleCategory.ModelProvider, "https://developers.deepl.com/docs/getting-started/auth");

    internal static IEnumerable<Rule> All =>
    [
        Serpapi.Named("serpapi-key", "SerpApi key", Severity.High, SharedForms.Hexadecimal64, ["serpapi", "serp_api"]),
        Serper.Named("serper-api-key", "Serper API key", Severity.High, SharedForms.Hexadecimal40, ["serper"]),
        BraveSearch.Named("brave-search-api-key", "Brave Search API key", Severity.High, BraveSearchApiKey, ["brave_", "x-subscription-token"]),
        Kaggle.Token("kaggle-api-token", "Kaggle API token", Severity.High, KaggleApiToken, ["KGAT_"]),
        Kaggle.Named("kaggle-key", "Kaggle API key", Severity.High, SharedForms.Hexadecimal32, ["kaggle"]),
        Kaggle.Following("kaggle-json-key", "Key of kaggle.json", Severity.High, KaggleJsonKeyContext, SharedForms.Hexadecimal32,
            ["{\"username\":", "{\\\"username\\\":"]),
        Roboflow.Named("roboflow-api-key", "Roboflow API key", Severity.High, RoboflowApiKey, ["roboflow"], Strength.Random),
        Scale.Named("scale-api-key", "Scale AI API key", Severity.High, ScaleApiKey, ["scale_api", "scaleapi", "scale_ai"]),
        LabelStudio.Named("label-studio-token", "Label Studio token", Severity.High, SharedForms.Hexadecimal40,
            ["label_studio", "label-studio", "labelstudio"]),
        Clarifai.Named("clarifai-token", "Clarifai personal access token", Severity.High, SharedForms.Hexadecimal32, ["clarifai"]),
        DeepL.Token("deepl-api-key", "DeepL API key", Severity.High, DeeplApiKey, [":fx"], lead: 36),
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
