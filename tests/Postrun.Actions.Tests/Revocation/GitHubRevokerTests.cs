using Postrun.Doubles;
using Postrun.Model;

namespace Postrun.Actions.Tests;

internal static class GitHubSample
{
    public static TokenFixture<GitHubDouble> Of(string beginning, bool isEnterprise = false) => new(new(isEnterprise), beginning == "ghs_" ? CredentialKind.GitHubInstallation : CredentialKind.GitHubToken,
        static (client, values, time) => new GitHubRevoker(client, values, time), github => github.Issue(beginning), static (github, token) => github.Tokens.Contains(token), beginning + "NeverIssued0000000000000000000000000");
}

public sealed class GitHubInstallationConformanceTests() : RevokerConformance(GitHubSample.Of("ghs_"));

public sealed class GitHubClassicTokenConformanceTests() : RevokerConformance(GitHubSample.Of("ghp_"));

public sealed class GitHubFineGrainedTokenConformanceTests() : RevokerConformance(GitHubSample.Of("github_pat_"));

public sealed class GitHubEnterpriseTokenConformanceTests() : RevokerConformance(GitHubSample.Of("ghp_", isEnterprise: true));

/// <summary>What is GitHub's own.</summary>
public sealed class GitHubRevokerTests : IDisposable
{
    private readonly TokenFixture<GitHubDouble> installation = GitHubSample.Of("ghs_");
    private readonly TokenFixture<GitHubDouble> personal = GitHubSample.Of("ghp_");

    public void Dispose()
    {
        installation.Dispose();
        personal.Dispose();
    }

    [Fact]
    public async Task A_token_that_is_not_the_runs_alone_is_not_reported()
    {
        var token = personal.Issuer.Issue("ghp_");
        var revocation = await personal.RevokeAsync(personal.OfValue(token, isOwned: false));
        revocation.Status.ShouldBe(RevocationStatus.DeniedByPolicy);
        revocation.Proof.ShouldContain("--run-owned");
        personal.Issuer.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_token_of_an_installation_ends_itself_without_being_asked_for()
    {
        var revocation = await installation.RevokeAsync(installation.OfValue(installation.Issuer.Issue("ghs_"), isOwned: false));
        revocation.Status.ShouldBe(RevocationStatus.RevokedVerified, revocation.Proof);
        installation.Issuer.Calls.ShouldNotContain(static call => call.Path.EndsWith("/credentials/revoke"));
    }

    [Fact]
    public async Task A_report_is_sent_without_authentication_and_once()
    {
        await personal.RevokeAsync(personal.Issue());
        personal.Issuer.Calls.Where(static call => call.Method == "POST").Select(static call => call.Bearer).ShouldBe([null]);
    }

    [Fact]
    public async Task What_was_taken_and_still_lives_is_accepted_and_no_more()
    {
        personal.Issuer.IsPrompt = false;
        var credential = personal.Issue();
        var revocation = await personal.RevokeAsync(credential);
        revocation.Status.ShouldBe(RevocationStatus.RevokeAccepted);
        revocation.Proof.ShouldContain("202");
        personal.IsAlive(credential).ShouldBeTrue();
    }

    [Fact]
    public async Task Of_a_refresh_token_401_says_nothing()
    {
        personal.Issuer.IsPrompt = false;
        var credential = personal.OfValue(personal.Issuer.Issue("ghr_"));
        (await personal.RevokeAsync(credential)).Status.ShouldBe(RevocationStatus.RevokeAccepted);
        personal.IsAlive(credential).ShouldBeTrue();
        personal.Issuer.Reported.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("")]
    [InlineData("ghs_installation0000000000000000000000")]
    [InlineData("glpat-0000000000")]
    [InlineData("ghp_0000 0000")]
    public async Task What_is_no_token_of_the_kind_is_sent_nowhere_and_not_called_dead(string value)
    {
        (await personal.Revoker.RevokeAsync(personal.OfValue(value), TestContext.Current.CancellationToken)).Status.ShouldBe(RevocationStatus.Failed);
        personal.Issuer.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task When_the_hour_is_used_up_the_token_is_said_to_live()
    {
        for (var count = 0; count < GitHubDouble.Hourly; count++)
            (await personal.RevokeAsync(personal.Issue())).Status.ShouldBe(RevocationStatus.RevokedVerified);
        var revocation = await personal.RevokeAsync(personal.Issue());
        revocation.Status.ShouldBe(RevocationStatus.Failed);
        revocation.Proof.ShouldContain("60 requests an hour");
    }

    [Fact]
    public async Task Tokens_that_come_together_are_reported_together()
    {
        var credentials = Enumerable.Range(0, 3 * GitHubDouble.Hourly).Select(_ => personal.Issue()).ToList();
        var revocations = await Task.WhenAll(credentials.Select(personal.RevokeAsync));
        revocations.ShouldAllBe(static revocation => revocation.Status == RevocationStatus.RevokedVerified);
        personal.Issuer.Calls.Count(static call => call.Method == "POST").ShouldBeLessThanOrEqualTo(GitHubDouble.Hourly);
        personal.Issuer.Tokens.ShouldBeEmpty();
    }

    [Fact]
    public async Task One_that_is_no_token_spoils_the_report_for_no_other()
    {
        personal.Issuer.Instead = static call => call.Method == "POST" && call.Json()!["credentials"]!.AsArray().Count > 1 ? IssuerReply.Json(422, """{"message":"Validation Failed"}""") : null;
        var revocations = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => personal.Issue()).ToList().Select(personal.RevokeAsync));
        revocations.ShouldAllBe(static revocation => revocation.Status == RevocationStatus.RevokedVerified);
    }

    [Fact]
    public async Task A_report_that_is_given_up_keeps_nobody_waiting()
    {
        personal.Issuer.Hangs = static call => call.Method == "POST";
        using var cut = new CancellationTokenSource(TimeSpan.FromMilliseconds(500));
        var revocations = Enumerable.Range(0, 5).Select(_ => personal.Issue()).ToList().ConvertAll(credential => personal.Revoker.RevokeAsync(credential, cut.Token));
        foreach (var revocation in revocations)
            await Should.ThrowAsync<OperationCanceledException>(() => revocation);
    }

    [Fact]
    public async Task A_wait_that_GitHub_asks_for_is_kept()
    {
        var asked = 0;
        personal.Issuer.Instead = call => call.Method == "POST" && ++asked == 1 ? new(403, """{"message":"You have exceeded a secondary rate limit"}""", ("Retry-After", "1")) : null;
        (await personal.RevokeAsync(personal.Issue())).Status.ShouldBe(RevocationStatus.RevokedVerified);
        asked.ShouldBe(2);
    }

    [Fact]
    public async Task A_401_that_is_not_GitHubs_proves_nothing()
    {
        personal.Issuer.Instead = static _ => new(401, "<html>Log in to the proxy</html>");
        (await personal.RevokeAsync(personal.Issue())).Status.ShouldBe(RevocationStatus.Failed);
    }

    [Theory]
    [InlineData(null, "https://api.github.com/")]
    [InlineData("https://github.com", "https://api.github.com/")]
    [InlineData("https://api.github.com/", "https://api.github.com/")]
    [InlineData("https://git.example.com", "https://git.example.com/api/v3/")]
    [InlineData("https://git.example.com/api/v3", "https://git.example.com/api/v3")]
    [InlineData("https://acme.ghe.com", "https://api.acme.ghe.com/")]
    [InlineData("https://api.acme.ghe.com/", "https://api.acme.ghe.com/")]
    public void The_address_of_the_api_is_found(string? issuer, string api) => GitHubRevoker.Api(issuer is null ? null : new(issuer)).AbsoluteUri.ShouldBe(api);
}
