using Postrun.Model;

namespace Postrun.Actions.Tests;

public sealed class VaultSessionTests : IDisposable
{
    private readonly VaultSample sample = new();

    public VaultSessionTests()
    {
        sample.Vault.State.LoginPolicies = new HashSet<string> { "default", "revoker" };
        sample.Vault.State.Roles["approle/janitor"] = new() { ["accessor"] = "s3cr3t-id-of-janitor" };
        sample.Vault.State.Jwts["kubernetes"] = ("eyJhbGciOiJub25lIn0.e30.x", "postrun");
        sample.Set("SECRET_ID", "s3cr3t-id-of-janitor");
        sample.Set("JWT", "eyJhbGciOiJub25lIn0.e30.x");
    }

    public static TheoryData<VaultLoginMethod, string, string, string> Methods() => new()
    {
        { VaultLoginMethod.AppRole, "SECRET_ID", "approle", "id-of-approle/janitor" },
        { VaultLoginMethod.Kubernetes, "JWT", "kubernetes", "postrun" },
        { VaultLoginMethod.Jwt, "JWT", "kubernetes", "postrun" },
    };

    public void Dispose() => sample.Dispose();

    [Theory]
    [MemberData(nameof(Methods))]
    public async Task One_login_does_for_all_and_its_token_is_revoked_at_the_end(VaultLoginMethod method, string value, string mount, string role)
    {
        var tokens = sample.Vault.State.Tokens.Count;
        using var session = Session(method, value, mount, role);
        var revoker = new VaultRevoker(sample.Client, session, sample.Values, TimeProvider.System, null);
        var leases = Enumerable.Range(0, 40).Select(_ => sample.Credential(CredentialKind.VaultLease, sample.Vault.With(static state => state.Lease("database/creds/train").Id))).ToList();
        var revocations = await Task.WhenAll(leases.Select(lease => revoker.RevokeAsync(lease, TestContext.Current.CancellationToken)));
        revocations.ShouldAllBe(static revocation => revocation.Status == RevocationStatus.RevokedVerified);
        sample.Vault.Calls($"auth/{mount}/login").ShouldBe(1);
        sample.Vault.State.Tokens.Count.ShouldBe(tokens + 1);
        (await session.EndAsync(TestContext.Current.CancellationToken)).ShouldBeEmpty();
        sample.Vault.State.Tokens.Count.ShouldBe(tokens);
    }

    [Fact]
    public async Task A_token_that_was_given_is_left_alone()
    {
        var tokens = sample.Vault.State.Tokens.Count;
        using var session = Session(VaultLoginMethod.Token, "VAULT_TOKEN", null, null);
        await new VaultRevoker(sample.Client, session, sample.Values, TimeProvider.System, null).RevokeAsync(sample.Credential(CredentialKind.VaultLease, "x/l1"), TestContext.Current.CancellationToken);
        (await session.EndAsync(TestContext.Current.CancellationToken)).ShouldBeEmpty();
        sample.Vault.State.Tokens.Count.ShouldBe(tokens);
    }

    [Theory]
    [InlineData("SECRET_ID", "approle", "another role", "refuses it")]
    [InlineData("NOT_SET", "approle", "id-of-approle/janitor", "is not set")]
    [InlineData("SECRET_ID", "../sys", "id-of-approle/janitor", "mount")]
    public async Task A_login_that_fails_is_not_tried_for_each_and_says_why(string value, string mount, string role, string why)
    {
        using var session = Session(VaultLoginMethod.AppRole, value, mount, role);
        var revoker = new VaultRevoker(sample.Client, session, sample.Values, TimeProvider.System, null);
        for (var i = 0; i < 3; i++)
        {
            var revocation = await revoker.RevokeAsync(sample.Credential(CredentialKind.VaultLease, "x/l1"), TestContext.Current.CancellationToken);
            revocation.Status.ShouldBe(RevocationStatus.Failed);
            revocation.Proof.ShouldContain(why);
            foreach (var secret in sample.Secrets)
                revocation.Proof.ShouldNotContain(secret);
        }
        sample.Vault.Requests.Count.ShouldBeLessThanOrEqualTo(1);
    }

    private VaultSession Session(VaultLoginMethod method, string value, string? mount, string? role) =>
        new(sample.Client, [new(new(sample.Vault.Address), method, VaultSample.Variable(value), mount, role)], sample.Values);
}
