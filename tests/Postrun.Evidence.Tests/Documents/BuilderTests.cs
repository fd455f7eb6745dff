using Postrun.Model;

namespace Postrun.Evidence.Tests;

public sealed class BuilderTests
{
    private static CleanupReport Report(Sample sample, bool signed = true) =>
        ReportBuilder.Build(sample.Execution, sample.Removed, new() { ExitCode = 0, Signed = signed });

    private static ReportControl Control(CleanupReport report, ControlId id) => report.Controls.Single(c => c.Id == id);

    [Fact]
    public void A_clean_run_is_complete_and_claims_no_more_than_it_did()
    {
        var report = Report(Sample.Good());
        report.Status.ShouldBe(ReportStatus.Complete);
        report.Totals.ShouldBe(new(4, 1, 8_008_192, 8192, 13, 3_400_004_096, 0));
        report.Controls.Select(c => c.Id).ShouldBe(Enum.GetValues<ControlId>());
        Control(report, ControlId.Residue).Status.ShouldBe(ControlStatus.Partial);
        Control(report, ControlId.Secrets).Status.ShouldBe(ControlStatus.NotCovered);
        Control(report, ControlId.Retention).Status.ShouldBe(ControlStatus.Met);
        Control(report, ControlId.Orphans).Status.ShouldBe(ControlStatus.Partial);
        Control(report, ControlId.Forensics).Status.ShouldBe(ControlStatus.Partial);
        report.Steps.Where(s => s.Treatment == Treatment.Delete).ShouldAllBe(s => s.Method == new StepMethod("unlink", "deletion"));
        report.Steps.Where(s => s.Treatment == Treatment.Keep).ShouldAllBe(s => s.Method == null);
        report.Methods.ShouldHaveSingleItem().Note.ShouldContain("neither Clear nor Purge");
        report.Revocation.ShouldBeNull();
    }

    [Fact]
    public void The_sums_by_class_and_by_kind_are_the_totals()
    {
        var report = Report(Sample.Build(withUndecided: true, interruption: null));
        report.ByClass.Length.ShouldBe(4);
        report.ByClass.Sum(c => c.BytesFreed).ShouldBe(report.Totals.BytesFreed);
        report.ByClass.Sum(c => c.KeptFiles).ShouldBe(report.Totals.KeptFiles);
        report.ByKind.Sum(c => c.BytesFreed).ShouldBe(report.Totals.BytesFreed);
        report.Steps.Sum(s => s.Removed.Files).ShouldBe(report.Totals.Files);
    }

    [Fact]
    public void A_later_round_has_the_last_word_on_what_is_kept() =>
        // Round 0 keeps 12 files in the package, round 1 sees 13 there: 13 are kept, not 25.
        Report(Sample.Good()).Totals.KeptFiles.ShouldBe(13);

    [Fact]
    public void The_round_with_the_least_protection_is_what_the_report_says()
    {
        Report(Sample.Good()).EvidenceProtection.ShouldBe(new(13, 0));
        Report(Sample.Build(withUndecided: true, interruption: null)).EvidenceProtection.ShouldBe(new(12, 3));
        var sample = Sample.Good();
        Report(sample with { Execution = sample.Execution with { Rounds = [.. sample.Execution.Rounds.Select(static round => round with { Protection = null })] } })
            .EvidenceProtection.ShouldBeNull("an older journal does not say it");
    }

    [Theory]
    [InlineData(LeftReason.Deadline)]
    [InlineData(LeftReason.Interrupted)]
    public void An_interrupted_run_is_incomplete_and_meets_nothing(LeftReason interruption)
    {
        var report = Report(Sample.Build(withUndecided: false, interruption));
        report.Status.ShouldBe(ReportStatus.Incomplete);
        report.Controls.ShouldAllBe(c => c.Status != ControlStatus.Met);
        Control(report, ControlId.Residue).Status.ShouldBe(ControlStatus.NotMet);
        report.FinishedAt.ShouldBeNull();
    }

    [Fact]
    public void A_missing_outcome_alone_makes_it_incomplete()
    {
        var sample = Sample.Good();
        var rounds = sample.Execution.Rounds;
        var cut = sample with { Execution = sample.Execution with { Rounds = rounds.SetItem(1, rounds[1] with { Statuses = [StepStatus.Done] }) } };
        Report(cut).Status.ShouldBe(ReportStatus.Incomplete);
        Report(cut).Steps[^1].Status.ShouldBe(StepStatus.Unknown);
        Report(sample with { Execution = sample.Execution with { FinishedAt = null } }).Status.ShouldBe(ReportStatus.Incomplete);
    }

    [Fact]
    public void What_is_left_lowers_the_controls()
    {
        var report = Report(Sample.Build(withUndecided: true, interruption: null), signed: false);
        report.Status.ShouldBe(ReportStatus.Complete);
        Control(report, ControlId.Residue).Status.ShouldBe(ControlStatus.NotMet);
        Control(report, ControlId.Residue).Findings.ShouldContain(new ControlFinding(ControlFindingCode.LeftItems, 2));
        Control(report, ControlId.Retention).Status.ShouldBe(ControlStatus.Partial);
        Control(report, ControlId.Retention).Detail.ShouldContain("Decisions still open: 1.");
        Control(report, ControlId.Forensics).Detail.ShouldContain("not signed");
    }

    [Fact]
    public void The_manifest_says_what_became_of_each_entry()
    {
        var sample = Sample.Build(withUndecided: true, interruption: null);
        var manifest = ManifestBuilder.Build(sample.Execution, sample.Removed, new(new Dictionary<UnixPath, string>
        {
            [UnixPath.Of("/w/package/model.safetensors")] = new('a', 64),
            [UnixPath.Of("/w/tmp/a")] = new('b', 64),
            [UnixPath.Of("/elsewhere")] = new('c', 64),
        }, IsComplete: false));
        manifest.HashesComplete.ShouldBe(false);
        ManifestBuilder.Build(sample.Execution, sample.Removed).HashesComplete.ShouldBeNull();
        manifest.Entries.Select(e => (e.Round, e.Step, e.State)).ShouldBe(
        [
            (0, 0, ManifestState.Kept), (0, 1, ManifestState.Deleted), (0, 2, ManifestState.Deleted), (0, 3, ManifestState.Left),
            (1, 0, ManifestState.Kept), (1, 1, ManifestState.Deleted),
        ]);
        manifest.Entries[3].Class.ShouldBe(DataClass.Undecided);
        manifest.Entries[2].Conflict.ShouldBeTrue();
        // Of two rounds over one path the later one holds the hash; what is not kept has none.
        manifest.Entries.Single(e => e.Hashes is not null).ShouldBe(manifest.Entries[4]);
        manifest.Entries[4].Hashes!.Value.ShouldHaveSingleItem().Path.ShouldBe(UnixPath.Of("/w/package/model.safetensors"));
        manifest.Classes.Select(c => c.Class).ShouldBe([DataClass.Evidence, DataClass.Intermediate, DataClass.Transient, DataClass.Undecided]);
    }

    [Fact]
    public void A_step_that_was_cut_is_partial_or_left()
    {
        var sample = Sample.Build(withUndecided: false, LeftReason.Deadline);
        ManifestBuilder.Build(sample.Execution, sample.Removed).Entries[2].State.ShouldBe(ManifestState.Partial);
        ManifestBuilder.Build(sample.Execution, sample.Removed with { Steps = [] }).Entries[2].State.ShouldBe(ManifestState.Left);
    }

    [Fact]
    public void Documents_come_back_as_they_were()
    {
        var package = EvidencePackage.Build(Sample.Build(true, null, hostile: true).Execution, Sample.Good().Removed, 1, key: null, previousEvidence: "sha256:" + new string('0', 64));
        var report = package.Files.Single(f => f.Name == EvidenceFiles.Report).Content;
        var manifest = package.Files.Single(f => f.Name == EvidenceFiles.Manifest).Content;
        EvidenceDocument.Write(EvidenceDocument.ReadReport(report)).ShouldBe(report);
        EvidenceDocument.Write(EvidenceDocument.ReadManifest(manifest)).ShouldBe(manifest);
        package.Files.ShouldNotContain(f => f.Name == EvidenceFiles.Bundle);
    }

    [Fact]
    public void The_bundle_comes_last()
    {
        using var pair = KeyPair.Generate();
        using var key = SigningKey.FromPem(pair.ExportClearPem(), "");
        EvidencePackage.Build(Sample.Good().Execution, Sample.Good().Removed, 0, key).Files.Select(f => f.Name)
            .ShouldBe(["plan.json", "plan-2.json", "retention_manifest.json", "cleanup_report.json", "evidence.sigstore.json"]);
    }
}
