using Postrun.Evidence;

namespace Postrun.EndToEnd.Tests;

/// <summary>A value in the name of a file does not get into signed evidence either.</summary>
public sealed class SecretNameTests
{
    [Fact]
    public void Nothing_that_a_clean_up_leaves_beside_the_workspace_holds_a_value_from_a_name()
    {
        using var run = new SecretRun();
        File.WriteAllText(run.Workspace.Config, File.ReadAllText(run.Workspace.Config).Replace("confirmation: listed", "confirmation: hashed", StringComparison.Ordinal));
        run.Write($"logs/token={run.Token}.log", run.Text);
        run.Write($"logs/{run.Token}/quiet.log", "nothing");
        run.Write($"logs/linked-{run.Token}.log", run.Text);
        Native.HardLink(run.Workspace.At($"logs/linked-{run.Token}.log"), run.Workspace.At("logs/b.log"));
        run.Write($"reports/token={run.Token}.txt", run.Text);

        var result = run.Workspace.Postrun("cleanup", "--yes").ShouldExit(1);
        ShouldNotHold(run, result);
        run.Holding(run.Workspace.EvidenceDirectory).ShouldBeEmpty();
        File.Exists(run.Workspace.Journal).ShouldBeFalse();
        run.Workspace.Verify().ShouldExit(0);

        var saved = Directory.CreateDirectory(Path.Combine(run.Workspace.Home, "incident")).FullName;
        ShouldNotHold(run, run.Workspace.Postrun("incident", run.Workspace.EvidenceDirectory, "--save", saved).ShouldExit(1));
        ShouldNotHold(run, run.Workspace.Postrun("report", run.Workspace.EvidenceDirectory, "--html", Path.Combine(saved, "report.html")).ShouldExit(0));
        run.Holding(saved).ShouldBeEmpty();

        // The names are still there, each a different one, and so they are in the evidence.
        const string Label = @"\[REDACTED:github-personal-access-token:[0-9a-f]{16}\]";
        var evidence = run.Workspace.Read();
        evidence.Report.Incidents.ShouldHaveSingleItem().Path.ToString().ShouldMatch($@"/work/reports/token={Label}\.txt$");
        evidence.Report.Redactions.Select(static file => file.Path.ToString()).ShouldSatisfyAllConditions(
            paths => paths.ShouldContain(run.Workspace.At("logs/b.log")), paths => paths.Distinct().Count().ShouldBe(3));
        evidence.Report.Left.Length.ShouldBe(2);
        evidence.Report.Left[1].Path.ToString().ShouldMatch($@"/work/logs/linked-{Label}\.log$");
        evidence.Manifest.Entries.SelectMany(static entry => entry.Hashes ?? []).Select(static hash => hash.Path.ToString()).ShouldContain(path => path.Contains("quiet.log", StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_suggested_for_such_a_name_is_taken_by_the_next_clean_up()
    {
        using var run = new SecretRun();
        run.Write($"reports/token={run.Token}.txt", run.Text);
        run.Workspace.Postrun("cleanup", "--yes").ShouldExit(1);
        var saved = Directory.CreateDirectory(Path.Combine(run.Workspace.Home, "incident")).FullName;
        run.Workspace.Postrun("incident", run.Workspace.EvidenceDirectory, "--save", saved).ShouldExit(1);
        var allowance = EvidenceDocument.ReadIncident(File.ReadAllBytes(Path.Combine(saved, "incident.json"))).SuggestedAllowance;
        File.WriteAllText(run.Workspace.Config, File.ReadAllText(run.Workspace.Config).Replace("redaction: { logs: [\"/logs/**\"] }", allowance, StringComparison.Ordinal));
        run.Workspace.Postrun("cleanup", "--yes").ShouldExit(0);
    }

    private static void ShouldNotHold(SecretRun run, ToolResult result)
    {
        run.Holds(result.OutBytes).ShouldBeFalse();
        run.Holds(result.ErrorBytes).ShouldBeFalse();
    }
}
