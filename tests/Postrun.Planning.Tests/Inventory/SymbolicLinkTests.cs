using Postrun.Model;

namespace Postrun.Planning.Tests;

public sealed class SymbolicLinkTests
{
    private const string Evidence = "evidence: [\"/reports/**\"]";

    [Fact]
    public void A_file_that_evidence_links_to_is_kept_and_said_to_be_a_conflict()
    {
        using var workspace = new PlannedWorkspace();
        workspace.File("blobs/model.bin");
        workspace.File("blobs/other.bin");
        workspace.Link("reports/model.bin", "../blobs/model.bin");
        var plan = workspace.Plan(Evidence);
        var decision = PlannedWorkspace.Over(plan, "blobs/model.bin");
        decision.Class.ShouldBe(DataClass.Evidence);
        decision.Treatment.ShouldBe(Treatment.Keep);
        decision.Conflict.ShouldBeTrue();
        decision.Reasons.ShouldContain(reason => reason.Rule == "conflict.symbolicLink");
        PlannedWorkspace.Over(plan, "blobs/other.bin").Treatment.ShouldBe(Treatment.Delete);
        plan.Left.ShouldBeEmpty();
    }

    [Fact]
    public void A_directory_that_evidence_links_to_is_kept_whole_and_so_is_every_link_on_the_way()
    {
        using var workspace = new PlannedWorkspace();
        workspace.File("runs/7/a/b.json");
        workspace.File("runs/8/c.json");
        workspace.Link("latest", "runs/7");
        workspace.Link("reports/run", Path.Combine(workspace.Work, "latest"));
        var plan = workspace.Plan(Evidence);
        PlannedWorkspace.Over(plan, "latest").Treatment.ShouldBe(Treatment.Keep);
        PlannedWorkspace.Over(plan, "runs/7/a/b.json").Treatment.ShouldBe(Treatment.Keep);
        PlannedWorkspace.Over(plan, "runs/8/c.json").Treatment.ShouldBe(Treatment.Delete);
    }

    [Fact]
    public void Links_within_what_a_link_leads_to_are_followed_and_all_names_of_a_file_stay()
    {
        using var workspace = new PlannedWorkspace();
        workspace.File("blobs/1");
        workspace.HardLink("blobs", "1", "2");
        workspace.Link("snapshot/weights", "../blobs/1");
        workspace.Link("reports/model", "../snapshot");
        var plan = workspace.Plan(Evidence);
        PlannedWorkspace.Over(plan, "snapshot/weights").Treatment.ShouldBe(Treatment.Keep);
        PlannedWorkspace.Over(plan, "blobs/1").Treatment.ShouldBe(Treatment.Keep);
        PlannedWorkspace.Over(plan, "blobs/2").Treatment.ShouldBe(Treatment.Keep);
    }

    [Fact]
    public void A_root_beneath_a_directory_that_evidence_links_to_is_kept_too()
    {
        using var workspace = new PlannedWorkspace();
        workspace.File("a/reports/x");
        workspace.File("data/b/file");
        workspace.File("data/c/file");
        workspace.Link("a/reports/all", "../../data");
        workspace.Link("a/reports/one", Path.Combine(workspace.Work, "data/c/file"));
        var plan = workspace.Plan("evidence: [\"reports/**\"]", "./work/a", "./work/data/b");
        PlannedWorkspace.Over(plan, "file", root: 1).Treatment.ShouldBe(Treatment.Keep);
        plan.Left.ShouldBeEmpty();
    }

    [Fact]
    public void Every_link_that_is_not_followed_is_reported_though_they_lead_to_one_place()
    {
        using var workspace = new PlannedWorkspace();
        workspace.File("scratch/a");
        workspace.Link("reports/one", "..");
        workspace.Link("reports/two", "..");
        workspace.Plan(Evidence).Left.Select(static item => item.Path.ToString()).ShouldBe([Path.Combine(workspace.Work, "reports/one"), Path.Combine(workspace.Work, "reports/two")]);
    }

    [Fact]
    public void A_file_with_several_names_is_counted_once_however_it_is_listed()
    {
        using var workspace = new PlannedWorkspace();
        // More files than are remembered by name: the directory is listed a second time for the exceptions.
        for (var i = 0; i < 20; i++)
            workspace.File($"many/{i}.tmp");
        workspace.File("many/kept.ev", new string('x', 10_000));
        workspace.HardLink("many", "kept.ev", "other.ev");
        var kept = workspace.Plan("evidence: [\"*.ev\"]").Steps.Where(static step => step.Path.ToString().EndsWith(".ev", StringComparison.Ordinal)).ToList();
        kept.Count.ShouldBe(2);
        kept.Sum(static step => step.Bytes).ShouldBeGreaterThanOrEqualTo(10_000);
        kept.Count(static step => step.Bytes > 0).ShouldBe(1);
    }

    [Theory]
    [InlineData("..")]
    [InlineData(".")]
    [InlineData("../reports/../../work")]
    public void A_link_to_a_directory_around_it_keeps_nothing_more_and_is_reported(string target)
    {
        using var workspace = new PlannedWorkspace();
        workspace.File("scratch/a");
        workspace.Link("reports/here", target);
        var plan = workspace.Plan(Evidence);
        PlannedWorkspace.Over(plan, "scratch/a").Treatment.ShouldBe(Treatment.Delete);
        plan.Left.ShouldHaveSingleItem().Reason.ShouldBe(LeftReason.SymbolicLink);
    }

    [Theory]
    [InlineData("nothing")]
    [InlineData("loop")]
    [InlineData("/etc/passwd")]
    public void A_link_that_leads_nowhere_in_a_circle_or_outside_changes_nothing(string target)
    {
        using var workspace = new PlannedWorkspace();
        workspace.File("scratch/a");
        workspace.Link("reports/loop", target);
        var plan = workspace.Plan(Evidence);
        PlannedWorkspace.Over(plan, "scratch/a").Treatment.ShouldBe(Treatment.Delete);
        PlannedWorkspace.Over(plan, "reports/loop").Treatment.ShouldBe(Treatment.Keep);
        plan.Left.ShouldBeEmpty();
    }

    [Fact]
    public void Links_that_lead_on_for_ever_are_reported_where_they_are_no_longer_followed()
    {
        using var workspace = new PlannedWorkspace();
        workspace.Link("reports/first", "../d00");
        for (var i = 0; i < 12; i++)
        {
            workspace.File($"d{i:d2}/file");
            workspace.Link($"d{i:d2}/next", $"../d{i + 1:d2}");
        }
        var plan = workspace.Plan(Evidence);
        PlannedWorkspace.Over(plan, "d03/file").Treatment.ShouldBe(Treatment.Keep);
        PlannedWorkspace.Over(plan, "d11/file").Treatment.ShouldBe(Treatment.Delete);
        plan.Left.ShouldHaveSingleItem().Reason.ShouldBe(LeftReason.SymbolicLink);
    }

    [Fact]
    public void A_link_that_is_not_evidence_keeps_nothing()
    {
        using var workspace = new PlannedWorkspace();
        workspace.File("reports/a");
        workspace.File("blobs/b");
        workspace.Link("scratch/b", "../blobs/b");
        PlannedWorkspace.Over(workspace.Plan(Evidence), "blobs/b").Treatment.ShouldBe(Treatment.Delete);
    }
}
