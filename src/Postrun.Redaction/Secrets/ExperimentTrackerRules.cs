using System.Text.RegularExpressions;
using Postrun.Redaction.Detection;
using Postrun.Redaction.Rules;
using Postrun.Redaction.Validation;

namespace Postrun.Redaction.Secrets;

/// <summary>Trackers of experiments, registries of models, and what runs pipelines of training.</summary>
internal static partial class ExperimentTrackerRules
{
    internal static IEnumerable<Rule> All =>
    [
        new()
        {
            Id = "wandb-api-key",
            Name = "Weights & Biases API key",
            Reference = "https://docs.wandb.ai/platform/hosting/iam/org_team_struct",
            Severity = Severity.Critical,
            Category = RuleCategory.ExperimentTracker,
            Detector = new TokenDetector(WandbApiKey) { Literals = ["wandb_v1_"] },
        },
        new()
        {
            Id = "wandb-legacy-key",
            Name = "Weights & Biases API key, older form",
            Reference = "https://docs.wandb.ai/support/find_api_key/",
            Severity = Severity.Critical,
            Category = RuleCategory.ExperimentTracker,
            Detector = new AssignedDetector(WandbLegacyKey) { Literals = ["wandb"], NamesSecret = true },
        },
        new()
        {
            Id = "wandb-login-key",
            Name = "Weights & Biases API key of a login",
            Reference = "https://docs.wandb.ai/support/find_api_key/",
            Severity = Severity.Critical,
            Category = RuleCategory.ExperimentTracker,
            Detector = new FollowingDetector(WandbLoginKeyContext, WandbLoginKey) { Literals = ["api.wandb.ai", "wandb login", "wandb.login("] },
        },
        new()
        {
            Id = "comet-api-key",
            Name = "Comet API key",
            Reference = "https://www.comet.com/docs/v2/guides/experiment-management/configure-sdk/",
            Severity = Severity.High,
            Category = RuleCategory.ExperimentTracker,
            Detector = new AssignedDetector(Forms.Alphanumeric25)
            {
                Literals = ["comet_api", "comet_ml", "comet-ml", "opik_api"],
                NamesSecret = true,
                Validator = Scrambled.Judge,
            },
        },
        new()
        {
            Id = "neptune-api-token",
            Name = "Neptune API token",
            Reference = "https://docs.neptune.ai/setup/setting_api_token/",
            Severity = Severity.High,
            Category = RuleCategory.ExperimentTracker,
            Detector = new TokenDetector(NeptuneApiToken) { Literals = ["eyJhcGlfYWRkcmVzcyI6"] },
        },
        new()
        {
            Id = "mlflow-tracking-credential",
            Name = "Credential of an MLflow tracking server",
            Reference = "https://mlflow.org/docs/latest/ml/auth/",
            Severity = Severity.High,
            Category = RuleCategory.ExperimentTracker,
            Detector = new AssignedDetector(Forms.Phrase)
            {
                Literals = ["mlflow_tracking_password", "mlflow_tracking_token", "mlflow_auth_password"],
                NamesSecret = true,
                Validator = Chosen.Judge,
            },
        },
        new()
        {
            Id = "clearml-secret-key",
            Name = "ClearML secret key",
            Reference = "https://clear.ml/docs/latest/docs/configs/env_vars",
            Severity = Severity.High,
            Category = RuleCategory.ExperimentTracker,
            Detector = new AssignedDetector(ClearmlSecretKey)
            {
                Literals = ["clearml_api_secret", "clearml_secret", "trains_api_secret"],
                NamesSecret = true,
            },
        },
        new()
        {
            Id = "dvc-studio-token",
            Name = "DVC Studio access token",
            Reference = "https://dvc.org/doc/studio/user-guide/account-management",
            Severity = Severity.High,
            Category = RuleCategory.ExperimentTracker,
            Detector = new TokenDetector(DvcStudioToken) { Literals = ["isat_"] },
        },
        new()
        {
            Id = "dagshub-token",
            Name = "DagsHub token",
            Reference = "https://dagshub.com/docs/api/",
            Severity = Severity.High,
            Category = RuleCategory.ExperimentTracker,
            Detector = new AssignedDetector(Forms.Hexadecimal40) { Literals = ["dagshub"], NamesSecret = true },
        },
        new()
        {
            Id = "paseto-token",
            Name = "PASETO of a session, as Determined gives them",
            Reference = "https://docs.determined.ai/latest/reference/python-sdk.html",
            Severity = Severity.High,
            Category = RuleCategory.ExperimentTracker,
            Detector = new TokenDetector(PasetoToken) { Literals = ["v2.public.eyJ"] },
        },
        new()
        {
            Id = "prefect-api-key",
            Name = "Prefect API key",
            Reference = "https://docs.prefect.io/v3/how-to-guides/cloud/manage-users/api-keys",
            Severity = Severity.High,
            Category = RuleCategory.ExperimentTracker,
            Detector = new TokenDetector(PrefectApiKey) { Literals = ["pnu_", "pnb_"] },
        },
        new()
        {
            Id = "dagster-cloud-token",
            Name = "Dagster Cloud token",
            Reference = "https://docs.dagster.io/guides/deploy/dagster-plus",
            Severity = Severity.High,
            Category = RuleCategory.ExperimentTracker,
            Detector = new AssignedDetector(DagsterCloudToken) { Literals = ["dagster"], NamesSecret = true },
        },
        new()
        {
            Id = "airflow-fernet-key",
            Name = "Airflow Fernet key",
            Reference = "https://airflow.apache.org/docs/apache-airflow/stable/security/secrets/fernet.html",
            Severity = Severity.Critical,
            Category = RuleCategory.ExperimentTracker,
            Detector = new AssignedDetector(AirflowFernetKey) { Literals = ["fernet_key", "fernet-key", "fernetkey"], NamesSecret = true },
        },
        new()
        {
            Id = "airflow-secret-key",
            Name = "Airflow secret key of the web server",
            Reference = "https://airflow.apache.org/docs/apache-airflow/stable/security/flask.html",
            Severity = Severity.High,
            Category = RuleCategory.ExperimentTracker,
            Detector = new AssignedDetector(Forms.Phrase)
            {
                Literals = ["webserver__secret_key", "api__secret_key", "webserversecretkey"],
                NamesSecret = true,
                Validator = Chosen.Judge,
            },
        },
        new()
        {
            Id = "zenml-api-key",
            Name = "ZenML API key",
            Reference = "https://docs.zenml.io/api-reference",
            Severity = Severity.High,
            Category = RuleCategory.ExperimentTracker,
            Detector = new TokenDetector(ZenmlApiKey) { Literals = ["ZENKEY_"] },
        },
    ];

    [GeneratedRegex("wandb_v1_[0-9A-Za-z_]{40,100}")]
    private static partial Regex WandbApiKey { get; }

    [GeneratedRegex("(?:local-)?[0-9a-f]{40}")]
    private static partial Regex WandbLegacyKey { get; }

    [GeneratedRegex("(?:local-)?[0-9a-f]{40}")]
    private static partial Regex WandbLoginKey { get; }

    [GeneratedRegex("""(?:api\.wandb\.ai["']?\s{1,8}login\s{1,8}\S{1,60}\s{1,8}password|wandb login(?:\s{1,4}--[a-z-]{1,20}(?:[= ]https?://\S{1,100})?){0,4}|wandb\.login\((?:key\s?=)?)\s{0,8}["']?""")]
    private static partial Regex WandbLoginKeyContext { get; }

    [GeneratedRegex("eyJhcGlfYWRkcmVzcyI6[0-9A-Za-z+/_-]{60,600}={0,2}")]
    private static partial Regex NeptuneApiToken { get; }

    [GeneratedRegex("[0-9A-Za-z]{40,60}")]
    private static partial Regex ClearmlSecretKey { get; }

    [GeneratedRegex("isat_[0-9A-Za-z]{40,60}")]
    private static partial Regex DvcStudioToken { get; }

    [GeneratedRegex(@"v2\.public\.eyJ[0-9A-Za-z_-]{80,2000}(?:\.[0-9A-Za-z_-]{1,200})?")]
    private static partial Regex PasetoToken { get; }

    [GeneratedRegex("(?:pnu|pnb)_[0-9A-Za-z]{36}")]
    private static partial Regex PrefectApiKey { get; }

    [GeneratedRegex("(?:(?:user|agent):[0-9A-Za-z_-]{1,60}:)?[0-9a-f]{32}")]
    private static partial Regex DagsterCloudToken { get; }

    [GeneratedRegex("[0-9A-Za-z_-]{43}=")]
    private static partial Regex AirflowFernetKey { get; }

    [GeneratedRegex("ZENKEY_[0-9A-Za-z+/_-]{40,400}={0,2}")]
    private static partial Regex ZenmlApiKey { get; }
}
