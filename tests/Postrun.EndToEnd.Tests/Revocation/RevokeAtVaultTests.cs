using System.Diagnostics;
using System.Text.Json;
using Postrun.Doubles;
using Postrun.Model;

namespace Postrun.EndToEnd.Tests;

/// <summary>The executable against a Vault, with many credentials, a Vault that fails, and a process that is killed.</summary>
public sealed class RevokeAtVaultTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("postrun-vault-").FullName;
    private readonly VaultDouble vault = new();

    private string Register => Path.Combine(folder, "credentials.ndjson");

    public void Dispose()
    {
        vault.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void Thousands_of_leases_and_the_tokens_over_them_are_revoked_and_each_is_counted_once()
    {
        Issue(leases: 5000, tokens: 200);
        vault.Latency = TimeSpan.FromMilliseconds(20);
        var report = Report(Revoke().ShouldExit(0));
        report.Credentials.Length.ShouldBe(5200);
        report.Credentials.ShouldAllBe(static outcome => outcome.Status == RevocationStatus.RevokedVerified);
        vault.Peak.ShouldBeLessThanOrEqualTo(64);
        vault.State.Leases.ShouldBeEmpty();
    }

    [Fact]
    public void Where_one_answer_in_twenty_fails_everything_is_revoked_all_the_same()
    {
        Issue(leases: 300, tokens: 20);
        vault.Instead = static request => request.Number % 20 == 7 ? new(503, """{"errors":["service unavailable"]}""") : null;
        Report(Revoke().ShouldExit(0)).Credentials.ShouldAllBe(static outcome => outcome.Status == RevocationStatus.RevokedVerified);
        vault.State.Leases.ShouldBeEmpty();
    }

    [Fact]
    public void What_was_proved_before_it_was_killed_is_not_asked_again()
    {
        Issue(leases: 400, tokens: 10);
        vault.Latency = TimeSpan.FromMilliseconds(20);
        using (var running = Start())
        {
            var watch = Stopwatch.StartNew();
            while (!File.Exists(Register + ".outcomes") || File.ReadAllLines(Register + ".outcomes").Length < 100)
                Thread.Sleep(watch.Elapsed < TimeSpan.FromSeconds(30) ? 5 : throw new TimeoutException());
            running.Process.Kill();
            running.Process.WaitForExit();
        }
        var proved = File.ReadAllLines(Register + ".outcomes").Count(static line => line.EndsWith('}'));
        var asked = vault.Requests.Count;
        vault.Latency = TimeSpan.Zero;
        var report = Report(Revoke().ShouldExit(0));
        report.Credentials.Length.ShouldBe(410);
        report.Credentials.ShouldAllBe(static outcome => outcome.Status == RevocationStatus.RevokedVerified);
        // A look, the revocation and another look; and what was under way when it was killed.
        (vault.Requests.Count - asked).ShouldBeLessThanOrEqualTo((3 * (410 - proved)) + 64);
        vault.State.Leases.ShouldBeEmpty();
    }

    [Fact]
    public void The_token_that_Vault_is_asked_with_goes_to_no_other_address_and_into_nothing_that_is_written()
    {
        using var foreign = new VaultDouble();
        var lease = foreign.State.Lease("database/creds/train");
        File.WriteAllText(Register, Line(new() { Name = "foreign", Kind = CredentialKind.VaultLease, Issuer = foreign.Address, Handle = lease.Id, RegisteredAt = DateTimeOffset.UtcNow }));
        File.SetUnixFileMode(Register, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        var result = Revoke().ShouldExit(1);
        foreign.Requests.ShouldBeEmpty();
        foreign.State.Leases.Count.ShouldBe(1);
        foreach (var written in new[] { result.Out, result.Error, File.ReadAllText(Register + ".outcomes") })
            written.ShouldNotContain(VaultState.Root);
    }

    private void Issue(int leases, int tokens)
    {
        var lines = new List<string>();
        for (var index = 0; index < tokens; index++)
            lines.Add(Line(Credential($"token-{index}", CredentialKind.VaultAccessor, vault.State.Issue().Accessor!)));
        for (var index = 0; index < leases; index++)
            lines.Add(Line(Credential($"lease-{index}", CredentialKind.VaultLease, vault.State.Lease("database/creds/train").Id)));
        File.WriteAllText(Register, string.Concat(lines));
        File.SetUnixFileMode(Register, UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    private RunCredential Credential(string name, CredentialKind kind, string handle) => new() { Name = name, Kind = kind, Issuer = vault.Address, Handle = handle, RegisteredAt = DateTimeOffset.UtcNow };

    private static string Line(RunCredential credential) => JsonSerializer.Serialize(credential, RegisterJson.Default.RunCredential) + "\n";

    private static RevocationReport Report(ToolResult result) => JsonSerializer.Deserialize(result.Out, RegisterJson.Default.RevocationReport)!;

    private ToolResult Revoke()
    {
        using var running = Start();
        return running.Wait();
    }

    private RunningTool Start() => Tool.Start(PostrunBinary.Path, ["revoke", "--register", Register, "--output", "json"], new Dictionary<string, string>
    {
        ["VAULT_ADDR"] = vault.Address.ToString(),
        ["VAULT_TOKEN"] = VaultState.Root,
    });
}
