using System.Collections.Immutable;

namespace Postrun.Planning;

public static partial class CacheCatalogue
{
    private const string Uuid = "????????-????-????-????-????????????";

    private static ImmutableArray<CacheDefinition> Tools =>
    [
        new()
        {
            Name = "wandb",
            Title = "Weights & Biases artifact cache and upload staging",
            Reference = "https://docs.wandb.ai/support/models/articles/how-can-i-define-the-local-location-for-",
            Places =
            [
                new()
                {
                    Defaults = ["{cache}/wandb"],
                    Variables = [new("WANDB_CACHE_DIR")],
                    Markers = ["artifacts/obj", "artifacts/tmp"],
                },
                new()
                {
                    Defaults = ["{cache}/wandb-data/artifacts/staging", "{home}/.local/share/wandb/artifacts/staging"],
                    Variables =
                    [
                        new("WANDB_DATA_DIR", "artifacts/staging"), new("XDG_DATA_HOME", "wandb/artifacts/staging"),
                    ],
                    Markers = ["tmp*"],
                },
            ],
        },
        new()
        {
            Name = "dvc",
            Title = "DVC site cache",
            Reference = "https://dvc.org/doc/user-guide/project-structure/internal-files",
            Places =
            [
                new()
                {
                    Defaults = ["/var/tmp/dvc"],
                    Variables = [new("DVC_SITE_CACHE_DIR")],
                    Markers = ["repo"],
                },
            ],
        },
        new()
        {
            Name = "ray",
            Title = "Ray sessions and spilled objects",
            Reference = "https://docs.ray.io/en/latest/ray-core/configure.html",
            Places =
            [
                new()
                {
                    Defaults = ["{tmp}/ray"],
                    Variables = [new("RAY_TMPDIR", "ray")],
                    Markers = ["session_*", "ray_current_cluster"],
                },
            ],
        },
        new()
        {
            Name = "dask",
            Title = "Dask scratch space",
            Reference = "https://docs.dask.org/en/stable/configuration.html",
            Places =
            [
                new()
                {
                    Defaults = ["{tmp}/dask-scratch-space", "{tmp}/dask-scratch-space-[0-9]*"],
                    Variables = [new("DASK_TEMPORARY_DIRECTORY", "dask-scratch-space*")],
                    Markers = ["worker-*", "scheduler-*", "nanny-*", "global.lock", "purge.lock"],
                },
            ],
        },
        new()
        {
            Name = "spark",
            Title = "Spark local directories",
            Reference = "https://spark.apache.org/docs/latest/configuration.html#application-properties",
            Places =
            [
                new()
                {
                    Defaults = ["{tmp}/spark-" + Uuid],
                    Variables = [new("SPARK_LOCAL_DIRS", "spark-" + Uuid) { Separators = "," }],
                    Markers = ["blockmgr-*", "userFiles-*", "executor-*", "pyspark-*", "repl-*", "artifacts-*"],
                },
                new()
                {
                    Defaults = ["{tmp}/blockmgr-" + Uuid],
                    Variables = [new("SPARK_LOCAL_DIRS", "blockmgr-" + Uuid) { Separators = "," }],
                    Markers = ["[0-9a-f][0-9a-f]"],
                },
            ],
        },
        new()
        {
            Name = "jupyter",
            Title = "Jupyter connection files",
            Reference = "https://docs.jupyter.org/en/stable/use/jupyter-directories.html",
            Places =
            [
                new()
                {
                    Defaults = ["{home}/.local/share/jupyter/runtime"],
                    Variables =
                    [
                        new("JUPYTER_RUNTIME_DIR"), new("JUPYTER_DATA_DIR", "runtime"), new("XDG_DATA_HOME", "jupyter/runtime"),
                    ],
                    Markers = ["kernel-*.json", "jpserver-*", "nbserver-*", "jupyter_cookie_secret"],
                },
            ],
        },
        new()
        {
            Name = "matplotlib",
            Title = "Matplotlib fonts and TeX",
            Reference = "https://matplotlib.org/stable/install/environment_variables_faq.html",
            Places =
            [
                new()
                {
                    Defaults = ["{cache}/matplotlib"],
                    Variables = [new("MPLCONFIGDIR")],
                    Markers = ["fontlist-v[0-9]*.json", "tex.cache"],
                },
            ],
        },
        new()
        {
            Name = "tensorboard",
            Title = "TensorBoard instances",
            Reference = "https://github.com/tensorflow/tensorboard/blob/master/tensorboard/manager.py",
            Places = [new() { Defaults = ["{tmp}/.tensorboard-info"], Markers = ["pid-*.info"] }],
        },
    ];
}
