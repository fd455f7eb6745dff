using System.Diagnostics;
using System.Text.Json;
using Postrun.Doubles;
using Postrun.Model;

namespace Postrun.EndToEnd.Tests;

/// <summary>The executable against a Vault, with many credentials, a Vault that fails, and a process that is killed.</summary>
public sealed class RevokeAtVaultTests : IDisposable
{
    private readonly VaultRun run = new();

    public void Dispose() => run.Dispose();

    [Fact]
    public void Where_the_disk_is_full_everything_is_revoked_all_the_same()
    {
        using var disk = Mount.Tmpfs("64k");
        using var full = new VaultRun(disk.Point);
        full.Issue(leases: 100, tokens: 2);
        File.WriteAllBytes(Path.Combine(disk.Point, "ballast"), new byte[disk.Free()]);
        var result = Tool.Run(PostrunBinary.Path, ["revoke", "--register", full.Register, "--output", "json"], full.Variables).ShouldExit(0);
        Report(result).Credentials.Length.ShouldBe(102);
        full.Vault.State.Leases.ShouldBeEmpty();
        result.Error.ShouldContain("outcomes");
    }

    [Fact]
    public void Thousands_of_leases_and_the_tokens_over_them_are_revoked_and_each_is_counted_once()
    {
        run.Issue(leases: 5000, tokens: 200);
        run.Vault.Latency = TimeSpan.FromMilliseconds(20);
        var report = Report(Revoke().ShouldExit(0));
        report.Credentials.Length.ShouldBe(5200);
        report.Credentials.ShouldAllBe(static outcome => outcome.Status == RevocationStatus.RevokedVerified);
        run.Vault.Peak.ShouldBeLessThanOrEqualTo(64);
        run.Vault.State.Leases.ShouldBeEmpty();
    }

    [Fact]
    public void What_was_proved_of_one_value_proves_nothing_of_the_next_under_its_name()
    {
        var file = run.Register + ".value";
        run.Write(new RunCredential { Name = "token", Kind = CredentialKind.VaultToken, Issuer = run.Vault.Address, Value = new(IsFile: true, file), RegisteredAt = DateTimeOffset.UtcNow });
        foreach (var value in new[] { run.Vault.State.Issue().Value, run.Vault.State.Issue().Value })
        {
            File.WriteAllText(file, value);
            Report(Revoke().ShouldExit(0)).Credentials.Single().ShouldSatisfyAllConditions(static c => c.Status.ShouldBe(RevocationStatus.RevokedVerified), static c => c.ValuePrint.ShouldBeNull());
            run.Vault.State.Tokens.ShouldNotContainKey(value);
        }
        File.Delete(file);
        Report(Revoke().ShouldExit(0)).Credentials.Single().Status.ShouldBe(RevocationStatus.RevokedVerified);
    }

    [Fact]
    public void A_value_that_was_never_seen_alive_is_not_called_dead()
    {
        var file = run.Register + ".value";
        File.WriteAllText(file, "hvs.CAESIneverIssued");
        run.Write(new RunCredential { Name = "token", Kind = CredentialKind.VaultToken, Issuer = run.Vault.Address, Value = new(IsFile: true, file), RegisteredAt = DateTimeOffset.UtcNow });
        Report(Revoke().ShouldExit(1)).Credentials.Single().Status.ShouldBe(RevocationStatus.ManualRequired);
    }

    [Fact]
    public void Where_one_answer_in_twenty_fails_everything_is_revoked_all_the_same()
    {
        run.Issue(leases: 300, tokens: 20);
        run.Vault.Instead = static request => request.Number % 20 == 7 ? new(503, """{"errors":["service unavailable"]}""") : null;
        Report(Revoke().ShouldExit(0)).Credentials.ShouldAllBe(static outcome => outcome.Status == RevocationStatus.RevokedVerified);
        run.Vault.State.Leases.ShouldBeEmpty();
    }

    [Fact]
    public void What_was_proved_before_it_was_killed_is_not_asked_again()
    {
        run.Issue(leases: 400, tokens: 10);
        run.Vault.Latency = TimeSpan.FromMilliseconds(20);
        using (var running = Start())
        {
            var watch = Stopwatch.StartNew();
            while (!File.Exists(run.Register + ".outcomes") || File.ReadAllLines(run.Register + ".outcomes").Length < 100)
                Thread.Sleep(watch.Elapsed < TimeSpan.FromSeconds(30) ? 5 : throw new TimeoutException());
            running.Process.Kill();
            running.Process.WaitForExit();
        }
        var proved = File.ReadAllLines(run.Register + ".outcomes").Count(static line => line.EndsWith('}'));
        var asked = run.Vault.Requests.Count;
        run.Vault.Latency = TimeSpan.Zero;
        var report = Report(Revoke().ShouldExit(0));
        report.Credentials.Length.ShouldBe(410);
        report.Credentials.ShouldAllBe(static outcome => outcome.Status == RevocationStatus.RevokedVerified);
        // A look, the revocation and another look; and what was under way when it was killed.
        (run.Vault.Requests.Count - asked).ShouldBeLessThanOrEqualTo((3 * (410 - proved)) + 64);
        run.Vault.State.Leases.ShouldBeEmpty();
    }

    [Fact]
    public void The_token_that_Vault_is_asked_with_goes_to_no_other_address_and_into_nothing_that_is_written()
    {
        using var foreign = new VaultDouble();
        var lease = foreign.State.Lease("database/creds/train");
        run.Write(new RunCredential { Name = "foreign", Kind = CredentialKind.VaultLease, Issuer = foreign.Address, Handle = lease.Id, RegisteredAt = DateTimeOffset.UtcNow });
        var result = Revoke().ShouldExit(1);
        foreign.Requests.ShouldBeEmpty();
        foreign.State.Leases.Count.ShouldBe(1);
        foreach (var written in new[] { result.Out, result.Error, File.ReadAllText(run.Register + ".outcomes") })
            written.ShouldNotContain(VaultState.Root);
    }

    private static RevocationReport Report(ToolResult result) => JsonSerializer.Deserialize(result.Out, RegisterJson.Default.RevocationReport)!;

    private ToolResult Revoke()
    {
        using var running = Start();
        return running.Wait();
    }

    private RunningTool Start() => Tool.Start(PostrunBinary.Path, ["revoke", "--register", run.Register, "--output", "json"], run.Variables);
}
