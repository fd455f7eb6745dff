using Postrun.Doubles;
using Postrun.Model;

namespace Postrun.Actions.Tests;

internal static class GitLabSample
{
    public static TokenFixture<GitLabDouble> New() => new(new(), CredentialKind.GitLabToken, static (client, values, time) => new GitLabRevoker(client, values, time),
        static gitlab => gitlab.Issue(), static (gitlab, token) => gitlab.Tokens.Contains(token), "glpat-NeverIssued000000");
}

public sealed class GitLabTokenConformanceTests() : RevokerConformance(GitLabSample.New());

/// <summary>What is GitLab's own.</summary>
public sealed class GitLabRevokerTests : IDisposable
{
    private readonly TokenFixture<GitLabDouble> sample = GitLabSample.New();

    public void Dispose() => sample.Dispose();

    [Theory]
    [InlineData("glcbt-")]
    [InlineData("gldt-")]
    public async Task A_token_of_another_kind_is_not_sent_and_not_called_dead(string beginning)
    {
        var credential = sample.OfValue(sample.Issuer.Issue(beginning));
        (await sample.RevokeAsync(credential)).Status.ShouldBe(RevocationStatus.Failed);
        sample.Issuer.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task Of_what_does_not_look_like_a_token_what_is_said_to_anybody_proves_nothing() =>
        (await sample.RevokeAsync(sample.OfValue("S3cr3tV4lueOfAnotherKind"))).Status.ShouldBe(RevocationStatus.Failed);

    [Fact]
    public async Task A_token_with_a_beginning_of_the_instance_is_revoked()
    {
        var credential = sample.OfValue(sample.Issuer.Issue("acme-"));
        (await sample.RevokeAsync(credential)).Status.ShouldBe(RevocationStatus.RevokedVerified);
        (await sample.RevokeAsync(credential)).Proof.ShouldContain("before");
    }

    [Theory]
    [InlineData("")]
    [InlineData("api/v4")]
    [InlineData("api/v4/")]
    public async Task The_address_may_be_that_of_the_api(string path) =>
        (await sample.RevokeAsync(sample.Issue() with { Issuer = new(sample.Issuer.Address, path) })).Status.ShouldBe(RevocationStatus.RevokedVerified);
}
