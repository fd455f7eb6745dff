using Postrun.Model;

namespace Postrun.Planning.Tests;

public sealed partial class CacheFinderTests
{
    private static readonly UserAccount Root = new("root", 0, UnixPath.Of("/root"));
    private static readonly UserAccount Ana = new("ana", 1000, UnixPath.Of("/home/ana")) { IsCurrent = true };
    private static readonly UserAccount Rui = new("rui", 1001, UnixPath.Of("/home/rui"));

    private readonly FakeFiles files = new();
    private readonly Dictionary<string, string> environment = [];

    private CacheFindings Find(CacheSelection? selection = null) =>
        CacheFinder.Find(selection ?? new() { All = true }, [Root, Ana, Rui], environment, files);

    private static CacheSelection Paths(params string[] paths) => new() { Paths = [.. paths.Select(UnixPath.Of)] };

    private static string[] Of(CacheFindings findings) => [.. findings.Found.Select(cache => $"{cache.Name} {cache.User} {cache.Path} {cache.Via}")];

    private static string[] RefusedOf(CacheFindings findings) => [.. findings.Refused.Select(item => $"{item.Reason} {item.Path}")];

    [Theory]
    [InlineData("pip", "/home/ana/.cache/pip")]
    [InlineData("huggingface", "/home/ana/.cache/huggingface/hub")]
    [InlineData("huggingface", "/home/ana/.cache/huggingface/datasets")]
    [InlineData("conda", "/home/ana/miniconda3/pkgs")]
    [InlineData("npm", "/home/ana/.npm/_cacache")]
    [InlineData("nltk", "/home/ana/nltk_data")]
    [InlineData("dvc", "/var/tmp/dvc")]
    [InlineData("inductor", "/tmp/torchinductor_ana")]
    [InlineData("spark", "/tmp/spark-3b1d2c4e-8a3f-4c11-9a55-0123456789ab")]
    [InlineData("dask", "/tmp/dask-scratch-space-1000")]
    public void Finds_a_cache_where_it_lies_by_default(string name, string path)
    {
        files.File(path + "/x").Directory(path);
        Of(Find()).ShouldBe([$"{name} ana {path} default"]);
        Of(Find(new() { Names = [name] })).ShouldNotBeEmpty();
        Of(Find(new())).ShouldBeEmpty();
    }

    [Fact]
    public void A_cache_that_holds_nothing_is_none()
    {
        files.Directory("/home/ana/.cache/pip");
        Find().Found.ShouldBeEmpty();
        Find().Refused.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("PIP_CACHE_DIR", "/data/c", "pip", "/data/c", "http-v2")]
    [InlineData("HF_HOME", "/data/hf", "huggingface", "/data/hf/hub", "models--x--y")]
    [InlineData("HF_HUB_CACHE", "/data/hub/", "huggingface", "/data/hub", "CACHEDIR.TAG")]
    [InlineData("XDG_CACHE_HOME", "/data//x/.", "uv", "/data/x/uv", "simple-v16")]
    [InlineData("TMPDIR", "/data/tmp", "ray", "/data/tmp/ray", "session_1")]
    [InlineData("TRITON_CACHE_DIR", "/data/t", "triton", "/data/t", "ABC/__grp__kernel.json")]
    [InlineData("SPARK_LOCAL_DIRS", "/other,/data/s", "spark", "/data/s/blockmgr-3b1d2c4e-8a3f-4c11-9a55-0123456789ab", "0a")]
    [InlineData("CONDA_PKGS_DIRS", "/data/p1:/data/p2", "conda", "/data/p2", "urls.txt")]
    [InlineData("XLA_FLAGS", "--a=b --xla_dump_to=/data/xla", "jax", "/data/xla", "module_0001.jit_f.before.txt")]
    [InlineData("CUDA_COREDUMP_FILE", "/data/dumps/core_%h_%p.nvcudmp", "cuda", "/data/dumps", "core_a_1.nvcudmp")]
    public void A_variable_moves_a_cache_that_is_recognised(string variable, string value, string name, string path, string marker)
    {
        environment[variable] = value;
        files.Directory(path);
        Find().Refused.ShouldBeEmpty();
        files.File(path + "/whatever.bin");
        var before = Find();
        before.Found.ShouldBeEmpty();
        RefusedOf(before).ShouldBe([$"Undecided {path}"]);

        var recognised = new FakeFiles().File(path + "/" + marker).Directory(path);
        Of(CacheFinder.Find(new() { All = true }, [Ana], environment, recognised)).ShouldBe([$"{name} ana {path} {variable}"]);
    }

    [Fact]
    public void The_strongest_variable_decides_and_the_default_is_then_not_looked_at()
    {
        environment["HF_HUB_CACHE"] = "/data/hub";
        environment["HF_HOME"] = "/data/hf";
        files.Directory("/data/hub").File("/data/hub/models--a--b")
            .Directory("/data/hf/hub").File("/data/hf/hub/models--a--b")
            .Directory("/home/ana/.cache/huggingface/hub").File("/home/ana/.cache/huggingface/hub/models--a--b");
        Of(Find()).ShouldBe(["huggingface ana /data/hub HF_HUB_CACHE"]);
    }

    [Fact]
    public void A_variable_that_repeats_the_default_needs_no_marker()
    {
        environment["HF_HOME"] = "/home/ana/.cache/huggingface";
        files.Directory("/home/ana/.cache/huggingface/assets").File("/home/ana/.cache/huggingface/assets/mine");
        Of(Find()).ShouldBe(["huggingface ana /home/ana/.cache/huggingface/assets HF_HOME"]);
    }

    [Theory]
    [InlineData("cache")]
    [InlineData("../cache")]
    [InlineData("/data/../etc/cache")]
    [InlineData("~/cache")]
    public void A_relative_variable_is_refused(string value)
    {
        environment["PIP_CACHE_DIR"] = value;
        files.Directory("/home/ana/.cache/pip").File("/home/ana/.cache/pip/http-v2");
        var findings = Find();
        findings.Found.ShouldBeEmpty();
        findings.Refused.ShouldHaveSingleItem().Detail.ShouldStartWith("PIP_CACHE_DIR ");
    }

    [Fact]
    public void An_empty_variable_is_unset()
    {
        environment["PIP_CACHE_DIR"] = "";
        environment["XDG_CACHE_HOME"] = "";
        files.Directory("/home/ana/.cache/pip").File("/home/ana/.cache/pip/http-v2");
        Of(Find()).ShouldBe(["pip ana /home/ana/.cache/pip default"]);
    }

    [Fact]
    public void Other_users_get_no_part_of_the_environment()
    {
        environment["HOME"] = "/data/home";
        environment["XDG_CACHE_HOME"] = "/data/c";
        files.Directory("/home/rui/.cache/pip", 1001).File("/home/rui/.cache/pip/http-v2")
            .Directory("/data/home/nltk_data").File("/data/home/nltk_data/x");
        Of(Find(new() { All = true, Users = ["rui"] })).ShouldBe(["pip rui /home/rui/.cache/pip default"]);
        Of(Find(new() { All = true, Users = ["rui", "ana"] })).ShouldBe(
            ["nltk ana /data/home/nltk_data default", "pip rui /home/rui/.cache/pip default"]);
    }

    [Fact]
    public void Credentials_beside_a_cache_stay_out_of_it()
    {
        files.Directory("/home/ana/.cache/huggingface/hub").File("/home/ana/.cache/huggingface/hub/models--a--b")
            .File("/home/ana/.cache/huggingface/token");
        Of(Find()).ShouldBe(["huggingface ana /home/ana/.cache/huggingface/hub default"]);

        // The hub cache taken for the home of the hub.
        environment["HF_HUB_CACHE"] = "/home/ana/.cache/huggingface";
        files.Directory("/home/ana/.cache/huggingface").File("/home/ana/.cache/huggingface/models--a--b");
        RefusedOf(Find()).ShouldBe(["Undecided /home/ana/.cache/huggingface"]);
    }

    [Fact]
    public void Settings_and_repositories_make_a_directory_more_than_a_cache()
    {
        environment["MPLCONFIGDIR"] = "/data/mpl";
        environment["PIP_CACHE_DIR"] = "/data/repo";
        environment["UV_CACHE_DIR"] = "/data/uv";
        files.Directory("/data/mpl").File("/data/mpl/fontlist-v390.json").File("/data/mpl/matplotlibrc")
            .Directory("/data/repo").File("/data/repo/http").Directory("/data/repo/.git")
            .Directory("/data/uv").File("/data/uv/simple-v16").File("/data/uv/.git");
        var findings = Find();
        Of(findings).ShouldBe(["uv ana /data/uv UV_CACHE_DIR"]);
        RefusedOf(findings).ShouldBe(["Undecided /data/mpl", "Undecided /data/repo"]);
    }

    [Fact]
    public void Unknown_names_are_named()
    {
        var selection = new CacheSelection { Names = ["pip", "pipp"], Users = ["nobody-here"] };
        CacheFinder.Check(selection, [Ana]).ShouldSatisfyAllConditions(
            problems => problems.Length.ShouldBe(2),
            problems => problems[0].ShouldContain("\"pipp\""),
            problems => problems[1].ShouldContain("\"nobody-here\""));
        Should.Throw<ArgumentException>(() => Find(selection));
    }
}
