using System.Runtime.CompilerServices;
using System.Text;
using NJsonSchema;
using Postrun.Model;

namespace Postrun.Evidence.Tests;

/// <summary>From a report to what a person has to do.</summary>
public sealed class IncidentTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private static IncidentRecord? Build(params FileOutcome[] outcomes) =>
        IncidentBuilder.Build(RedactionReportTests.Report(outcomes), "sha256:" + new string('1', 64), Now, static rule => $"https://example.com/{rule}", null, null);

    [Fact]
    public void Where_no_finding_waits_for_a_person_there_is_none() => Build(FileOutcome.Redacted, FileOutcome.Reported).ShouldBeNull();

    [Fact]
    public void Equal_fingerprints_are_one_credential_wherever_they_are_and_what_is_not_listed_is_counted()
    {
        var record = Build(FileOutcome.Incident, FileOutcome.Left)!;
        record.Files.Length.ShouldBe(2);
        record.Credentials.Length.ShouldBe(2);
        var (listed, unlisted) = (record.Credentials.Single(static c => c.Fingerprint is not null), record.Credentials.Single(static c => c.Fingerprint is null));
        (listed.Found, listed.Places.Length, unlisted.Found).ShouldBe((4, 4, 2));
        listed.RevokeAt.ShouldBe("https://example.com/github-personal-access-token");
        record.Steps[0].Actions.ShouldContain(static action => action.Contains("0123456789abcdef", StringComparison.Ordinal));
        EvidenceDocument.Write(EvidenceDocument.ReadIncident(EvidenceDocument.Write(record))).ShouldBe(EvidenceDocument.Write(record));
    }

    [Fact]
    public void Cause_and_action_are_taken_over_and_else_left_to_be_filled_in()
    {
        Build(FileOutcome.Incident)!.Correction.Cause.ShouldBe("to be filled in");
        IncidentBuilder.Build(RedactionReportTests.Report(FileOutcome.Incident), "sha256:1", Now, static _ => "", "a", "b")!.Correction.ShouldSatisfyAllConditions(
            static c => c.Cause.ShouldBe("a"), static c => c.CorrectiveAction.ShouldBe("b"));
    }

    /// <summary>Every outcome that waits for a person, alone and with others, with and without what may be absent.</summary>
    [Theory]
    [InlineData(FileOutcome.Incident)]
    [InlineData(FileOutcome.Left)]
    [InlineData(FileOutcome.Incident, FileOutcome.Left, FileOutcome.Redacted)]
    public async Task A_record_validates(params FileOutcome[] outcomes)
    {
        var schema = await JsonSchema.FromFileAsync(Schema());
        var json = Encoding.UTF8.GetString(EvidenceDocument.Write(Build(outcomes)!));
        schema.Validate(json).Select(static error => error.ToString()).ShouldBeEmpty();
        foreach (var name in new[] { "\"rule\"", "\"steps\"", "\"line\"", "\"why\"", "\"cause\"", "\"IncidentRecord\"" })
            schema.Validate(json.Replace(name, "\"other\"", StringComparison.Ordinal)).ShouldNotBeEmpty(name);
    }

    [Fact]
    public void A_label_in_a_name_is_any_letters_in_what_is_suggested()
    {
        var report = RedactionReportTests.Report(FileOutcome.Incident);
        report = report with { Incidents = [report.Incidents[0] with { Path = UnixPath.Of("/w/reports/a*[REDACTED:aws-key:0123456789abcdef]_[x].txt") }] };
        IncidentBuilder.Build(report, "sha256:1", Now, static _ => "", null, null)!.SuggestedAllowance.ShouldContain("""path: "reports/a\\**_\\[x\\].txt",""");
    }

    [Fact]
    public void A_name_of_the_workspace_stays_text_on_the_page()
    {
        var page = Encoding.UTF8.GetString(IncidentPage.Write(Build(FileOutcome.Incident, FileOutcome.Left)!));
        page.ShouldContain("`/w/reports/<b>.txt`");
        // In the fences it stands letter by letter.
        page.Split("```yaml")[0].Replace("`/w/reports/<b>.txt`", "", StringComparison.Ordinal).ShouldNotContain("<b>.");
        page.ShouldContain("## Correction (SCDR)");
        page.Split('\n').Where(static line => line.StartsWith("| ", StringComparison.Ordinal)).ShouldNotBeEmpty();
    }

    private static string Schema([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "../../../schemas/incident.schema.json");
}
