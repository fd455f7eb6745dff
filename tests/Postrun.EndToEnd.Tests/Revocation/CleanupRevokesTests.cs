using System.Text;
using Postrun.Doubles;
using Postrun.Model;

namespace Postrun.EndToEnd.Tests;

/// <summary>A clean-up revokes what was issued to the run before it does anything else, and says what may live on.</summary>
public sealed class CleanupRevokesTests : IDisposable
{
    private static readonly string[] Slow = ["--seccomp-bpf", "-e", "trace=unlinkat", "-e", "inject=unlinkat:delay_enter=100000"];

    private readonly VaultRun run = new();
    private readonly Workspace workspace = new();

    public CleanupRevokesTests()
    {
        foreach (var (name, value) in run.Variables)
            workspace.Variables[name] = value;
        workspace.Write("tmp/cache");
        workspace.Write("reports/eval.json");
        workspace.Describe("evidence: [\"/reports/**\"]");
    }

    public void Dispose()
    {
        workspace.Dispose();
        run.Dispose();
    }

    [Fact]
    public void What_is_registered_is_revoked_and_the_signed_report_says_so()
    {
        run.Issue(leases: 20, tokens: 3);
        NameRegister();
        workspace.Postrun("cleanup").ShouldExit(0).Out.ShouldContain("Of 23 registered credentials, 23 are revoked");
        run.Vault.State.Leases.ShouldBeEmpty();
        var report = workspace.Read().Report;
        report.Revocation!.Clean.ShouldBeTrue();
        report.Revocation.Credentials.Length.ShouldBe(23);
        report.Revocation.Credentials.ShouldAllBe(static credential => credential.Status == RevocationStatus.RevokedVerified && credential.MayLiveOn == null);
        workspace.Verify().ShouldExit(0);
        EverythingWritten().ShouldNotContain(VaultState.Root);
    }

    [Fact]
    public void The_environment_may_name_the_register()
    {
        run.Issue(leases: 1, tokens: 0);
        workspace.Variables["POSTRUN_CREDENTIALS"] = run.Register;
        workspace.Postrun("cleanup", "--quiet").ShouldExit(0);
        run.Vault.State.Leases.ShouldBeEmpty();
    }

    [Fact]
    public void Without_a_register_nothing_is_claimed()
    {
        workspace.Postrun("cleanup", "--quiet").ShouldExit(0);
        workspace.Read().Report.ShouldSatisfyAllConditions(static r => r.Revocation.ShouldBeNull(), static r => r.RevocationStatement.ShouldStartWith("None was revoked"));
    }

    [Fact]
    public void What_may_live_on_stands_first_and_the_rest_is_cleaned()
    {
        run.Write(new RunCredential { Name = "wandb", Kind = CredentialKind.Other, RegisteredAt = DateTimeOffset.UtcNow });
        NameRegister();
        workspace.Postrun("cleanup").ShouldExit(1).Out.ShouldStartWith("may live on wandb");
        Listing.Paths(workspace.Root).ShouldBe(["reports", "reports/eval.json"]);
        workspace.Read().Report.ShouldSatisfyAllConditions(static r => r.ExitCode.ShouldBe(1), static r => r.Revocation!.Open.Single().Status.ShouldBe(RevocationStatus.ManualRequired));
        workspace.Postrun("report", workspace.EvidenceDirectory, "--html", Path.Combine(workspace.Home, "page.html")).ShouldExit(0);
        File.ReadAllText(Path.Combine(workspace.Home, "page.html")).ShouldContain("MANUAL_REQUIRED");
    }

    [Theory]
    [InlineData(null, "does not exist")]
    [InlineData("{\"name\":", "no credential")]
    public void Of_a_register_that_is_gone_or_damaged_the_worst_is_said(string? content, string said)
    {
        if (content is not null)
        {
            run.Write();
            File.WriteAllText(run.Register, content);
        }
        NameRegister();
        workspace.Postrun("cleanup", "--quiet").ShouldExit(1);
        Listing.Paths(workspace.Root).ShouldBe(["reports", "reports/eval.json"]);
        var report = workspace.Read().Report;
        report.Revocation!.Clean.ShouldBeFalse();
        report.RevocationStatement.ShouldContain(said);
    }

    [Fact]
    public void Whoever_asks_what_would_be_done_hears_of_the_credentials_and_a_refused_clean_up_revokes_none()
    {
        run.Issue(leases: 2, tokens: 0);
        NameRegister();
        workspace.Postrun("cleanup", "--dry-run").ShouldExit(0).Out.ShouldStartWith("2 registered credentials would be revoked first");
        Directory.CreateDirectory(workspace.EvidenceDirectory);
        File.WriteAllText(workspace.Journal, "");
        workspace.Postrun("cleanup").ShouldExit(3);
        run.Vault.State.Leases.Count.ShouldBe(2);
    }

    [Fact]
    public void A_register_that_would_be_cleaned_itself_is_refused()
    {
        File.WriteAllText(workspace.At("credentials.ndjson"), "");
        workspace.Variables["POSTRUN_CREDENTIALS"] = workspace.At("credentials.ndjson");
        workspace.Postrun("cleanup").ShouldExit(2).Error.ShouldContain("move it out");
        File.Exists(workspace.At("tmp/cache")).ShouldBeTrue();
    }

    [Fact]
    public void A_Vault_that_does_not_answer_leaves_time_for_the_rest()
    {
        run.Issue(leases: 5, tokens: 0);
        run.Vault.Latency = TimeSpan.FromMinutes(1);
        NameRegister();
        workspace.Postrun("cleanup", "--quiet", "--deadline", "6s").ShouldExit(1);
        Listing.Paths(workspace.Root).ShouldBe(["reports", "reports/eval.json"]);
        workspace.Read().Report.Revocation!.Open.Count().ShouldBe(5);
        workspace.Verify().ShouldExit(0);
        run.Vault.Latency = TimeSpan.Zero;
        workspace.Postrun("cleanup", "--quiet").ShouldExit(0);
        run.Vault.State.Leases.ShouldBeEmpty();
    }

    [Fact]
    public void Resume_knows_what_was_revoked_and_tries_the_rest_again()
    {
        Tool.RequireRoot();
        for (var i = 0; i < 3000; i++)
            workspace.Write($"tmp/d{i % 30}/f{i}", 10);
        run.Issue(leases: 10, tokens: 0);
        run.Vault.Instead = static request => request.Text("lease_id") is [.., var last] && last % 2 == 0 ? new(400, """{"errors":["no"]}""") : null;
        NameRegister();
        workspace.Traced(Slow, "cleanup", "--deadline", "2s").ShouldExit(3);
        var cut = workspace.Read().Report.Revocation!;
        cut.Verified.ShouldBe(5);
        File.Delete(run.Register + ".outcomes");
        run.Vault.Instead = null;
        var asked = run.Vault.Requests.Count;
        workspace.Postrun("resume", "--quiet").ShouldExit(0);
        workspace.Read().Report.Revocation!.Credentials.ShouldAllBe(static credential => credential.Status == RevocationStatus.RevokedVerified);
        (run.Vault.Requests.Count - asked).ShouldBeLessThanOrEqualTo(3 * (10 - cut.Verified));
        workspace.Verify().ShouldExit(0);
    }

    [Fact]
    public void After_a_kill_while_it_revoked_the_next_clean_up_goes_on()
    {
        run.Issue(leases: 300, tokens: 0);
        run.Vault.Latency = TimeSpan.FromMilliseconds(20);
        NameRegister();
        using (var running = workspace.Start("cleanup", "--quiet"))
        {
            Tool.Await(() => File.Exists(run.Register + ".outcomes") && File.ReadAllLines(run.Register + ".outcomes").Length >= 60, "the first outcomes");
            running.Process.Kill();
            running.Process.WaitForExit();
        }
        File.Exists(workspace.At("tmp/cache")).ShouldBeTrue("credentials come first");
        workspace.Postrun("cleanup", "--quiet").ShouldExit(0);
        workspace.Read().Report.Revocation!.Verified.ShouldBe(300);
        run.Vault.State.Leases.ShouldBeEmpty();
    }

    private void NameRegister() => File.AppendAllText(workspace.Config, $"\ncredentials: {{ register: \"{run.Register}\" }}\n");

    private string EverythingWritten()
    {
        var all = new StringBuilder();
        foreach (var file in Directory.EnumerateFiles(workspace.EvidenceDirectory, "*", SearchOption.AllDirectories).Concat(Directory.EnumerateFiles(Path.GetDirectoryName(run.Register)!)))
            all.Append(Encoding.Latin1.GetString(File.ReadAllBytes(file)));
        return all.ToString();
    }
}
