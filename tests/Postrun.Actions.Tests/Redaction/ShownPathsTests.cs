using Postrun.Model;

namespace Postrun.Actions.Tests;

/// <summary>Paths as signed evidence may show them.</summary>
public sealed class ShownPathsTests
{
    [Fact]
    public void A_value_in_a_name_beneath_a_root_becomes_a_label_and_nothing_else_changes()
    {
        using var sample = new RedactionSample();
        var shown = new ShownPaths(sample.Tools, [UnixPath.Of("/w"), UnixPath.Of("/w/deep")]);
        Show($"/w/logs/token={sample.Token}.log").ShouldMatch(@"^/w/logs/token=\[REDACTED:github-personal-access-token:[0-9a-f]{16}\]\.log$");
        Show($"/w/deep/{sample.Token}/a/b.log").ShouldMatch(@"^/w/deep/\[REDACTED:github-personal-access-token:[0-9a-f]{16}\]/a/b\.log$");
        foreach (var plain in new[] { "/w", "/w/deep", "/w/deep/a.log", "/elsewhere/a.log", "/", "/w/a\\xFFb" })
            Show(plain).ShouldBe(plain);

        string Show(string path) => UnixPath.TryParse(path, out var parsed) ? shown.Of(parsed).ToString() : "";
    }

    [Fact]
    public void Names_that_differ_by_their_values_alone_stay_different()
    {
        using var one = new RedactionSample();
        using var other = new RedactionSample();
        var shown = new ShownPaths(one.Tools, [UnixPath.Of("/w")]);
        shown.Of(UnixPath.Of($"/w/{one.Token}")).ShouldNotBe(shown.Of(UnixPath.Of($"/w/{other.Token}")));
        shown.Of(UnixPath.Of($"/w/{one.Token}")).ShouldBe(shown.Of(UnixPath.Of($"/w/{one.Token}")));
    }

    /// <summary>A root is the operator's own word, and stands in the plan.</summary>
    [Fact]
    public void A_root_stays_as_it_is()
    {
        using var sample = new RedactionSample();
        new ShownPaths(sample.Tools, [UnixPath.Of($"/{sample.Token}")]).Of(UnixPath.Of($"/{sample.Token}/a.log")).ToString().ShouldBe($"/{sample.Token}/a.log");
    }
}
