using Postrun.Model;
using static Postrun.Actions.Tests.LyingIssuer;

namespace Postrun.Actions.Tests;

/// <summary>What is asked of an issuer, and what its answers mean.</summary>
public sealed class OAuthProtocolTests
{
    private static readonly DateTimeOffset InAnHour = DateTimeOffset.FromUnixTimeSeconds(TimeProvider.System.GetUtcNow().AddHours(1).ToUnixTimeSeconds());

    [Fact]
    public async Task It_is_looked_up_then_revoked_then_looked_up_again()
    {
        using var issuer = new LyingIssuer();
        (await OAuthSample.RevokeAsync(OAuthSample.Credential(issuer.Url))).Status.ShouldBe(RevocationStatus.RevokedVerified);
        issuer.Requests.Select(static request => request.Target).ShouldBe(["/.well-known/oauth-authorization-server", "/introspect", "/revoke", "/introspect"]);
        issuer.Requests.ShouldAllBe(static request => !request.Target.Contains(OAuthSample.Token));
    }

    [Fact]
    public async Task A_path_of_the_issuer_goes_behind_the_well_known_one_and_then_before_it()
    {
        using var issuer = new LyingIssuer(path: "/tenant/a");
        issuer.Lie = request => request.Target switch
        {
            "/.well-known/oauth-authorization-server/tenant/a" => Answer(404, ""),
            "/tenant/a/.well-known/openid-configuration" => Answer(200, issuer.Metadata),
            _ => null,
        };
        (await OAuthSample.RevokeAsync(OAuthSample.Credential(new(issuer.Url + "/")))).Status.ShouldBe(RevocationStatus.RevokedVerified);
        issuer.Requests.Take(2).Select(static request => request.Target).ShouldBe(["/.well-known/oauth-authorization-server/tenant/a", "/tenant/a/.well-known/openid-configuration"]);
    }

    [Theory]
    [InlineData(200, "<html>Sign in</html>")]
    [InlineData(302, "")]
    [InlineData(403, "")]
    public async Task Where_the_first_place_has_no_metadata_the_second_one_is_asked(int status, string body)
    {
        using var issuer = new LyingIssuer();
        issuer.Lie = request => request.Target switch
        {
            "/.well-known/oauth-authorization-server" => Answer(status, body),
            "/.well-known/openid-configuration" => Answer(200, issuer.Metadata),
            _ => null,
        };
        (await OAuthSample.RevokeAsync(OAuthSample.Credential(issuer.Url))).Status.ShouldBe(RevocationStatus.RevokedVerified);
    }

    [Fact]
    public async Task What_publishes_no_metadata_and_what_takes_no_revocations_leaves_it_to_the_clock_or_a_person()
    {
        using var issuer = new LyingIssuer();
        issuer.Metadata = $$"""{"issuer":"{{issuer.Origin}}"}""";
        (await OAuthSample.RevokeAsync(OAuthSample.Credential(issuer.Url))).Status.ShouldBe(RevocationStatus.ManualRequired);
        issuer.Lie = static _ => Answer(404, "");
        (await OAuthSample.RevokeAsync(OAuthSample.Credential(issuer.Url))).Proof.ShouldContain(issuer.Origin);
        var ending = await OAuthSample.RevokeAsync(OAuthSample.Credential(issuer.Url, expires: InAnHour));
        ending.Status.ShouldBe(RevocationStatus.ExpiresAt);
        ending.ExpiresAt.ShouldBe(InAnHour);
    }

    [Fact]
    public async Task Secrets_are_encoded_for_the_header_and_not_sent_in_the_body()
    {
        using var issuer = new LyingIssuer();
        await OAuthSample.RevokeAsync(OAuthSample.Credential(issuer.Url, "a:b c"), secret: "ü+%");
        var posted = issuer.Requests.Where(static request => request.Method == "POST").ToList();
        var expected = $"Basic {Convert.ToBase64String("a%3Ab%20c:%C3%BC%2B%25"u8)}";
        posted.Select(static request => request.Headers["authorization"]).ShouldAllBe(header => header == expected);
        posted.Select(static request => request.Body).ShouldAllBe(static body => body == $"token={OAuthSample.Token}");
    }

    [Theory]
    [InlineData("""["client_secret_post","none"]""", "client_secret_post")]
    [InlineData("""["client_secret_post","client_secret_basic"]""", "client_secret_basic")]
    [InlineData("""["private_key_jwt"]""", null)]
    [InlineData("{}", null)]
    public async Task A_client_authenticates_as_the_metadata_says(string methods, string? expected)
    {
        using var issuer = new LyingIssuer();
        issuer.Metadata = issuer.Metadata.Replace("}", $",\"token_endpoint_auth_methods_supported\":{methods}}}");
        var revocation = await OAuthSample.RevokeAsync(OAuthSample.Credential(issuer.Url));
        revocation.Status.ShouldBe(expected is null ? RevocationStatus.ManualRequired : RevocationStatus.RevokedVerified);
        var posted = issuer.Requests.Where(static request => request.Method == "POST").ToList();
        posted.ShouldAllBe(request => request.Headers.ContainsKey("authorization") == (expected == "client_secret_basic"));
        posted.ShouldAllBe(request => request.Body.Contains($"client_secret={OAuthSample.Secret}") == (expected == "client_secret_post"));
    }

    [Fact]
    public async Task A_client_that_is_refused_with_a_header_tries_a_form_and_stays_with_it()
    {
        using var issuer = new LyingIssuer();
        issuer.Lie = static request => request.Headers.ContainsKey("authorization") ? Answer(401, "") : null;
        (await OAuthSample.RevokeAsync(OAuthSample.Credential(issuer.Url))).Status.ShouldBe(RevocationStatus.RevokedVerified);
        issuer.Requests.Count(static request => request.Headers.ContainsKey("authorization")).ShouldBe(1);
    }

    [Fact]
    public async Task A_public_client_says_only_who_it_is()
    {
        using var issuer = new LyingIssuer();
        (await OAuthSample.RevokeAsync(OAuthSample.Credential(issuer.Url, hasSecret: false))).Status.ShouldBe(RevocationStatus.RevokedVerified);
        issuer.Requests.Where(static request => request.Method == "POST").ShouldAllBe(static request => request.Body == $"token={OAuthSample.Token}&client_id=run");
    }

    [Fact]
    public async Task A_jwt_without_introspection_ends_when_it_says()
    {
        using var issuer = new LyingIssuer();
        issuer.Metadata = $$"""{"issuer":"{{issuer.Origin}}","revocation_endpoint":"{{issuer.Origin}}/revoke"}""";
        var revocation = await OAuthSample.RevokeAsync(OAuthSample.Credential(issuer.Url), OAuthSample.Jwt(InAnHour));
        revocation.Status.ShouldBe(RevocationStatus.ExpiresAt);
        revocation.ExpiresAt.ShouldBe(InAnHour);
        issuer.Requests.Last().Body.ShouldContain("&token_type_hint=access_token");
        (await OAuthSample.RevokeAsync(OAuthSample.Credential(issuer.Url, expires: InAnHour))).Status.ShouldBe(RevocationStatus.RevokeAccepted, "what is opaque cannot be checked without its issuer");
    }

    [Fact]
    public async Task A_jwt_that_its_issuer_calls_dead_may_still_be_accepted_elsewhere()
    {
        using var issuer = new LyingIssuer();
        var revocation = await OAuthSample.RevokeAsync(OAuthSample.Credential(issuer.Url), OAuthSample.Jwt(InAnHour));
        revocation.Status.ShouldBe(RevocationStatus.RevokedVerified);
        revocation.Proof.ShouldContain("without asking the issuer");
    }

    [Fact]
    public async Task What_ended_before_the_revocation_is_dead()
    {
        using var issuer = new LyingIssuer();
        issuer.Lie = static request => request.Target == "/introspect" ? Answer(200, """{"active":false}""") : null;
        (await OAuthSample.RevokeAsync(OAuthSample.Credential(issuer.Url, expires: InAnHour.AddHours(-2)))).Status.ShouldBe(RevocationStatus.RevokedVerified);
    }

    [Fact]
    public async Task A_kind_that_an_issuer_does_not_revoke_is_left_to_the_clock_or_a_person()
    {
        using var issuer = new LyingIssuer();
        issuer.Lie = static request => request.Target == "/revoke" ? Answer(400, """{"error":"unsupported_token_type"}""") : null;
        (await OAuthSample.RevokeAsync(OAuthSample.Credential(issuer.Url, expires: InAnHour))).ExpiresAt.ShouldBe(InAnHour);
        (await OAuthSample.RevokeAsync(OAuthSample.Credential(issuer.Url))).Status.ShouldBe(RevocationStatus.ManualRequired);
    }

    [Theory]
    [InlineData("1", "REVOKED_VERIFIED")]
    [InlineData("3600", "FAILED")]
    public async Task An_issuer_that_is_busy_is_asked_again_when_it_says_unless_that_is_too_late(string after, string status)
    {
        using var issuer = new LyingIssuer();
        var asked = 0;
        issuer.Lie = request => request.Target == "/revoke" && Interlocked.Increment(ref asked) == 1 ? Answer(503, "", $"Retry-After: {after}\r\n") : null;
        var started = TimeProvider.System.GetTimestamp();
        var revocation = await OAuthSample.RevokeAsync(OAuthSample.Credential(issuer.Url));
        revocation.Status.ShouldBe(status == "FAILED" ? RevocationStatus.Failed : RevocationStatus.RevokedVerified, revocation.Proof);
        TimeProvider.System.GetElapsedTime(started).ShouldBeLessThan(TimeSpan.FromSeconds(60));
    }

    [Fact]
    public async Task What_is_not_registered_whole_is_not_tried()
    {
        using var issuer = new LyingIssuer();
        var whole = OAuthSample.Credential(issuer.Url);
        (await OAuthSample.RevokeAsync(whole with { Value = null })).Status.ShouldBe(RevocationStatus.ManualRequired);
        (await OAuthSample.RevokeAsync(whole with { Issuer = null })).Status.ShouldBe(RevocationStatus.ManualRequired);
        (await OAuthSample.RevokeAsync(whole with { ClientId = null })).Status.ShouldBe(RevocationStatus.Failed);
        (await OAuthSample.RevokeAsync(whole with { Value = new ValueSource(IsFile: false, "GONE") })).Proof.ShouldContain("not set");
        (await OAuthSample.RevokeAsync(whole with { ClientSecret = new ValueSource(IsFile: true, "/nowhere/secret") })).Proof.ShouldContain("does not exist");
        issuer.Requests.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("http://issuer.example/")]
    [InlineData("https://run:word@127.0.0.1:1/")]
    [InlineData("https://127.0.0.1:1/?tenant=a")]
    [InlineData("https://127.0.0.1:1/#a")]
    [InlineData("issuer.example")]
    [InlineData("urn:issuer")]
    [InlineData("file:///tmp")]
    [InlineData("mailto:run@issuer.example")]
    public async Task An_address_that_no_issuer_has_is_not_asked(string address)
    {
        var revocation = await OAuthSample.RevokeAsync(OAuthSample.Credential(new(address, UriKind.RelativeOrAbsolute)));
        revocation.Status.ShouldBe(RevocationStatus.Failed);
        revocation.Proof.ShouldContain("address that");
    }

    [Fact]
    public async Task A_revocation_can_be_cancelled()
    {
        using var issuer = new LyingIssuer();
        using var cancelled = new CancellationTokenSource();
        issuer.Writing = (_, _, _) =>
        {
            cancelled.Cancel();
            return Task.FromResult(true);
        };
        using var client = new IssuerClient(new(TimeSpan.FromSeconds(5)), TimeProvider.System);
        var revoker = new OAuthRevoker(client, OAuthSample.Values(), TimeProvider.System);
        await Should.ThrowAsync<OperationCanceledException>(() => revoker.RevokeAsync(OAuthSample.Credential(issuer.Url), cancelled.Token));
    }
}
