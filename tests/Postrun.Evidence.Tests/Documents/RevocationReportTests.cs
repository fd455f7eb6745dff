using System.Text;
using Postrun.Model;

namespace Postrun.Evidence.Tests;

/// <summary>What the report says of the credentials of the run.</summary>
public sealed class RevocationReportTests
{
    private static readonly DateTimeOffset Seen = new(2026, 1, 31, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_report_with_every_status_validates_and_reads_back()
    {
        var report = Report(RevocationReport.Of([.. Enum.GetValues<RevocationStatus>().Select(Outcome)], [3]));
        var json = EvidenceDocument.Write(report);
        (await SchemaTests.Schema("cleanup-report")).Validate(Encoding.UTF8.GetString(json)).Select(static error => error.ToString()).ShouldBeEmpty();
        EvidenceDocument.Write(EvidenceDocument.ReadReport(json)).ShouldBe(json);
        report.Revocation!.Credentials.Length.ShouldBe(6);
    }

    [Fact]
    public void Proved_to_be_dead_is_said_of_no_other_and_never_met()
    {
        var report = Report(RevocationReport.Of([Outcome(RevocationStatus.RevokedVerified), Outcome(RevocationStatus.ExpiresAt) with { MayLiveOn = null }], []));
        report.RevocationStatement.ShouldBe("Of 2 registered credentials, 1 are revoked and proved to be. Nothing is claimed of what was not registered.");
        var control = Secrets(report);
        control.Status.ShouldBe(ControlStatus.Partial);
        control.Findings.ShouldContain(new ControlFinding(ControlFindingCode.RevokedCredentials, 1));
    }

    [Theory]
    [InlineData(RevocationStatus.Failed)]
    [InlineData(RevocationStatus.RevokeAccepted)]
    [InlineData(RevocationStatus.ManualRequired)]
    public void What_may_live_on_makes_the_control_not_met(RevocationStatus status)
    {
        var report = Report(RevocationReport.Of([Outcome(RevocationStatus.RevokedVerified), Outcome(status)], []));
        Secrets(report).ShouldSatisfyAllConditions(static c => c.Status.ShouldBe(ControlStatus.NotMet), static c => c.Findings.ShouldContain(new ControlFinding(ControlFindingCode.OpenCredentials, 1)));
        report.Revocation!.Clean.ShouldBeFalse();
    }

    [Fact]
    public void A_register_that_cannot_be_read_or_not_whole_makes_the_control_not_met()
    {
        Secrets(Report(RevocationReport.Unknown("does not exist"))).Findings.ShouldContain(new ControlFinding(ControlFindingCode.UnknownCredentials));
        Secrets(Report(RevocationReport.Of([], [2, 7]))).ShouldSatisfyAllConditions(
            static c => c.Status.ShouldBe(ControlStatus.NotMet), static c => c.Findings.ShouldContain(new ControlFinding(ControlFindingCode.DamagedCredentials, 2)));
    }

    [Theory]
    [InlineData(ReportLanguage.English)]
    [InlineData(ReportLanguage.BrazilianPortuguese)]
    public void The_page_shows_what_may_live_on_before_what_was_left(ReportLanguage language)
    {
        var sample = Sample.Good();
        using var page = new StringWriter();
        var report = Report(RevocationReport.Of([Outcome(RevocationStatus.RevokedVerified), Outcome(RevocationStatus.Failed) with { Name = "<b>" }], []));
        HtmlReport.Write(page, report, EvidencePackage.Build(sample.Execution, sample.Removed, 0, null).Manifest, language, signed: false);
        var text = page.ToString();
        text.IndexOf("FAILED", StringComparison.Ordinal).ShouldBeInRange(1, text.IndexOf("REVOKED_VERIFIED", StringComparison.Ordinal));
        text.ShouldContain("&lt;b&gt;");
        text.ShouldNotContain("<b>");
    }

    private static ReportControl Secrets(CleanupReport report) => report.Controls.Single(static control => control.Id == ControlId.Secrets);

    private static RevocationOutcome Outcome(RevocationStatus status) => new()
    {
        Name = $"lease-{status}",
        Kind = CredentialKind.VaultLease,
        Issuer = "https://vault.test/",
        HandleFingerprint = "0123456789abcdef",
        Status = status,
        Proof = "the look-up answered 400",
        At = Seen,
        ExpiresAt = status == RevocationStatus.ExpiresAt ? Seen.AddHours(2) : null,
        MayLiveOn = status == RevocationStatus.RevokedVerified ? null : "nothing proves that it is dead",
    };

    private static CleanupReport Report(RevocationReport revocation)
    {
        var sample = Sample.Good();
        return EvidencePackage.Build(sample.Execution with { Revocation = revocation }, sample.Removed, 1, null).Report;
    }
}
