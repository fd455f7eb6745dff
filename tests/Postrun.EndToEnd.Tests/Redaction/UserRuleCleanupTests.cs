using Postrun.Model;

namespace Postrun.EndToEnd.Tests;

/// <summary>Rules of one's own, which the descriptor names, hold in a clean-up as they do for <c>scan</c> and <c>redact</c>.</summary>
public sealed class UserRuleCleanupTests
{
    private const string Value = "acme_dt_0f1e2d3c4b5a69788796a5b4";

    private const string Rules = """
        rules:
          - id: acme-token
            name: ACME token
            severity: critical
            category: service
            pattern: 'acme_dt_[0-9a-z]{24}'
        """;

    [Fact]
    public void What_they_find_is_redacted_in_logs_and_an_incident_in_evidence()
    {
        using var run = With(Rules);
        run.Write("logs/a.log", $"{Value} and {run.Token}\n");
        run.Write("reports/a.txt", $"{Value}\n");
        run.Workspace.Postrun("cleanup", "--yes").ShouldExit(1);
        run.Read("logs/a.log").ShouldMatch(@"\A\[REDACTED:acme-token:[0-9a-f]{16}\] and \[REDACTED:github-personal-access-token:[0-9a-f]{16}\]\n\z");
        run.Read("reports/a.txt").ShouldBe($"{Value}\n");
        var report = run.Workspace.Read().Report;
        report.Redactions.ShouldHaveSingleItem().Counts.Select(static count => (count.Rule, count.Name, count.Redacted)).ShouldContain(("acme-token", "ACME token", 1));
        report.Incidents.ShouldHaveSingleItem().Counts.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            static count => (count.Rule, count.Action).ShouldBe(("acme-token", FindingAction.Fail)), static count => count.Severity.ShouldBe(FindingSeverity.Critical));
        run.Workspace.Postrun("incident", run.Workspace.EvidenceDirectory).ShouldExit(1).Out.ShouldContain("ACME token");
        Directory.EnumerateFiles(run.Workspace.EvidenceDirectory, "*", SearchOption.AllDirectories).ShouldAllBe(static file => !File.ReadAllText(file).Contains(Value, StringComparison.Ordinal));
    }

    [Fact]
    public void Another_file_of_rules_is_another_version_in_the_report()
    {
        using var run = With(Rules);
        run.Workspace.Postrun("cleanup", "--yes").ShouldExit(0);
        var first = run.Workspace.Read().Report.Redaction!;
        Write(run, Rules.Replace("{24}", "{23}", StringComparison.Ordinal));
        run.Workspace.Postrun("cleanup", "--yes").ShouldExit(0);
        var second = run.Workspace.Read().Report.Redaction!;
        second.Rules.ShouldBe(first.Rules);
        second.RuleSet.ShouldNotBe(first.RuleSet);
    }

    [Fact]
    public void Forms_allowances_and_rules_that_are_taken_out_hold()
    {
        using var run = With(Rules + """

            disable: [registry]
            forms: { acme-token: mask }
            allow:
              - reason: a fixture
                rules: [acme-token]
                paths: ['fixture.log']
            """);
        run.Write("logs/a.log", $"a {Value} b\n");
        run.Write("logs/fixture.log", $"a {Value} b\n");
        run.Workspace.Postrun("cleanup", "--yes").ShouldExit(0);
        run.Read("logs/a.log").ShouldBe($"a {new string('*', Value.Length)} b\n");
        run.Read("logs/fixture.log").ShouldBe($"a {Value} b\n");
    }

    [Theory]
    [InlineData("rules: [{ id: acme-token }]")]
    [InlineData("nonsense: 1")]
    public void Where_they_are_wrong_nothing_is_touched(string rules)
    {
        using var run = With(rules);
        run.Write("logs/a.log", run.Text);
        run.Write("tmp/x", "gone");
        run.Workspace.Postrun("cleanup", "--yes").ShouldExit(2).Error.ShouldContain("rules.yaml");
        run.Read("logs/a.log").ShouldBe(run.Text);
        run.Read("tmp/x").ShouldBe("gone");
    }

    private static SecretRun With(string rules)
    {
        var run = new SecretRun();
        Write(run, rules);
        File.WriteAllText(run.Workspace.Config, File.ReadAllText(run.Workspace.Config).Replace("redaction: {", $"redaction: {{ rules: [\"{Path.Combine(run.Workspace.Home, "rules.yaml")}\"],", StringComparison.Ordinal));
        return run;
    }

    private static void Write(SecretRun run, string rules) => File.WriteAllText(Path.Combine(run.Workspace.Home, "rules.yaml"), rules);
}
