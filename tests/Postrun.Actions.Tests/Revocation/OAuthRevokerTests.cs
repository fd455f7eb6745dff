using Postrun.Model;

namespace Postrun.Actions.Tests;

/// <summary>Against a real issuer.</summary>
public sealed class OAuthRevokerTests(OidcProvider provider) : IClassFixture<OidcProvider>
{
    [Theory]
    [InlineData("basic+run 1")]
    [InlineData("post-run")]
    public async Task A_token_is_active_before_and_inactive_after(string client)
    {
        var token = await provider.IssuedAsync(provider.Introspecting, "AccessToken", client);
        (await provider.IsActiveAsync(token)).ShouldBeTrue();
        var revocation = await RevokeAsync(provider.Introspecting, client, token);
        revocation.Status.ShouldBe(RevocationStatus.RevokedVerified, revocation.Proof);
        (await provider.IsActiveAsync(token)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_token_that_a_client_fetched_for_itself_is_revoked()
    {
        var token = await OidcProvider.TokenAsync(provider.Introspecting);
        (await RevokeAsync(provider.Introspecting, "post-run", token)).Status.ShouldBe(RevocationStatus.RevokedVerified);
        (await provider.IsActiveAsync(token)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_refresh_token_is_revoked()
    {
        var token = await provider.IssuedAsync(provider.Introspecting, "RefreshToken", "basic+run 1");
        (await provider.IsActiveAsync(token)).ShouldBeTrue();
        (await RevokeAsync(provider.Introspecting, "basic+run 1", token)).Status.ShouldBe(RevocationStatus.RevokedVerified);
        (await provider.IsActiveAsync(token)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_public_client_revokes_what_was_issued_to_it()
    {
        var token = await provider.IssuedAsync(provider.Introspecting, "RefreshToken", "public-run");
        (await provider.IsActiveAsync(token)).ShouldBeTrue();
        var revocation = await RevokeAsync(provider.Introspecting, "public-run", token, hasSecret: false);
        revocation.Status.ShouldBe(RevocationStatus.RevokedVerified, revocation.Proof);
        (await provider.IsActiveAsync(token)).ShouldBeFalse();
    }

    [Fact]
    public async Task Without_introspection_it_is_accepted_and_no_more()
    {
        var token = await OidcProvider.TokenAsync(provider.Silent);
        var revocation = await RevokeAsync(provider.Silent, "post-run", token);
        revocation.Status.ShouldBe(RevocationStatus.RevokeAccepted);
        revocation.Proof.ShouldContain("no introspection");
    }

    [Fact]
    public async Task A_token_that_was_never_issued_proves_nothing()
    {
        var revocation = await RevokeAsync(provider.Introspecting, "post-run", "tok-never-issued-0000");
        revocation.Status.ShouldBe(RevocationStatus.RevokeAccepted);
        revocation.Proof.ShouldContain("inactive before as well");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_jwt_that_its_issuer_does_not_keep_ends_by_itself(bool introspecting)
    {
        var issuer = introspecting ? provider.Introspecting : provider.Silent;
        var token = await OidcProvider.TokenAsync(issuer, jwt: true);
        var revocation = await RevokeAsync(issuer, "post-run", token);
        revocation.Status.ShouldBe(RevocationStatus.ExpiresAt, revocation.Proof);
        revocation.ExpiresAt.ShouldNotBeNull().ShouldBe(TimeProvider.System.GetUtcNow().AddHours(1), TimeSpan.FromMinutes(1));
        foreach (var part in token.Split('.'))
            revocation.Proof.ShouldNotContain(part);
    }

    [Fact]
    public async Task A_wrong_secret_is_refused()
    {
        var token = await OidcProvider.TokenAsync(provider.Introspecting);
        var revocation = await OAuthSample.RevokeAsync(OAuthSample.Credential(provider.Introspecting, "post-run"), token);
        revocation.Status.ShouldBe(RevocationStatus.Failed);
        revocation.Proof.ShouldContain("HTTP status 401");
        (await provider.IsActiveAsync(token)).ShouldBeTrue();
    }

    [Fact]
    public async Task A_token_of_another_client_lives_and_is_not_called_dead()
    {
        var token = await OidcProvider.TokenAsync(provider.Introspecting);
        var revocation = await RevokeAsync(provider.Introspecting, "other-run", token);
        revocation.Status.ShouldBe(RevocationStatus.Failed, revocation.Proof);
        (await provider.IsActiveAsync(token)).ShouldBeTrue();
    }

    private static Task<Revocation> RevokeAsync(Uri issuer, string client, string token, bool hasSecret = true) =>
        OAuthSample.RevokeAsync(OAuthSample.Credential(issuer, client, hasSecret), token, OidcProvider.Secret, patience: TimeSpan.FromSeconds(5));
}
