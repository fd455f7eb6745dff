using Postrun.Model;

namespace Postrun.EndToEnd.Tests;

/// <summary>What the runbooks show is run as a new user would.</summary>
public sealed class RunbookTests
{
    [Fact]
    public void What_an_audit_needs_becomes_evidence_and_the_manifest_says_for_how_long_and_why()
    {
        using var workspace = new Workspace();
        foreach (var file in new[] { "reports/eval.json", "checkpoints/epoch-3.pt", "checkpoints/epoch-4.pt" })
            workspace.Write(file);
        workspace.Describe("evidence: [\"/reports/**\"]\nintermediate: [\"/checkpoints/**\"]", retention: "intermediate: { code: RET-5Y }");
        workspace.Postrun("cleanup", "--quiet").ShouldExit(0);
        var first = workspace.Read();
        workspace.Postrun("verify", workspace.EvidenceDirectory, "--key", workspace.PublicKey).ShouldExit(0);

        var yaml = string.Concat(Lines("needed-for-audit.md").SkipWhile(static line => line.Trim() != "```yaml").Skip(1).TakeWhile(static line => line.Trim() != "```").Select(static line => line[3..] + "\n"));
        File.WriteAllText(workspace.Config, yaml + $"signing: {{ key: {{ file: \"{workspace.Key}\" }} }}\n");
        Run(workspace, "needed-for-audit.md", "work/checkpoints/epoch-3.pt");
        var kept = workspace.Read().Manifest.Entries.Single(static entry => entry.Path.ToString().EndsWith("/checkpoints/epoch-3.pt", StringComparison.Ordinal));
        kept.ShouldSatisfyAllConditions(
            static k => k.Class.ShouldBe(DataClass.Evidence), static k => k.Retention.ShouldBe(RetentionCode.Years(5)),
            static k => k.LegalBasis.ShouldBe("Regulation (EU) 2024/1689, Art. 18"), static k => k.Responsible.ShouldBe("Ada, ML governance"));
        workspace.Read().Report.PreviousEvidence.ShouldNotBeNull();
        first.Manifest.Entries.ShouldNotContain(static entry => entry.Class == DataClass.Evidence && entry.Path.ToString().EndsWith("epoch-3.pt", StringComparison.Ordinal));
    }

    [Fact]
    public void A_volume_that_was_left_is_looked_at_cleaned_and_proved()
    {
        using var volume = Mount.Tmpfs("4m");
        using var workspace = new Workspace(volume.Point);
        workspace.Variables["RUN_ID"] = "volume-7";
        foreach (var file in new[] { "tmp/cache.bin", "reports/eval.json" })
            workspace.Write(file);
        Run(workspace, "orphaned-volumes.md", null);
        Listing.Paths(volume.Point).ShouldContain("reports/eval.json");
        Listing.Paths(volume.Point).ShouldNotContain("tmp/cache.bin");
    }

    /// <summary>The commands of Postrun on the page, one after another.</summary>
    private static void Run(Workspace workspace, string page, string? explained)
    {
        var commands = Lines(page).Select(static line => line.Trim()).Where(static line => line.StartsWith("postrun ", StringComparison.Ordinal)).ToList();
        commands.Count.ShouldBeGreaterThan(2);
        if (explained is not null)
            workspace.Postrun("policy", "explain", explained).ShouldExit(0).Out.ShouldContain("evidence", Case.Insensitive);
        foreach (var command in commands)
            workspace.Postrun([.. command.Split(' ')[1..].Select(word => word switch { "/volume" => workspace.Root, "postrun.pub" => workspace.PublicKey, _ => word })]).ExitCode.ShouldBeOneOf(0, command == "postrun plan" ? 1 : 0);
    }

    private static string[] Lines(string page) => File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "docs", "runbooks", page));
}
