using System.Collections.Immutable;

namespace Postrun.Planning;

public static partial class CacheCatalogue
{
    private static ImmutableArray<CacheDefinition> PackageManagers =>
    [
        new()
        {
            Name = "pip",
            Title = "pip",
            Reference = "https://pip.pypa.io/en/stable/topics/caching/",
            Places =
            [
                new()
                {
                    Defaults = ["{cache}/pip"],
                    Variables = [new("PIP_CACHE_DIR")],
                    // Not `wheels`: a directory of that name is as often somebody's own collection.
                    Markers = ["http-v2", "http", "selfcheck"],
                },
            ],
        },
        new()
        {
            Name = "uv",
            Title = "uv",
            Reference = "https://docs.astral.sh/uv/concepts/cache/",
            Places =
            [
                new()
                {
                    Defaults = ["{cache}/uv"],
                    Variables = [new("UV_CACHE_DIR")],
                    Markers = ["simple-v[0-9]*", "wheels-v[0-9]*", "archive-v[0-9]*", "sdists-v[0-9]*"],
                },
            ],
        },
        new()
        {
            Name = "conda",
            Title = "conda, mamba",
            Reference = "https://docs.conda.io/projects/conda/en/stable/user-guide/configuration/custom-env-and-pkg-locations.html",
            Places =
            [
                new()
                {
                    Defaults =
                    [
                        "{home}/.conda/pkgs", "{home}/miniconda3/pkgs", "{home}/anaconda3/pkgs", "{home}/miniforge3/pkgs",
                        "{home}/mambaforge/pkgs", "{home}/micromamba/pkgs", "{home}/.local/share/mamba/pkgs",
                        "/opt/conda/pkgs",
                    ],
                    Variables = [new("CONDA_PKGS_DIRS") { Separators = ":," }, new("MAMBA_ROOT_PREFIX", "pkgs")],
                    Markers = ["urls.txt", "urls"],
                },
            ],
        },
        new()
        {
            Name = "poetry",
            Title = "Poetry",
            Reference = "https://python-poetry.org/docs/configuration/#cache-dir",
            Places =
            [
                new()
                {
                    Defaults = ["{cache}/pypoetry/cache"],
                    Variables = [new("POETRY_CACHE_DIR", "cache")],
                    Markers = ["repositories"],
                },
                new()
                {
                    Defaults = ["{cache}/pypoetry/artifacts"],
                    Variables = [new("POETRY_CACHE_DIR", "artifacts")],
                    Markers = ["[0-9a-f][0-9a-f]"],
                },
            ],
        },
        new()
        {
            Name = "npm",
            Title = "npm",
            Reference = "https://docs.npmjs.com/cli/commands/npm-cache",
            Places =
            [
                Npm("_cacache", "content-v[0-9]*", "index-v[0-9]*"),
                Npm("_npx", "[0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f]*"),
                Npm("_logs", "*-debug-*.log"),
            ],
        },
        new()
        {
            Name = "conan",
            Title = "Conan",
            Reference = "https://docs.conan.io/2/reference/environment.html",
            Places =
            [
                new()
                {
                    Defaults = ["{home}/.conan2/p"],
                    Variables = [new("CONAN_HOME", "p")],
                    Markers = ["cache.sqlite3"],
                },
            ],
        },
    ];

    private static CachePlace Npm(string name, params ImmutableArray<string> markers) => new()
    {
        Defaults = ["{home}/.npm/" + name],
        Variables = [new("npm_config_cache", name), new("NPM_CONFIG_CACHE", name)],
        Markers = markers,
    };
}
