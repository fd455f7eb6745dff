using Postrun.Doubles;

namespace Postrun.EndToEnd.Tests;

/// <summary>Vault is asked with a token that is had by logging in, and is gone when all is done.</summary>
public sealed class VaultLoginTests : IDisposable
{
    private readonly VaultRun run = new();
    private readonly string value;

    public VaultLoginTests()
    {
        value = run.Register + ".login";
        run.Vault.State.LoginPolicies = new HashSet<string> { "default", "root" };
        run.Vault.State.Roles["approle/janitor"] = new() { ["accessor"] = "s3cr3t-id-of-janitor" };
        run.Vault.State.Jwts["kubernetes"] = ("eyJ-of-the-pod", "postrun");
        run.Vault.State.Jwts["jwt-ci"] = ("eyJ-of-the-job", "postrun");
    }

    public void Dispose() => run.Dispose();

    [Theory]
    [InlineData("auth/approle/login", "s3cr3t-id-of-janitor", "approle", "--vault-role", "id-of-approle/janitor")]
    [InlineData("auth/kubernetes/login", "eyJ-of-the-pod", "kubernetes", "--vault-role", "postrun")]
    [InlineData("auth/jwt-ci/login", "eyJ-of-the-job", "jwt", "--vault-role", "postrun", "--vault-mount", "jwt-ci")]
    public void What_is_registered_is_revoked_and_the_token_of_the_login_last(string path, string secret, string method, params string[] options)
    {
        run.Issue(leases: 20, tokens: 3);
        File.WriteAllText(value, secret + "\n");
        var result = Postrun("revoke", method, options).ShouldExit(0);
        run.Vault.State.Leases.ShouldBeEmpty();
        run.Vault.State.Tokens.Keys.ShouldBe([VaultState.Root]);
        run.Vault.Calls(path).ShouldBe(1);
        run.Vault.Requests.Last().Path.ShouldBe("auth/token/revoke-self");
        (result.Out + result.Error).ShouldNotContain(secret);
    }

    [Fact]
    public void Who_only_looks_leaves_no_token_behind_either()
    {
        run.Issue(leases: 1, tokens: 0);
        File.WriteAllText(value, "eyJ-of-the-pod");
        Postrun("access", "kubernetes", "--vault-role", "postrun").ShouldExit(1).Out.ShouldStartWith("open");
        run.Vault.State.Tokens.Keys.ShouldBe([VaultState.Root]);
        run.Vault.State.Leases.Count.ShouldBe(1);
    }

    [Fact]
    public void A_token_of_the_login_that_cannot_be_revoked_may_live_on()
    {
        run.Issue(leases: 1, tokens: 0);
        File.WriteAllText(value, "eyJ-of-the-pod");
        run.Vault.Instead = static request => request.Path == "auth/token/revoke-self" ? VaultResponse.Errors(400, "no") : null;
        Postrun("revoke", "kubernetes", "--vault-role", "postrun").ShouldExit(1).Out.ShouldStartWith("FAILED            login at Vault: ");
        run.Vault.State.Leases.ShouldBeEmpty();
    }

    [Fact]
    public void A_login_that_is_refused_is_tried_once_and_says_why()
    {
        run.Issue(leases: 30, tokens: 0);
        File.WriteAllText(value, "eyJ-of-another");
        Postrun("revoke", "kubernetes", "--vault-role", "postrun").ShouldExit(1).Out.ShouldContain("there is no login: Vault refuses it");
        run.Vault.Requests.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("--vault-role", "--vault-login", "kubernetes")]
    [InlineData("--vault-token", "--vault-login", "approle", "--vault-role", "r")]
    [InlineData("--vault-login", "--vault-role", "r")]
    [InlineData("approle, kubernetes, jwt", "--vault-login", "userpass", "--vault-role", "r")]
    public void What_is_missing_to_log_in_is_said_before_anybody_is_asked(string said, params string[] options)
    {
        run.Issue(leases: 1, tokens: 0);
        Tool.Run(PostrunBinary.Path, ["revoke", "--register", run.Register, .. options], run.Variables).ShouldExit(2).Error.ShouldContain(said);
        run.Vault.Requests.ShouldBeEmpty();
    }

    [Fact]
    public void A_clean_up_logs_in_as_the_descriptor_says()
    {
        using var workspace = new Workspace();
        workspace.Variables["VAULT_ADDR"] = run.Vault.Address.ToString();
        workspace.Variables["SECRET_ID"] = "s3cr3t-id-of-janitor";
        workspace.Write("reports/eval.json");
        workspace.Describe("evidence: [\"/reports/**\"]");
        run.Issue(leases: 5, tokens: 1);
        File.AppendAllText(workspace.Config, $"\ncredentials: {{ register: \"{run.Register}\", vaultLogin: {{ method: approle, role: id-of-approle/janitor, env: SECRET_ID }} }}\n");
        workspace.Postrun("cleanup", "--quiet").ShouldExit(0);
        workspace.Read().Report.Revocation!.Verified.ShouldBe(6);
        run.Vault.State.Tokens.Keys.ShouldBe([VaultState.Root]);
        run.Vault.Requests.Last().Path.ShouldBe("auth/token/revoke-self");
    }

    private ToolResult Postrun(string command, string method, params string[] options) =>
        Tool.Run(PostrunBinary.Path, [command, "--register", run.Register, "--vault-login", method, "--vault-token", $"file:{value}", .. options], new Dictionary<string, string> { ["VAULT_ADDR"] = run.Vault.Address.ToString() });
}
