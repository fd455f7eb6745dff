using System.Text;
using Postrun.Model;

namespace Postrun.Evidence.Tests;

/// <summary>What the report says of secrets in what stays.</summary>
public sealed class RedactionReportTests
{
    [Fact]
    public async Task A_report_with_every_outcome_validates_and_reads_back()
    {
        var report = Report(Enum.GetValues<FileOutcome>());
        var json = EvidenceDocument.Write(report);
        var schema = await SchemaTests.Schema("cleanup-report");
        schema.Validate(Encoding.UTF8.GetString(json)).Select(static error => error.ToString()).ShouldBeEmpty();
        EvidenceDocument.Write(EvidenceDocument.ReadReport(json)).ShouldBe(json);
        report.Incidents.ShouldHaveSingleItem().Outcome.ShouldBe(FileOutcome.Incident);
        report.Redactions.Select(static file => file.Outcome).ShouldBe([FileOutcome.Redacted, FileOutcome.Reported, FileOutcome.Left], ignoreOrder: true);
        report.Redaction!.ShouldSatisfyAllConditions(
            static r => (r.FilesRedacted, r.ValuesRedacted, r.FilesLeft, r.Incidents).ShouldBe((1, 3, 1, 1)), static r => r.Scanned.ShouldBe(new(10, 1000, 1, 0, true)));
    }

    [Theory]
    [InlineData(FileOutcome.Redacted, ControlStatus.Partial, null)]
    [InlineData(FileOutcome.Reported, ControlStatus.Partial, null)]
    [InlineData(FileOutcome.Left, ControlStatus.NotMet, ControlFindingCode.UnredactedFiles)]
    [InlineData(FileOutcome.Incident, ControlStatus.NotMet, ControlFindingCode.SecretIncidents)]
    public void The_control_is_judged_by_what_waits_for_a_person(FileOutcome outcome, ControlStatus status, ControlFindingCode? code)
    {
        var control = Report(outcome).Controls.Single(static control => control.Id == ControlId.Secrets);
        control.Status.ShouldBe(status);
        if (code is { } expected)
            control.Findings.ShouldContain(new ControlFinding(expected, 1));
        control.Findings.ShouldContain(static finding => finding.Code == ControlFindingCode.NoRevocation);
    }

    [Fact]
    public void A_report_of_a_clean_up_that_died_before_it_looked_reads_back()
    {
        var json = EvidenceDocument.Write(Build(Execution([]) with { Scanned = null }));
        EvidenceDocument.Write(EvidenceDocument.ReadReport(json)).ShouldBe(json);
    }

    [Fact]
    public void What_was_not_looked_through_to_its_end_is_not_met() =>
        Build(Execution([]) with { Scanned = new(3, 30, 0, 0, false) }).Controls.Single(static control => control.Id == ControlId.Secrets).Status.ShouldBe(ControlStatus.NotMet);

    [Theory]
    [InlineData(ReportLanguage.English)]
    [InlineData(ReportLanguage.BrazilianPortuguese)]
    public void The_page_shows_rules_and_places_of_both(ReportLanguage language)
    {
        var sample = Sample.Good();
        using var page = new StringWriter();
        HtmlReport.Write(page, Report(Enum.GetValues<FileOutcome>()), EvidencePackage.Build(sample.Execution, sample.Removed, 0, null).Manifest, language, signed: false);
        page.ToString().ShouldContain("12: github-personal-access-token 0123456789abcdef");
        page.ToString().ShouldContain("/w/reports/&lt;b&gt;.txt");
        page.ToString().ShouldNotContain("<b>.txt");
    }

    [Fact]
    public void Findings_and_what_is_left_and_hashes_have_their_paths_as_they_may_be_shown()
    {
        var execution = Execution(Enum.GetValues<FileOutcome>());
        execution = execution with { Left = [new() { Path = UnixPath.Of("/w/logs/x.log"), Reason = LeftReason.HardLinked, Detail = "why" }] };
        var hashes = new KeptHashList(new Dictionary<UnixPath, string> { [UnixPath.Of("/w/package/model.safetensors")] = new('a', 64) }, IsComplete: true);
        var package = EvidencePackage.Build(execution, Sample.Good().Removed, 1, null, null, hashes, static path => UnixPath.Of("/shown" + path));
        package.Report.Redactions.Concat(package.Report.Incidents).Select(static file => file.Path.ToString()).ShouldAllBe(static path => path.StartsWith("/shown/w/", StringComparison.Ordinal));
        package.Report.Left.ShouldHaveSingleItem().Path.ToString().ShouldBe("/shown/w/logs/x.log");
        package.Manifest.Entries.SelectMany(static entry => entry.Hashes ?? []).ShouldHaveSingleItem().Path.ToString().ShouldBe("/shown/w/package/model.safetensors");
        // Where a plan says the same, and what is to be found missing, stay as they are.
        package.Report.Steps.Select(static step => step.Path.ToString()).ShouldAllBe(static path => path.StartsWith("/w", StringComparison.Ordinal));
    }

    internal static CleanupReport Report(params FileOutcome[] outcomes) => Build(Execution(outcomes));

    private static CleanupReport Build(Execution execution) => EvidencePackage.Build(execution, Sample.Good().Removed, 1, null).Report;

    private static Execution Execution(FileOutcome[] outcomes)
    {
        var execution = Sample.Good().Execution;
        return execution with
        {
            Rounds = [.. execution.Rounds.Select(static round => round with { Plan = round.Plan with { Redaction = new("0123456789abcdef", 700, new("postrun.redaction", "1", "sha256:" + new string('0', 64)), "run") } })],
            Findings = [.. outcomes.Select(File)],
            Scanned = new(10, 1000, 1, 0, true),
        };
    }

    private static FileFindings File(FileOutcome outcome) => new()
    {
        Path = UnixPath.Of(outcome == FileOutcome.Incident ? "/w/reports/<b>.txt" : $"/w/logs/{outcome}.log"),
        Step = 0,
        Place = outcome == FileOutcome.Incident ? FindingPlace.Evidence : FindingPlace.Log,
        Outcome = outcome,
        RuleSet = "0123456789abcdef",
        Counts =
        [
            new("github-personal-access-token", "GitHub personal access token", true, FindingSeverity.Critical, true,
                outcome switch { FileOutcome.Incident => FindingAction.Fail, FileOutcome.Reported => FindingAction.Report, _ => FindingAction.Redact },
                3, outcome == FileOutcome.Redacted ? 3 : 0, [new("redaction.default", "why")]),
        ],
        Places = outcome is FileOutcome.Incident or FileOutcome.Left ? [new("github-personal-access-token", "0123456789abcdef", 12, 340, 40), new("github-personal-access-token", "0123456789abcdef", 14, 400, 40)] : [],
        BytesBefore = 500,
        Sha256Before = new('a', 64),
        BytesAfter = outcome == FileOutcome.Redacted ? 480 : null,
        Sha256After = outcome == FileOutcome.Redacted ? new('b', 64) : null,
        Lost = outcome == FileOutcome.Redacted ? ["security.ima"] : [],
        Detail = outcome is FileOutcome.Redacted or FileOutcome.Reported ? null : "is never rewritten",
    };

}
