using System.IO.Compression;
using System.Text;
using Postrun.Model;
using static Postrun.Actions.Tests.LyingIssuer;

namespace Postrun.Actions.Tests;

/// <summary>Against issuers that answer as they should not.</summary>
public sealed class OAuthLiesTests
{
    [Theory]
    [InlineData("/.well-known/oauth-authorization-server", "FAILED")]
    [InlineData("/introspect", "REVOKE_ACCEPTED")]
    [InlineData("/revoke", "FAILED")]
    public async Task A_redirect_to_another_host_takes_no_token_there(string target, string status)
    {
        using var issuer = new LyingIssuer();
        using var other = new LyingIssuer();
        issuer.Lie = request => request.Target == target ? Answer(307, "", $"Location: {other.Origin}{target}\r\n") : null;
        await ShouldBeAsync(issuer, status);
        other.Requests.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("http://127.0.0.1:{0}")]
    [InlineData("http://localhost:{0}")]
    [InlineData("https://127.0.0.1:{0}")]
    [InlineData("http://issuer.example")]
    [InlineData("https://issuer.example")]
    [InlineData("http://run:secret@127.0.0.1:{1}")]
    [InlineData("file:///tmp")]
    public async Task No_token_is_sent_where_the_metadata_names_another_host(string place)
    {
        using var issuer = new LyingIssuer();
        using var other = new LyingIssuer();
        var address = string.Format(null, place, new Uri(other.Origin).Port, new Uri(issuer.Origin).Port);
        issuer.Metadata = $$"""{"issuer":"{{issuer.Origin}}","revocation_endpoint":"{{address}}/revoke","introspection_endpoint":"{{address}}/introspect"}""";
        (await ShouldBeAsync(issuer, "FAILED")).ShouldNotContain("example");
        other.Requests.ShouldBeEmpty();
        issuer.Requests.ShouldNotContain(static request => request.Method == "POST");
    }

    [Fact]
    public async Task Introspection_at_another_host_is_not_asked_and_the_token_is_revoked_all_the_same()
    {
        using var issuer = new LyingIssuer();
        using var other = new LyingIssuer();
        issuer.Metadata = $$"""{"issuer":"{{issuer.Origin}}","revocation_endpoint":"{{issuer.Origin}}/revoke","introspection_endpoint":"{{other.Origin}}/introspect"}""";
        await ShouldBeAsync(issuer, "REVOKE_ACCEPTED");
        other.Requests.ShouldBeEmpty();
        issuer.Requests.Count(static request => request.Method == "POST").ShouldBe(1);
    }

    [Theory]
    [InlineData("https://issuer.example")]
    [InlineData("{0}/tenant")]
    [InlineData("")]
    public async Task Metadata_of_another_issuer_is_not_used(string named)
    {
        using var issuer = new LyingIssuer();
        issuer.Metadata = issuer.Metadata.Replace($"\"issuer\":\"{issuer.Origin}\"", $"\"issuer\":\"{string.Format(null, named, issuer.Origin)}\"");
        (await ShouldBeAsync(issuer, "FAILED")).ShouldContain("another issuer");
        issuer.Requests.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("/.well-known/oauth-authorization-server", "FAILED")]
    [InlineData("/introspect", "REVOKE_ACCEPTED")]
    [InlineData("/revoke", "FAILED")]
    public async Task An_answer_that_is_too_large_is_not_read(string target, string status)
    {
        using var issuer = new LyingIssuer();
        issuer.Lie = request => request.Target == target ? Answer(200, $"{{\"active\":false,\"x\":\"{new string('x', 5 << 20)}\"}}") : null;
        (await ShouldBeAsync(issuer, status)).ShouldContain("larger than");
    }

    [Theory]
    [InlineData("/.well-known/oauth-authorization-server", "FAILED")]
    [InlineData("/revoke", "FAILED")]
    public async Task An_answer_without_end_is_not_read_to_its_end(string target, string status)
    {
        using var issuer = new LyingIssuer();
        issuer.Writing = async (request, stream, cancellation) =>
        {
            if (request.Target != target)
                return false;
            await stream.WriteAsync("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"u8.ToArray(), cancellation);
            while (true)
                await stream.WriteAsync(Encoding.ASCII.GetBytes($"{1 << 16:x}\r\n{new string(' ', 1 << 16)}\r\n"), cancellation);
        };
        (await ShouldBeAsync(issuer, status)).ShouldContain("larger than");
    }

    [Fact]
    public async Task An_answer_that_drips_is_given_up()
    {
        using var issuer = new LyingIssuer();
        issuer.Writing = async (_, stream, cancellation) =>
        {
            await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n"u8.ToArray(), cancellation);
            while (true)
            {
                await stream.WriteAsync(" "u8.ToArray(), cancellation);
                await Task.Delay(50, cancellation);
            }
        };
        (await ShouldBeAsync(issuer, "FAILED")).ShouldContain("does not answer within");
    }

    [Fact]
    public async Task Introspection_that_hangs_keeps_no_revocation_from_being_sent()
    {
        using var issuer = new LyingIssuer();
        issuer.Writing = async (request, _, cancellation) =>
        {
            if (request.Target == "/introspect" && issuer.Requests.All(static before => before.Target != "/revoke"))
                await Task.Delay(Timeout.Infinite, cancellation);
            return false;
        };
        var revocation = await OAuthSample.RevokeAsync(OAuthSample.Credential(issuer.Url), patience: TimeSpan.FromMinutes(1));
        revocation.Status.ShouldBe(RevocationStatus.RevokeAccepted, revocation.Proof);
        revocation.Proof.ShouldContain("no answer before");
    }

    [Fact]
    public async Task Compressed_metadata_is_refused()
    {
        using var issuer = new LyingIssuer();
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            gzip.Write(Encoding.UTF8.GetBytes(issuer.Metadata));
        issuer.Writing = async (_, stream, cancellation) =>
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: {packed.Length}\r\n\r\n"), cancellation);
            await stream.WriteAsync(packed.ToArray(), cancellation);
            return true;
        };
        (await ShouldBeAsync(issuer, "FAILED")).ShouldContain("encoding");
    }

    [Theory]
    [InlineData(200, "<html>not found</html>")]
    [InlineData(200, "")]
    [InlineData(200, "{")]
    [InlineData(200, "[false]")]
    [InlineData(200, "{}")]
    [InlineData(200, """{"active":"false"}""")]
    [InlineData(200, """{"active":null}""")]
    [InlineData(200, """{"active":0}""")]
    [InlineData(200, """{"Active":false}""")]
    [InlineData(200, """{"error":"\ud800","active":"\ud800"}""")]
    [InlineData(204, "")]
    [InlineData(401, """{"active":false}""")]
    [InlineData(403, """{"active":false}""")]
    [InlineData(404, """{"active":false}""")]
    public async Task Introspection_that_does_not_say_inactive_proves_nothing(int status, string body)
    {
        using var issuer = new LyingIssuer();
        issuer.Lie = request => request.Target == "/introspect" ? Answer(status, body) : null;
        await ShouldBeAsync(issuer, "REVOKE_ACCEPTED");
    }

    [Fact]
    public async Task Introspection_that_knew_nothing_before_proves_nothing_after()
    {
        using var issuer = new LyingIssuer();
        issuer.Lie = static request => request.Target == "/introspect" ? Answer(200, """{"active":false}""") : null;
        (await ShouldBeAsync(issuer, "REVOKE_ACCEPTED")).ShouldContain("not known");
        issuer.Requests.ShouldContain(static request => request.Target == "/revoke");
    }

    [Fact]
    public async Task A_token_that_stays_active_has_not_been_revoked()
    {
        using var issuer = new LyingIssuer();
        issuer.Lie = static request => request.Target == "/introspect" ? Answer(200, """{"active":true}""") : null;
        (await ShouldBeAsync(issuer, "FAILED")).ShouldContain("active all the same");
    }

    [Theory]
    [InlineData(400, """{"error":"invalid_request"}""")]
    [InlineData(401, """{"error":"invalid_client"}""")]
    [InlineData(403, "")]
    [InlineData(500, "")]
    [InlineData(503, "")]
    public async Task A_revocation_that_is_refused_has_failed(int status, string body)
    {
        using var issuer = new LyingIssuer();
        issuer.Lie = request => request.Target == "/revoke" ? Answer(status, body) : null;
        (await ShouldBeAsync(issuer, "FAILED")).ShouldContain($"HTTP status {status}");
    }

    [Fact]
    public async Task What_an_issuer_says_is_not_repeated()
    {
        using var issuer = new LyingIssuer();
        issuer.Lie = static request => request.Method == "POST"
            ? Answer(400, $$"""{"error":"{{request.Body}}","error_description":"{{request.Headers["authorization"]}}"}""", $"X-Said: {request.Body}\r\n") : null;
        await ShouldBeAsync(issuer, "FAILED");
    }

    [Fact]
    public async Task An_issuer_that_breaks_off_has_not_answered()
    {
        using var issuer = new LyingIssuer();
        issuer.Writing = static (request, _, _) => Task.FromResult(request.Target == "/revoke");
        (await ShouldBeAsync(issuer, "FAILED")).ShouldContain("breaks the connection off");
    }

    private static async Task<string> ShouldBeAsync(LyingIssuer issuer, string status)
    {
        var revocation = await OAuthSample.RevokeAsync(OAuthSample.Credential(issuer.Url), patience: TimeSpan.FromSeconds(1));
        var expected = status == "FAILED" ? RevocationStatus.Failed : RevocationStatus.RevokeAccepted;
        revocation.Status.ShouldBe(expected, revocation.Proof);
        return revocation.Proof;
    }
}
