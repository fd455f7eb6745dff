using Postrun.Evidence;
using Postrun.Model;

namespace Postrun.EndToEnd.Tests;

/// <summary>The way that most users take, on the sample of the repository.</summary>
public sealed class SampleCleanupTests
{
    private static readonly string[] Intermediates =
    [
        "checkpoints", "checkpoints/step-100", "checkpoints/step-100/model.safetensors", "checkpoints/step-200",
        "checkpoints/step-200/model.safetensors", "checkpoints/step-200/optimizer.bin", "samples", "samples/0001.txt",
    ];

    [Fact]
    public void A_plan_shows_and_touches_nothing()
    {
        using var workspace = Sample.Create();
        var before = Listing.Of(workspace.Home);
        workspace.Postrun("plan").ShouldExit(0).Out.ShouldContain("would go");
        workspace.Postrun("cleanup", "--dry-run").ShouldExit(0);
        Listing.Of(workspace.Home).ShouldBe(before);
    }

    [Theory]
    [InlineData("passed")]
    [InlineData("failed")]
    public void Keeps_evidence_removes_the_rest_and_proves_it(string outcome)
    {
        using var workspace = Sample.Create(outcome);
        var before = Listing.Paths(workspace.Root);
        var cacheBefore = Listing.Paths(Path.Combine(workspace.Home, "home"));
        workspace.Postrun("cleanup").ShouldExit(0);

        // RET-7 after the end of the run in January is over: intermediates go as well.
        Listing.Paths(workspace.Root).ShouldBe(Sample.Kept.Order(StringComparer.Ordinal));
        var evidence = workspace.Read();
        evidence.ShouldAccountFor(before, workspace.Root);
        evidence.Report.Status.ShouldBe(ReportStatus.Complete);
        evidence.RemovedBeneath(workspace.Root).ShouldContain("checkpoints/step-200/optimizer.bin");
        Listing.Paths(Path.Combine(workspace.Home, "home")).ShouldContain(".cache/huggingface/token");
        Listing.Paths(Path.Combine(workspace.Home, "home")).Count.ShouldBeLessThan(cacheBefore.Count);
        File.Exists("/etc/hostname").ShouldBeTrue("a symbolic link was followed");
        workspace.Verify().ShouldExit(0).Out.ShouldContain("paths are gone");
    }

    [Fact]
    public void A_failed_run_is_cleaned_as_a_passed_one()
    {
        using var passed = Sample.Create("passed");
        using var failed = Sample.Create("failed");
        passed.Postrun("cleanup").ShouldExit(0);
        failed.Postrun("cleanup").ShouldExit(0);
        failed.Read().RemovedBeneath(failed.Root).Where(static p => !p.StartsWith("tmp/two", StringComparison.Ordinal))
            .ShouldBe(passed.Read().RemovedBeneath(passed.Root).Where(static p => !p.StartsWith("tmp/two", StringComparison.Ordinal)));
        Listing.Paths(failed.Root).ShouldBe(Listing.Paths(passed.Root));
    }

    [Fact]
    public void Intermediates_that_are_not_due_stay()
    {
        using var workspace = Sample.Create();
        var soon = DateTimeOffset.UtcNow.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", null);
        File.WriteAllText(workspace.Config, File.ReadAllText(workspace.Config).Replace("2026-01-31T12:00:00Z", soon, StringComparison.Ordinal));
        workspace.Postrun("cleanup").ShouldExit(0);
        Listing.Paths(workspace.Root).ShouldBe(Sample.Kept.Concat(Intermediates).Order(StringComparer.Ordinal));
        workspace.Read().Report.ByClass.Single(static row => row.Class == DataClass.Intermediate).KeptFiles.ShouldBe(4);
        workspace.Verify().ShouldExit(0);
    }

    [Fact]
    public void The_report_can_be_read_as_text_and_as_a_page_in_both_languages()
    {
        using var workspace = Sample.Create();
        workspace.Postrun("cleanup").ShouldExit(0);
        workspace.Postrun("report", workspace.EvidenceDirectory).ShouldExit(0).Out.ShouldContain("complete");
        foreach (var (language, word) in new[] { ("en", "<html lang=\"en"), ("pt-BR", "<html lang=\"pt-BR") })
        {
            var page = Path.Combine(workspace.Home, language + ".html");
            workspace.Postrun("report", workspace.EvidenceDirectory, "--html", page, "--language", language).ShouldExit(0);
            File.ReadAllText(page).ShouldContain(word);
        }
    }

    [Fact]
    public void A_second_clean_up_archives_the_first_evidence_and_links_to_it()
    {
        using var workspace = Sample.Create();
        workspace.Postrun("cleanup").ShouldExit(0);
        var first = File.ReadAllBytes(Path.Combine(workspace.EvidenceDirectory, EvidenceFiles.Bundle));
        workspace.Write("tmp/again.bin");
        workspace.Postrun("cleanup").ShouldExit(0);
        var archived = Directory.GetDirectories(Path.Combine(workspace.EvidenceDirectory, "history")).ShouldHaveSingleItem();
        File.ReadAllBytes(Path.Combine(archived, EvidenceFiles.Bundle)).ShouldBe(first);
        workspace.Read().Report.PreviousEvidence.ShouldBe(CanonicalJson.Digest(first));
        workspace.Verify().ShouldExit(0).Out.ShouldContain("1 earlier clean-up was checked, too");
        workspace.Postrun("verify", archived, "--key", workspace.PublicKey, "--elsewhere").ShouldExit(0);
    }

    [Fact]
    public void Hashed_confirmation_proves_content()
    {
        using var workspace = new Workspace();
        workspace.Write("keep/a.json", 300);
        workspace.Write("tmp/b.bin", 70_000);
        workspace.Describe("evidence: [\"/keep/**\"]", confirmation: "hashed");
        workspace.Postrun("cleanup").ShouldExit(0);
        workspace.Read().Removed.Single(static record => record.Type == ItemType.RegularFile).Sha256
            .ShouldBe(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Workspace.Content("tmp/b.bin", 70_000))));
        workspace.Verify().ShouldExit(0);
    }
}
