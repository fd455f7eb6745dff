using System.Text.RegularExpressions;
using Postrun.Redaction.Rules;
using Postrun.Redaction.Validation;

namespace Postrun.Redaction.Secrets;

/// <summary>Trackers of experiments, registries of models, and what runs pipelines of training.</summary>
internal static partial class ExperimentTrackerRules
{
    private static readonly RuleSource Wandb = new(RuleCategory.ExperimentTracker, "https://docs.wandb.ai/platform/hosting/iam/org_team_struct");
    private static readonly RuleSource WandbSource = new(RuleCategory.ExperimentTracker, "https://docs.wandb.ai/support/find_api_key/");
    private static readonly RuleSource Comet = new(RuleCategory.ExperimentTracker, "https://www.comet.com/docs/v2/guides/experiment-management/configure-sdk/");
    private static readonly RuleSource Neptune = new(RuleCategory.ExperimentTracker, "https://docs.neptune.ai/setup/setting_api_token/");
    private static readonly RuleSource MlflowTracking = new(RuleCategory.ExperimentTracker, "https://mlflow.org/docs/latest/ml/auth/");
    private static readonly RuleSource Clearml = new(RuleCategory.ExperimentTracker, "https://clear.ml/docs/latest/docs/configs/env_vars");
    private static readonly RuleSource DvcStudio = new(RuleCategory.ExperimentTracker, "https://dvc.org/doc/studio/user-guide/account-management");
    private static readonly RuleSource Dagshub = new(RuleCategory.ExperimentTracker, "https://dagshub.com/docs/api/");
    private static readonly RuleSource Paseto = new(RuleCategory.ExperimentTracker, "https://docs.determined.ai/latest/reference/python-sdk.html");
    private static readonly RuleSource Airflow = new(RuleCategory.ExperimentTracker, "https://airflow.apache.org/docs/apache-airflow/stable/security/flask.html");
    private static readonly RuleSource Zenml = new(RuleCategory.ExperimentTracker, "https://docs.zenml.io/api-reference");

    internal static IEnumerable<Rule> All =>
    [
        Wandb.Token("wandb-api-key", "Weights & Biases API key", Severity.Critical, WandbApiKey, ["wandb_v1_"]),
        WandbSource.Named("wandb-legacy-key", "Weights & Biases API key, older form", Severity.Critical, WandbLegacyKey, ["wandb"]),
        WandbSource.Following("wandb-login-key", "Weights & Biases API key of a login", Severity.Critical, WandbLoginKeyContext, WandbLoginKey,
            ["api.wandb.ai", "wandb login", "wandb.login("]),
        Comet.Named("comet-api-key", "Comet API key", Severity.High, SharedForms.Alphanumeric25,
            ["comet_api", "comet_ml", "comet-ml", "opik_api"], Strength.Random),
        Neptune.Token("neptune-api-token", "Neptune API token", Severity.High, NeptuneApiToken, ["eyJhcGlfYWRkcmVzcyI6"]),
        MlflowTracking.Matched("mlflow-tracking-credential", "Credential of an MLflow tracking server", Severity.High, GenericSecret.TryFindPassword,
            ["mlflow_tracking_password", "mlflow_tracking_token", "mlflow_auth_password"], ignoreCase: true),
        Clearml.Named("clearml-secret-key", "ClearML secret key", Severity.High, ClearmlSecretKey,
            ["clearml_api_secret", "clearml_secret", "trains_api_secret"]),
        DvcStudio.Token("dvc-studio-token", "DVC Studio access token", Severity.High, DvcStudioToken, ["isat_"]),
        Dagshub.Named("dagshub-token", "DagsHub token", Severity.High, SharedForms.Hexadecimal40, ["dagshub"]),
        Paseto.Token("paseto-token", "PASETO of a session, as Determined gives them", Severity.High, PasetoToken, ["v2.public.eyJ"]),
        Airflow.Matched("airflow-secret-key", "Airflow secret key of the web server", Severity.High, GenericSecret.TryFindPassword,
            ["webserver__secret_key", "api__secret_key", "webserversecretkey"], ignoreCase: true),
        Zenml.Token("zenml-api-key", "ZenML API key", Severity.High, ZenmlApiKey, ["ZENKEY_"]),
    ];

    [GeneratedRegex("wandb_v1_[0-9A-Za-z_]{40,100}")]
    private static partial Regex WandbApiKey { get; }

    [GeneratedRegex("(?:local-)?[0-9a-f]{40}")]
    private static partial Regex WandbLegacyKey { get; }

    [GeneratedRegex("(?:local-)?[0-9a-f]{40}")]
    private static partial Regex WandbLoginKey { get; }

    [GeneratedRegex("""(?:api\.wandb\.ai["']?\s{1,8}login\s{1,8}\S{1,60}\s{1,8}password|wandb login(?:\s{1,4}--[a-z-]{1,20}(?:[= ]https?://\S{1,100})?){0,4}|wandb\.login\((?:key\s?=)?)\s{0,8}(?:\\?["'])?""")]
    private static partial Regex WandbLoginKeyContext { get; }

    [GeneratedRegex("eyJhcGlfYWRkcmVzcyI6[0-9A-Za-z+/_-]{60,600}={0,2}")]
    private static partial Regex NeptuneApiToken { get; }

    [GeneratedRegex("[0-9A-Za-z]{40,60}")]
    private static partial Regex ClearmlSecretKey { get; }

    [GeneratedRegex("isat_[0-9A-Za-z]{40,60}")]
    private static partial Regex DvcStudioToken { get; }

    [GeneratedRegex(@"v2\.public\.eyJ[0-9A-Za-z_-]{80,2000}(?:\.[0-9A-Za-z_-]{1,200})?")]
    private static partial Regex PasetoToken { get; }

    [GeneratedRegex("ZENKEY_[0-9A-Za-z+/_-]{40,400}={0,2}")]
    private static partial Regex ZenmlApiKey { get; }
}
