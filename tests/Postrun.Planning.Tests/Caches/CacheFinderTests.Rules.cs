using Postrun.Model;

namespace Postrun.Planning.Tests;

public sealed partial class CacheFinderTests
{
    [Theory]
    [InlineData("/home/ana/.cache")]
    [InlineData("/home/ana/.cache/pip")]
    public void A_symbolic_link_is_not_followed(string path)
    {
        files.Link(path, "/scratch/ana");
        var findings = Find();
        findings.Found.ShouldBeEmpty();
        var refused = findings.Refused.ShouldHaveSingleItem();
        refused.Reason.ShouldBe(LeftReason.SymbolicLink);
        refused.Detail.ShouldContain("declare its target under caches.paths");
        refused.Detail.ShouldContain("/scratch/ana");
    }

    [Theory]
    [InlineData("/scratch/ana")]
    [InlineData("../../scratch/ana")]
    public void A_link_whose_target_is_declared_is_settled(string target)
    {
        files.Link("/home/ana/.cache", target).Directory("/scratch/ana");
        if (!target.StartsWith('/'))
            target = "/scratch/ana";
        var findings = Find(new() { All = true, Paths = [UnixPath.Of("/scratch/ana")] });
        Of(findings).ShouldBe([$"declared ana {target} caches.paths"]);
        // A relative target that goes up is not resolved by its letters.
        findings.Refused.Length.ShouldBe(files.Target(UnixPath.Of("/home/ana/.cache"))!.Value.IsAbsolute ? 0 : 1);
    }

    [Fact]
    public void A_link_on_the_way_is_not_followed()
    {
        files.Link("/scratch", "/data").Directory("/data/ana/c");
        RefusedOf(Find(Paths("/scratch/ana/c"))).ShouldBe(["SymbolicLink /scratch"]);
    }

    [Fact]
    public void A_cache_of_somebody_else_is_refused()
    {
        files.Directory("/home/ana/.cache/pip", 0).File("/home/ana/.cache/pip/http-v2").Directory("/data/c", 1001);
        RefusedOf(Find(new() { All = true, Paths = [UnixPath.Of("/data/c")] }))
            .ShouldBe(["NotOwned /data/c", "NotOwned /home/ana/.cache/pip"]);
    }

    [Fact]
    public void What_others_have_under_a_pattern_is_none_of_ours()
    {
        const string name = "/tmp/spark-3b1d2c4e-8a3f-4c11-9a55-0123456789ab";
        files.Directory(name, 1001).File(name + "/x").Link("/tmp/dask-scratch-space-7", "/etc", 1001).Directory("/tmp/spark-mine").File("/tmp/spark-mine/x");
        Find().Found.ShouldBeEmpty();
        Find().Refused.ShouldBeEmpty();
    }

    [Fact]
    public void What_cannot_be_looked_at_is_said_once()
    {
        files.Directory("/home/ana/.cache", 0).Directory("/home/ana/.cache/pip").Unreadable.Add(UnixPath.Of("/home/ana/.cache/pip"));
        files.File("/home/ana/.cache/pip/x");
        RefusedOf(Find()).ShouldBe(["Unreadable /home/ana/.cache/pip"]);
    }

    [Fact]
    public void Something_that_is_no_directory_is_refused()
    {
        files.File("/home/ana/.cache/pip");
        RefusedOf(Find()).ShouldBe(["Other /home/ana/.cache/pip"]);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/data")]
    [InlineData("/home")]
    [InlineData("/home/ana")]
    [InlineData("/home/rui")]
    [InlineData("/home/ana/")]
    [InlineData("/home/./ana")]
    [InlineData("/etc")]
    [InlineData("/etc/pip")]
    [InlineData("/usr")]
    [InlineData("/usr/lib/x")]
    [InlineData("/var")]
    [InlineData("/var/lib")]
    [InlineData("/tmp")]
    [InlineData("/dev/shm")]
    [InlineData("/data/homes")]
    public void No_location_is_too_important_to_be_named(string path)
    {
        var somebody = new UserAccount("eva", 1002, UnixPath.Of("/data/homes/eva"));
        var tree = new FakeFiles().Directory(path.TrimEnd('/').Replace("/./", "/", StringComparison.Ordinal) is { Length: > 0 } clean ? clean : "/");
        var findings = CacheFinder.Find(Paths(path), [Ana, Rui, Root, somebody], environment, tree);
        findings.Found.ShouldBeEmpty();
        findings.Refused.ShouldHaveSingleItem().Reason.ShouldBe(LeftReason.Other);
    }

    [Theory]
    [InlineData("/data/c")]
    [InlineData("/opt/conda/pkgs")]
    [InlineData("/dev/shm/c")]
    public void A_declared_path_needs_no_marker(string path)
    {
        files.Directory(path).File(path + "/anything");
        Of(Find(Paths(path, path + "/"))).ShouldBe([$"declared ana {path} caches.paths"]);
    }

    [Fact]
    public void Only_the_outermost_of_nested_findings_stays()
    {
        files.Directory("/home/ana/.cache/pip").File("/home/ana/.cache/pip/x").Directory("/home/ana/.cache/pip/http-v2");
        var findings = Find(new() { All = true, Paths = [UnixPath.Of("/home/ana/.cache/pip/http-v2"), UnixPath.Of("/home/ana/.cache/pip")] });
        Of(findings).ShouldBe(["pip ana /home/ana/.cache/pip default"]);
    }

    [Fact]
    public void A_declaration_settles_a_refusal()
    {
        environment["PIP_CACHE_DIR"] = "/data/c";
        files.Directory("/data/c").File("/data/c/x");
        Find().Refused.ShouldNotBeEmpty();
        Find(new() { All = true, Paths = [UnixPath.Of("/data/c")] }).Refused.ShouldBeEmpty();
    }
}
