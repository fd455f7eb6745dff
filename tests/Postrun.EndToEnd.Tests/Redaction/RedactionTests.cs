using System.Globalization;
using System.Text.Json.Nodes;
using NJsonSchema;
using Postrun.Evidence;
using Postrun.Model;

namespace Postrun.EndToEnd.Tests;

/// <summary>What a clean-up does about secrets in what stays.</summary>
public sealed class RedactionTests
{
    [Fact]
    public void Logs_are_redacted_and_nothing_else_and_the_exit_code_is_clean()
    {
        using var run = new SecretRun();
        run.Write("logs/train.log", run.Text);
        run.Write("logs/deep/er/eval.log", run.Text + run.Text);
        run.Write("checkpoints/args.txt", run.Text);
        run.Write("reports/eval.json", "{}");
        run.Write("tmp/x.log", run.Text);
        run.Workspace.Postrun("cleanup", "--yes").ShouldExit(0);
        run.Holding(run.Workspace.Home).ShouldBeEmpty();
        run.Read("logs/train.log").ShouldMatch(@"\Astep 1\nusing \[REDACTED:github-personal-access-token:[0-9a-f]{16}\] to push\nstep 2\n\z");
        run.Read("checkpoints/args.txt").ShouldContain("[REDACTED:");
        var report = run.Workspace.Read().Report;
        report.Redactions.Select(static file => (file.Outcome, file.Counts[0].Redacted)).ShouldBe([(FileOutcome.Redacted, 1), (FileOutcome.Redacted, 2), (FileOutcome.Redacted, 1)]);
        report.Incidents.ShouldBeEmpty();
        report.Redaction!.ShouldSatisfyAllConditions(static r => (r.FilesRedacted, r.ValuesRedacted, r.Key).ShouldBe((3, 4, "run")), static r => r.Scanned!.Complete.ShouldBeTrue());
        report.Controls.Single(static control => control.Id == ControlId.Secrets).Status.ShouldBe(ControlStatus.Partial);
        run.Workspace.Verify().ShouldExit(0);
        run.Workspace.Postrun("incident", run.Workspace.EvidenceDirectory).ShouldExit(0);
    }

    [Theory]
    [InlineData("reports/eval.txt", FindingPlace.Evidence)]
    [InlineData("package/train.log", FindingPlace.Package)]
    public async Task Evidence_and_package_are_never_altered_and_a_secret_there_is_an_incident(string path, FindingPlace place)
    {
        using var run = new SecretRun();
        run.Write(path, run.Text);
        run.Workspace.Postrun("cleanup", "--yes").ShouldExit(1);
        run.Read(path).ShouldBe(run.Text);
        run.Holding(run.Workspace.Home).ShouldBe([run.Workspace.At(path)]);
        var file = run.Workspace.Read().Report.Incidents.ShouldHaveSingleItem();
        (file.Place, file.Outcome, file.Places[0].Line).ShouldBe((place, FileOutcome.Incident, 2));
        run.Workspace.Verify().ShouldExit(0);

        var saved = Directory.CreateDirectory(Path.Combine(run.Workspace.Home, "incident")).FullName;
        var told = run.Workspace.Postrun("incident", run.Workspace.EvidenceDirectory, "--save", saved, "--cause", "a token in a command line", "--action", "read it from a file").ShouldExit(1);
        told.Out.ShouldContain("https://github.com/settings/tokens");
        told.Out.ShouldContain(file.Places[0].Fingerprint);
        told.Out.ShouldContain("a token in a command line");
        run.Holds(told.OutBytes).ShouldBeFalse();
        run.Holding(saved).ShouldBeEmpty();
        var record = EvidenceDocument.ReadIncident(File.ReadAllBytes(Path.Combine(saved, "incident.json")));
        record.Credentials.ShouldHaveSingleItem().Places.ShouldHaveSingleItem().Path.ShouldBe(UnixPath.Of(run.Workspace.At(path)));
        record.Steps.Select(static step => step.Title).ShouldBe(["Revoke", "Delete or redact", "Make a clean version", "Record and put right"]);
        var schema = await JsonSchema.FromFileAsync(Path.Combine(AppContext.BaseDirectory, "schemas", "incident.schema.json"), TestContext.Current.CancellationToken);
        schema.Validate(File.ReadAllText(Path.Combine(saved, "incident.json"))).Select(static error => error.ToString()).ShouldBeEmpty();
        // What it suggests for what is harmless is taken by the next clean-up.
        File.WriteAllText(run.Workspace.Config, File.ReadAllText(run.Workspace.Config).Replace("redaction: { logs: [\"/logs/**\"] }", record.SuggestedAllowance, StringComparison.Ordinal));
        run.Workspace.Postrun("cleanup", "--yes").ShouldExit(0);
    }

    /// <summary>Neither a person nor a password has an issuer whose page is known.</summary>
    [Fact]
    public void What_nobody_revokes_is_gone_through_as_well()
    {
        using var run = new SecretRun();
        run.Write("reports/eval.txt", "cliente 529.982.247-25\nurl https://bot:kq8Zr4Tn1Wx9@git.internal.test/data.git\n");
        run.Workspace.Postrun("cleanup", "--yes").ShouldExit(1);
        run.Workspace.Postrun("incident", run.Workspace.EvidenceDirectory).ShouldExit(1).Out.ShouldContain("url-password");
    }

    [Fact]
    public void A_plan_says_what_is_looked_through_and_what_may_be_rewritten()
    {
        using var run = new SecretRun();
        run.Write("logs/a.log", "x");
        run.Write("reports/a.json", "{}");
        var plan = JsonNode.Parse(run.Workspace.Postrun("plan", "--output", "json").ShouldExit(0).OutBytes)!["plan"]!;
        plan["redaction"]!["key"]!.GetValue<string>().ShouldBe("run");
        plan["decisions"]!.AsArray().Select(static decision => decision!["place"]?.GetValue<string>()).Where(static place => place is not null).Order().ShouldBe(["evidence", "log", "package"]);
        run.Workspace.Postrun("plan").ShouldExit(0).Out.ShouldContain("redact as a log");
    }

    [Fact]
    public void A_plan_that_was_changed_to_rewrite_evidence_is_refused()
    {
        using var run = new SecretRun();
        run.Write("reports/a.txt", run.Text);
        var document = JsonNode.Parse(run.Workspace.Postrun("plan", "--output", "json").ShouldExit(0).OutBytes)!;
        foreach (var decision in document["plan"]!["decisions"]!.AsArray())
            if (decision!["place"] is not null)
                decision["place"] = "log";
        document["digest"] = CanonicalJson.Digest(CanonicalJson.Serialize(System.Text.Json.JsonSerializer.SerializeToElement(document["plan"])));
        var file = Path.Combine(run.Workspace.Home, "plan.json");
        File.WriteAllText(file, document.ToJsonString());
        run.Workspace.Postrun("apply", file).ShouldExit(2).Error.ShouldContain("would rewrite");
        run.Read("reports/a.txt").ShouldBe(run.Text);
    }

    [Fact]
    public void Where_it_is_off_nothing_is_looked_at()
    {
        using var run = new SecretRun();
        run.Write("logs/a.log", run.Text);
        File.WriteAllText(run.Workspace.Config, File.ReadAllText(run.Workspace.Config).Replace("redaction: {", "redaction: { enabled: false,", StringComparison.Ordinal));
        run.Workspace.Postrun("cleanup", "--yes").ShouldExit(0);
        run.Read("logs/a.log").ShouldBe(run.Text);
        var report = run.Workspace.Read().Report;
        report.Redaction.ShouldBeNull();
        report.Controls.Single(static control => control.Id == ControlId.Secrets).Status.ShouldBe(ControlStatus.NotCovered);
    }

    [Fact]
    public void A_key_of_the_tenant_gives_equal_values_equal_pseudonyms_in_all_runs()
    {
        using var run = new SecretRun();
        var key = Path.Combine(run.Workspace.Home, "pseudonyms.key");
        File.WriteAllText(key, new string('a', 64) + "\n");
        File.WriteAllText(run.Workspace.Config, File.ReadAllText(run.Workspace.Config).Replace("redaction: {", $"redaction: {{ key: \"{key}\",", StringComparison.Ordinal));
        run.Write("logs/a.log", run.Text);
        run.Workspace.Postrun("cleanup", "--yes").ShouldExit(0);
        run.Write("logs/b.log", run.Text);
        run.Workspace.Postrun("cleanup", "--yes").ShouldExit(0);
        run.Read("logs/b.log").ShouldBe(run.Read("logs/a.log"));
        File.WriteAllText(key, "too short");
        run.Workspace.Postrun("plan").ShouldExit(2).Error.ShouldContain("64 hexadecimal digits");
    }

    [Fact]
    public void Nothing_of_a_value_is_left_in_the_memory_of_the_process_when_it_ends()
    {
        using var run = new SecretRun();
        for (var i = 0; i < 40; i++)
            run.Write($"logs/{i}.log", run.Text);
        run.Write("reports/eval.txt", run.Text);
        // Held up on its way out: everything it had is still there.
        using var running = run.Workspace.StartTraced(["-e", "trace=exit_group", "-e", "inject=exit_group:delay_enter=30s"], "cleanup", "--yes");
        var process = running.Process.Id;
        SpinWait.SpinUntil(() => (IsDone(run) && State(process) is ('T' or 't')) || running.Process.HasExited, TimeSpan.FromSeconds(60)).ShouldBeTrue();
        running.Process.HasExited.ShouldBeFalse();
        var regions = Holding(run, process);
        Native.Signal(process, 9);
        running.Wait();
        regions.ShouldBeEmpty();
    }

    /// <summary>Nothing but the way out is left to do.</summary>
    private static bool IsDone(SecretRun run) =>
        File.Exists(Path.Combine(run.Workspace.EvidenceDirectory, "evidence.sigstore.json")) && !File.Exists(run.Workspace.Journal);

    private static char State(int process)
    {
        try
        {
            return File.ReadAllText($"/proc/{process}/stat").Split(") ")[1][0];
        }
        catch (IOException)
        {
            return 'X';
        }
    }

    /// <summary>Regions of the memory of a process in which the token stands.</summary>
    private static List<string> Holding(SecretRun run, int process)
    {
        var holding = new List<string>();
        using var memory = File.OpenHandle($"/proc/{process}/mem");
        foreach (var line in File.ReadLines($"/proc/{process}/maps"))
        {
            var fields = line.Split(' ', 6, StringSplitOptions.RemoveEmptyEntries);
            var (from, to) = (fields[0].Split('-')[0], fields[0].Split('-')[1]);
            var start = long.Parse(from, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
            var length = long.Parse(to, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture) - start;
            if (!fields[1].StartsWith("rw", StringComparison.Ordinal) || start < 0)
                continue;
            const int Window = 1 << 20;
            var buffer = new byte[Window + 256];
            for (long at = 0; at < length; at += Window)
            {
                int read;
                try
                {
                    read = RandomAccess.Read(memory, buffer.AsSpan(0, (int)Math.Min(buffer.Length, length - at)), start + at);
                }
                catch (IOException)
                {
                    continue;
                }
                if (run.Holds(buffer.AsSpan(0, read)))
                    holding.Add($"{line} +{at:x}");
            }
        }
        return holding;
    }
}
