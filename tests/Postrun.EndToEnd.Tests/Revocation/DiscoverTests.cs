using System.Text.Json;
using Postrun.Doubles;
using Postrun.Model;

namespace Postrun.EndToEnd.Tests;

/// <summary>What looks like a credential is found, told without its value, and registered.</summary>
public sealed class DiscoverTests : IDisposable
{
    private const string Planted = "plantedplantedplanted0123456789";

    private readonly VaultRun run = new();
    private readonly string home = Directory.CreateTempSubdirectory("postrun-home-").FullName;
    private readonly Dictionary<string, string> variables;

    public DiscoverTests()
    {
        File.WriteAllText(Path.Combine(home, ".netrc"), $"machine api.wandb.ai\n  login user\n  password {Planted}\n");
        variables = new()
        {
            ["HOME"] = home,
            ["VAULT_ADDR"] = run.Vault.Address.ToString(),
            ["TRAIN_TOKEN"] = run.Vault.State.Issue().Value,
            ["CI_JOB_TOKEN"] = Planted,
            ["TRACKER_API_KEY"] = Planted,
        };
    }

    public void Dispose()
    {
        Directory.Delete(home, recursive: true);
        run.Dispose();
    }

    [Fact]
    public void What_is_there_is_told_without_its_value_and_nobody_is_asked()
    {
        var result = Postrun("credentials", "discover").ShouldExit(1);
        result.Out.ShouldContain("gitlab-job-token    env:CI_JOB_TOKEN  not registered\n");
        result.Out.ShouldContain("other               env:TRACKER_API_KEY  not registered\n");
        result.Out.ShouldContain($"vault-token         env:TRAIN_TOKEN  of {run.Vault.Address}  not registered\n");
        result.Out.ShouldContain($"wandb-key           file:{home}/.netrc  of api.wandb.ai  not registered\n");
        foreach (var secret in new[] { Planted, variables["TRAIN_TOKEN"] })
            (result.Out + result.Error + Postrun("credentials", "discover", "--output", "json").Out).ShouldNotContain(secret);
        run.Vault.Requests.ShouldBeEmpty();
        File.Exists(run.Register).ShouldBeFalse("it only looks");
    }

    [Fact]
    public void What_is_registered_so_is_revoked_or_reported()
    {
        Postrun("credentials", "discover", "--add", "--register", run.Register).ShouldExit(0);
        File.ReadAllText(run.Register).ShouldNotContain(Planted);
        Postrun("credentials", "discover", "--add", "--register", run.Register).ShouldExit(0).Out.ShouldContain("registered as vault-token-1");
        var found = JsonSerializer.Deserialize(Postrun("credentials", "discover", "--output", "json", "--register", run.Register).ShouldExit(0).Out, RegisterJson.Default.DiscoveryReport)!.Credentials;
        found.Single(static one => one.Where.Name == "TRAIN_TOKEN").RegisteredAs.ShouldBe("vault-token-1");
        var outcomes = JsonSerializer.Deserialize(Postrun("revoke", "--output", "json", "--register", run.Register).ShouldExit(1).Out, RegisterJson.Default.RevocationReport)!.Credentials;
        outcomes.Single(static outcome => outcome.Kind == CredentialKind.VaultToken).Status.ShouldBe(RevocationStatus.RevokedVerified);
        outcomes.Single(static outcome => outcome.Kind == CredentialKind.WandbKey).Status.ShouldBe(RevocationStatus.ManualRequired);
        run.Vault.State.Tokens.Keys.ShouldBe([VaultState.Root]);
    }

    [Fact]
    public void To_register_needs_a_register() => Postrun("credentials", "discover", "--add").ShouldExit(2).Error.ShouldContain("--register");

    private ToolResult Postrun(params string[] arguments) => Tool.Run(PostrunBinary.Path, arguments, variables);
}
