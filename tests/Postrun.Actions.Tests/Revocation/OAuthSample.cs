using System.Buffers.Text;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Postrun.Model;

namespace Postrun.Actions.Tests;

/// <summary>A credential of OAuth, and what revokes it.</summary>
internal static class OAuthSample
{
    public const string Token = "tok-9f1c0d6b2e7a4583";
    public const string Secret = "sec-51e0a7d94c3b8f26";

    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(300);

    public static RunCredential Credential(Uri issuer, string? client = "run", bool hasSecret = true, DateTimeOffset? expires = null) => new()
    {
        Name = "tracker",
        Kind = CredentialKind.OAuthToken,
        Issuer = issuer,
        Value = new ValueSource(IsFile: false, "TOKEN"),
        ClientId = client,
        ClientSecret = hasSecret ? new ValueSource(IsFile: false, "SECRET") : null,
        ExpiresAt = expires,
        RegisteredAt = TimeProvider.System.GetUtcNow(),
    };

    public static ValueReader Values(string token = Token, string secret = Secret) => new(name => name switch { "TOKEN" => token, "SECRET" => secret, _ => null });

    /// <summary>Revokes with a client of its own, and looks that what comes of it shows neither value.</summary>
    public static async Task<Revocation> RevokeAsync(RunCredential credential, string token = Token, string secret = Secret, X509Certificate2? authority = null, string[]? hosts = null, TimeSpan? patience = null)
    {
        using var client = new IssuerClient(new(patience ?? Patience, authority is null ? null : [authority]), TimeProvider.System);
        var revocation = await new OAuthRevoker(client, Values(token, secret), TimeProvider.System, hosts).RevokeAsync(credential, TestContext.Current.CancellationToken);
        foreach (var value in new[] { token, secret, Uri.EscapeDataString(secret), Convert.ToBase64String(Encoding.UTF8.GetBytes(secret)) })
            revocation.ToString().ShouldNotContain(value);
        revocation.Proof.ShouldNotContain("\n");
        return revocation;
    }

    /// <summary>As an issuer would sign it, but that nobody did.</summary>
    public static string Jwt(DateTimeOffset? expires, string type = "at+jwt") => string.Join('.',
        Part($$"""{"alg":"RS256","typ":"{{type}}"}"""), Part(expires is { } end ? $$"""{"sub":"run","exp":{{end.ToUnixTimeSeconds()}}}""" : """{"sub":"run"}"""), Part("signature"));

    private static string Part(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));
}
