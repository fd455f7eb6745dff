using System.Buffers.Text;
using System.Text;
using CsCheck;
using Postrun.Model;

namespace Postrun.Actions.Tests;

public sealed class NotRevocableTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    [Theory]
    [InlineData(30, "it ends by itself at 2026-01-02T03:04:35Z, in 30 s")]
    [InlineData(90 * 60, "it ends by itself at 2026-01-02T04:34:05Z, in 1 h 30 min")]
    [InlineData(49 * 3600, "it ends by itself at 2026-01-04T04:04:05Z, in 2 d 1 h")]
    [InlineData(0, "it ended by itself at 2026-01-02T03:04:05Z")]
    public async Task What_ends_by_itself_says_when(int seconds, string expected)
    {
        var revocation = await RevokeAsync(Credential with { ExpiresAt = Now.AddSeconds(seconds) });
        revocation.Status.ShouldBe(RevocationStatus.ExpiresAt);
        revocation.ExpiresAt.ShouldBe(Now.AddSeconds(seconds));
        revocation.Proof.ShouldEndWith(expected);
    }

    [Fact]
    public async Task A_jwt_says_when_it_ends_and_the_later_instant_counts()
    {
        var token = OAuthSample.Jwt(Now.AddHours(1), type: "JWT");
        var credential = Credential with { Value = new ValueSource(IsFile: false, "TOKEN") };
        var revocation = await RevokeAsync(credential, token);
        revocation.ExpiresAt.ShouldBe(Now.AddHours(1));
        foreach (var part in token.Split('.'))
            revocation.Proof.ShouldNotContain(part);
        (await RevokeAsync(credential with { ExpiresAt = Now }, token)).ExpiresAt.ShouldBe(Now.AddHours(1));
        (await RevokeAsync(credential with { ExpiresAt = Now.AddDays(1) }, token)).ExpiresAt.ShouldBe(Now.AddDays(1));
    }

    [Fact]
    public async Task Else_a_person_has_to_and_is_told_where()
    {
        (await RevokeAsync(Credential)).ShouldBe(Revocation.Manual("nothing that Postrun knows revokes it, and when it ends is not known; revoke it at the issuer's own page"));
        (await RevokeAsync(Credential with { Issuer = new("https://run:word@tracker.example/keys?k=word#word") })).Proof.ShouldEndWith("revoke it at https://tracker.example/keys");
        var named = new NotRevocable(new(static _ => null), Clock, static credential => $"https://pages.example/{credential.Name}");
        (await named.RevokeAsync(Credential, TestContext.Current.CancellationToken)).Proof.ShouldEndWith("revoke it at https://pages.example/tracker");
        (await RevokeAsync(Credential with { Value = new ValueSource(IsFile: false, "GONE") })).Status.ShouldBe(RevocationStatus.ManualRequired);
    }

    [Theory]
    [InlineData(CredentialKind.WandbKey, RevocationStatus.ManualRequired, "revoke it at https://wandb.ai/settings#api")]
    [InlineData(CredentialKind.KaggleKey, RevocationStatus.ManualRequired, "revoke it at https://www.kaggle.com/settings")]
    [InlineData(CredentialKind.GcpAccessToken, RevocationStatus.ManualRequired, "revoke it at https://console.cloud.google.com/iam-admin/serviceaccounts")]
    [InlineData(CredentialKind.AwsSession, RevocationStatus.ManualRequired, "aws:SourceIdentity")]
    [InlineData(CredentialKind.RegistryToken, RevocationStatus.ManualRequired, "revoke what it was had with")]
    [InlineData(CredentialKind.GitHubJobToken, RevocationStatus.ExpiresAt, "ends it with its job")]
    [InlineData(CredentialKind.GitLabJobToken, RevocationStatus.ExpiresAt, "ends it with its job")]
    public async Task What_has_no_way_to_be_revoked_says_why_and_where_a_person_can(CredentialKind kind, RevocationStatus status, string said)
    {
        new NotRevocable(new(), Clock).Takes(kind).ShouldBeTrue();
        var revocation = await RevokeAsync(Credential with { Kind = kind });
        revocation.Status.ShouldBe(status);
        revocation.ExpiresAt.ShouldBeNull();
        revocation.Proof.ShouldContain(said);
        (await RevokeAsync(Credential with { Kind = kind, ExpiresAt = Now.AddMinutes(5) })).Proof.ShouldEndWith("in 5 min");
    }

    [Theory]
    [InlineData("https://acct.blob.core.windows.net/c/b?sv=2024-11-04&se=2026-01-02T04%3A04%3A05Z&sr=b&sp=r&sig=S3cr3t%2Bsig%3D")]
    [InlineData("sv=2024-11-04&se=2026-01-02T04:04:05Z&sig=S3cr3t%2Bsig%3D")]
    public async Task A_shared_access_signature_says_when_it_ends(string value)
    {
        var revocation = await RevokeAsync(Credential with { Kind = CredentialKind.AzureSas, Value = new ValueSource(IsFile: false, "TOKEN") }, value);
        revocation.ExpiresAt.ShouldBe(Now.AddHours(1));
        revocation.Proof.ShouldNotContain("S3cr3t");
    }

    [Theory]
    [InlineData("opaque")]
    [InlineData("a.b.c")]
    [InlineData("..")]
    [InlineData("e30.e30.")]
    [InlineData("e30.e30.x.y.z")]
    [InlineData("e30.W10.x")]
    [InlineData("e30.eyJleHAiOiIxIn0.x")]
    [InlineData("e30.eyJleHAiOi0xfQ.x")]
    [InlineData("e30.eyJleHAiOjFlOTk5fQ.x")]
    public async Task What_is_no_jwt_with_an_end_has_none(string value) =>
        (await RevokeAsync(Credential with { Value = new ValueSource(IsFile: false, "TOKEN") }, value)).Status.ShouldBe(RevocationStatus.ManualRequired);

    [Fact]
    public void Nothing_that_looks_like_a_jwt_throws()
    {
        var json = Gen.OneOf("{", "}", "[", "\"exp\"", "\"typ\"", ":", ",", "1795541664", "-1", "1e999", "\"at+jwt\"", "\"\\ud800\"", "\u00fc").Array[0, 8].Select(string.Concat);
        var part = Gen.OneOf(json.Select(static text => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text))), Gen.String);
        Gen.Select(part, part, part).Sample(static (head, body, signature) => JsonWebToken.Read($"{head}.{body}.{signature}"), iter: 10_000);
        var named = Base64Url.EncodeToString("{\"\\ud800\":1,\"typ\":\"\\ud800\"}"u8);
        JsonWebToken.Read($"{named}.{named}.x").ShouldBeNull();
    }

    private static RunCredential Credential => new() { Name = "tracker", Kind = CredentialKind.Other, RegisteredAt = Now };

    private static readonly FixedTime Clock = new();

    private static Task<Revocation> RevokeAsync(RunCredential credential, string token = OAuthSample.Token) =>
        new NotRevocable(OAuthSample.Values(token), Clock).RevokeAsync(credential, TestContext.Current.CancellationToken);

    private sealed class FixedTime : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Now;
    }
}
