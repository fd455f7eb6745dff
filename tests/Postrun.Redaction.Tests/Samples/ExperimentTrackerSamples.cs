namespace Postrun.Redaction.Tests.Samples;

internal static class ExperimentTrackerSamples
{
    internal static IEnumerable<RuleSample> All =>
    [
        Usual.Token("wandb-api-key", static dice => $"wandb_v1_{dice.Of(Dice.Base62, 77)}", least: 49),
        Usual.Assigned("wandb-legacy-key", ["WANDB_API_KEY", "wandb.api-key"], static dice => dice.Of(Dice.Hexadecimal, 40)),
        Usual.Following("wandb-login-key", ["machine api.wandb.ai login user password ", "$ wandb login --relogin ", "wandb.login(key=\"", "{\"code\": \"wandb.login(key=\\\""], static dice => dice.Of(Dice.Hexadecimal, 40)),
        Usual.Assigned("comet-api-key", ["COMET_API_KEY", "OPIK_API_KEY"], static dice => dice.Of(Dice.Base62, 25)),
        Usual.Token("neptune-api-token", static dice => $"eyJhcGlfYWRkcmVzcyI6{dice.Of(Dice.Base62, 100, 200)}", least: 80),
        Usual.Assigned("mlflow-tracking-credential", ["MLFLOW_TRACKING_PASSWORD", "MLFLOW_TRACKING_TOKEN"], static dice => dice.Of(Dice.Base62, 12, 40), least: 1),
        Usual.Assigned("clearml-secret-key", ["CLEARML_API_SECRET_KEY", "TRAINS_API_SECRET_KEY"], static dice => dice.Of(Dice.Base62, 40, 60), least: 40),
        Usual.Token("dvc-studio-token", static dice => $"isat_{dice.Of(Dice.Base62, 40, 60)}", least: 45),
        Usual.Assigned("dagshub-token", ["DAGSHUB_USER_TOKEN", "dagshub-token"], static dice => dice.Of(Dice.Hexadecimal, 40)),
        Usual.Token("paseto-token", static dice => $"v2.public.eyJ{dice.Of(Dice.Base64Url, 100, 300)}", least: 93),
        Usual.Assigned("airflow-secret-key", ["AIRFLOW__WEBSERVER__SECRET_KEY", "webserverSecretKey"], static dice => dice.Of(Dice.Hexadecimal, 32), least: 1),
        Usual.Token("zenml-api-key", static dice => $"ZENKEY_{dice.Of(Dice.Base62, 80, 200)}", least: 47),
    ];
}
