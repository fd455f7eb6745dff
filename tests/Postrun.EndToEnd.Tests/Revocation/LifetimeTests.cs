using System.Buffers.Text;
using System.Text;
using Postrun.Doubles;

namespace Postrun.EndToEnd.Tests;

/// <summary>The doctor says what lives longer than a run should need it.</summary>
public sealed class LifetimeTests : IDisposable
{
    private readonly VaultRun run = new();
    private readonly Workspace workspace = new();

    public LifetimeTests()
    {
        workspace.Write("reports/eval.json");
        workspace.Describe("evidence: [\"/reports/**\"]");
    }

    public void Dispose()
    {
        workspace.Dispose();
        run.Dispose();
    }

    [Theory]
    [InlineData(30, false)]
    [InlineData(300, true)]
    public void A_token_that_says_that_it_lives_too_long_is_weak(int minutes, bool isWeak)
    {
        var token = $"{Base64Url.EncodeToString("""{"alg":"none"}"""u8)}.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes($$"""{"exp":{{DateTimeOffset.UtcNow.AddMinutes(minutes).ToUnixTimeSeconds()}}}"""))}.c2ln";
        workspace.Variables["TRAIN_ID"] = token;
        var result = workspace.Postrun("doctor").ShouldExit(0);
        result.Out.Contains("weak credential env:TRAIN_ID", StringComparison.Ordinal).ShouldBe(isWeak);
        result.Out.ShouldNotContain(token);
    }

    [Theory]
    [InlineData(3600, false)]
    [InlineData(86400, true)]
    public void Vault_tells_how_long_its_token_lives(int seconds, bool isWeak)
    {
        workspace.Variables["VAULT_ADDR"] = run.Vault.Address.ToString();
        workspace.Variables["VAULT_TOKEN"] = run.Vault.State.Issue().Value;
        run.Vault.Instead = request => request.Path == "auth/token/lookup-self" ? VaultResponse.Data(new() { ["ttl"] = seconds, ["type"] = "service" }) : null;
        var said = workspace.Postrun("doctor").ShouldExit(0).Out;
        said.Contains("weak credential env:VAULT_TOKEN", StringComparison.Ordinal).ShouldBe(isWeak);
        if (isWeak)
            said.ShouldContain("-wrap-ttl");
        run.Vault.Requests.ShouldAllBe(static request => request.Path == "auth/token/lookup-self");
        run.Vault.Requests.ShouldNotBeEmpty();
    }

    [Fact]
    public void A_Vault_that_is_not_there_is_said_and_keeps_no_check_from_being_made()
    {
        workspace.Variables["VAULT_ADDR"] = "http://127.0.0.1:1";
        workspace.Variables["VAULT_TOKEN"] = "hvs.plantedplantedplanted";
        var said = workspace.Postrun("doctor").ShouldExit(0).Out;
        said.ShouldContain("weak credential env:VAULT_TOKEN: vault-token: Vault does not tell");
        said.ShouldContain("good evidence directory");
    }
}
