namespace Postrun.EndToEnd.Tests;

/// <summary>A plan that was written before runs as it is, once.</summary>
public sealed class ApplyTests
{
    [Fact]
    public void Runs_a_plan_once()
    {
        using var workspace = Planned(out var plan);
        var before = Listing.Paths(workspace.Root);
        workspace.Postrun("apply", plan).ShouldExit(0);
        Listing.Paths(workspace.Root).ShouldBe(["keep", "keep/a.json"]);
        workspace.Read().ShouldAccountFor(before, workspace.Root);
        workspace.Verify().ShouldExit(0);

        workspace.Write("tmp/b");
        var evidence = Listing.Of(workspace.EvidenceDirectory);
        workspace.Postrun("apply", plan).ShouldExit(2).Error.ShouldContain("once");
        File.Exists(workspace.At("tmp/b")).ShouldBeTrue();
        Listing.Of(workspace.EvidenceDirectory).ShouldBe(evidence);
    }

    [Fact]
    public void Leaves_what_has_changed_since()
    {
        using var workspace = Planned(out var plan);
        File.AppendAllText(workspace.At("tmp/a"), "more");
        workspace.Postrun("apply", plan).ShouldExit(1).Out.ShouldContain("changed since");
        File.Exists(workspace.At("tmp/a")).ShouldBeTrue();
    }

    [Theory]
    [InlineData("\"treatment\": \"keep\"", "\"treatment\": \"delete\"")]
    [InlineData("keep", "kepp")]
    [InlineData("\"fileSystem\": \"", "\"fileSystem\": \"x")]
    public void Refuses_an_edited_plan(string old, string replacement)
    {
        using var workspace = Planned(out var plan);
        var text = File.ReadAllText(plan);
        var edited = text.Replace(old, replacement, StringComparison.Ordinal);
        edited.ShouldNotBe(text);
        File.WriteAllText(plan, edited);
        RefusesUntouched(workspace, plan);
    }

    [Fact]
    public void Refuses_a_plan_that_is_none()
    {
        using var workspace = Planned(out var plan);
        foreach (var text in new[] { "", "{}", "null", "[]", "{\"digest\":\"x\",\"plan\":null}", File.ReadAllText(plan)[..200] })
        {
            File.WriteAllText(plan, text);
            RefusesUntouched(workspace, plan);
        }
    }

    [Fact]
    public void Refuses_when_the_descriptor_has_changed()
    {
        using var workspace = Planned(out var plan);
        File.AppendAllText(workspace.Config, "# changed\n");
        RefusesUntouched(workspace, plan);
    }

    private static Workspace Planned(out string plan)
    {
        var workspace = new Workspace();
        workspace.Write("tmp/a");
        workspace.Write("keep/a.json");
        workspace.Describe("evidence: [\"/keep/**\"]");
        plan = Path.Combine(workspace.Home, "plan.json");
        File.WriteAllBytes(plan, workspace.Postrun("plan", "--output", "json").ShouldExit(0).OutBytes);
        return workspace;
    }

    private static void RefusesUntouched(Workspace workspace, string plan)
    {
        var before = Listing.Of(workspace.Home);
        var result = workspace.Postrun("apply", plan).ShouldExit(2);
        result.Error.ShouldStartWith("postrun: ");
        result.Error.ShouldNotContain("   at ");
        Listing.Of(workspace.Home).ShouldBe(before);
    }
}
