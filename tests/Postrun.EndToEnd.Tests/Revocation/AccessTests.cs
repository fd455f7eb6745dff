using System.Text.Json;
using Postrun.Doubles;
using Postrun.Model;

namespace Postrun.EndToEnd.Tests;

/// <summary>What a revocation could not end: who can still get in, and what is done about it.</summary>
public sealed class AccessTests : IDisposable
{
    private readonly VaultRun run = new();

    public void Dispose() => run.Dispose();

    [Fact]
    public void What_is_alive_is_open_and_what_is_revoked_is_closed()
    {
        run.Issue(leases: 2, tokens: 1);
        var before = Access(1);
        before.Credentials.ShouldAllBe(static access => access.State == AccessState.Open);
        before.Credentials[1].RemainingSeconds.ShouldBe(3600);
        before.Advice.ShouldNotBeEmpty();
        run.Vault.State.Leases.Count.ShouldBe(2, "it looks, and revokes nothing");
        Postrun("revoke").ShouldExit(0);
        var after = Access(0);
        after.Credentials.ShouldAllBe(static access => access.State == AccessState.Closed);
        after.Advice.ShouldBeEmpty();
    }

    [Fact]
    public void A_lease_that_its_back_end_refuses_is_forgotten_by_force_and_waits_for_a_person()
    {
        run.Issue(leases: 1, tokens: 0);
        run.Vault.State.Leases.Values.Single().Temper = LeaseTemper.Refuses;
        Postrun("revoke").ShouldExit(1).Out.ShouldContain("revoke --force");
        run.Vault.State.Leases.Count.ShouldBe(1);
        var forced = Postrun("revoke", "--force").ShouldExit(1).Out;
        forced.ShouldStartWith("MANUAL_REQUIRED");
        forced.ShouldContain("may live on in the back end");
        run.Vault.State.Leases.ShouldBeEmpty();
        Postrun("revoke").ShouldExit(1).Out.ShouldStartWith("MANUAL_REQUIRED", customMessage: "that Vault forgot it proves nothing");
        Access(1).Credentials.Single().State.ShouldBe(AccessState.Unknown);
    }

    [Fact]
    public void By_force_is_the_second_try_only()
    {
        run.Issue(leases: 3, tokens: 0);
        Postrun("revoke", "--force").ShouldExit(0);
        run.Vault.Requests.ShouldNotContain(static request => request.Path.Contains("revoke-force", StringComparison.Ordinal));
    }

    [Fact]
    public void A_process_that_holds_a_value_in_its_environment_is_named_and_the_value_is_not()
    {
        var value = run.Vault.State.Issue().Value;
        var file = run.Register + ".value";
        File.WriteAllText(file, value);
        run.Write(new RunCredential { Name = "held", Kind = CredentialKind.VaultToken, Issuer = run.Vault.Address, Value = new(IsFile: true, file), RegisteredAt = DateTimeOffset.UtcNow });
        using var holder = Tool.Start("/usr/bin/sleep", ["60"], new Dictionary<string, string> { ["HF_TOKEN"] = value });
        Tool.Await(() => File.ReadAllText($"/proc/{holder.Process.Id}/comm").StartsWith("sleep", StringComparison.Ordinal), "sleep");
        var said = Postrun("access").ShouldExit(1).Out;
        said.ShouldContain($"held by sleep ({holder.Process.Id}): HF_TOKEN");
        said.ShouldNotContain(value);
        var outcome = JsonSerializer.Deserialize(Postrun("revoke", "--output", "json").Out, RegisterJson.Default.RevocationReport)!.Credentials.Single();
        outcome.HeldBy!.Value.ShouldBe([$"sleep ({holder.Process.Id}): HF_TOKEN"]);
        holder.Process.Kill();
    }

    private AccessReport Access(int exitCode) => JsonSerializer.Deserialize(Postrun("access", "--output", "json").ShouldExit(exitCode).Out, RegisterJson.Default.AccessReport)!;

    private ToolResult Postrun(params string[] arguments) => Tool.Run(PostrunBinary.Path, [.. arguments, "--register", run.Register], run.Variables);
}
