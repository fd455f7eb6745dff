using Postrun.Model;

namespace Postrun.Actions;

/// <summary>
/// Revokes personal, project and group access tokens of GitLab by themselves. https://docs.gitlab.com/api/personal_access_tokens/
/// </summary>
public sealed class GitLabRevoker(IssuerClient client, ValueReader values, TimeProvider time) : IRevoker
{
    private const string Self = "personal_access_tokens/self";

    /// <summary>Of an access token, unless an instance has a beginning of its own.</summary>
    private const string Beginning = "glpat-";

    /// <summary>Of tokens of other kinds, which are not accepted in this place however much they live. https://docs.gitlab.com/security/tokens/#token-prefixes</summary>
    private static readonly string[] Others = ["gloas-", "gldt-", "glrt-", "glrtr-", "glcbt-", "glptt-", "glft-", "glimt-", "glagent-", "glwt-", "glsoat-", "glffct-", "_gitlab_session="];

    private readonly TokenProof proof = new(time);

    public bool Takes(CredentialKind kind) => kind == CredentialKind.GitLabToken;

    public async Task<Revocation> RevokeAsync(RunCredential credential, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (credential.Issuer is not { IsAbsoluteUri: true } issuer)
            return Revocation.Manual("the address of its GitLab is not registered; revoke it there");
        if (TokenValue.Read(credential, values, static text => !Array.Exists(Others, beginning => text.StartsWith(beginning, StringComparison.Ordinal)), out var token) is { } unread)
            return unread;
        var address = IssuerRequest.At(issuer, (issuer.AbsolutePath.TrimEnd('/').EndsWith("/api/v4", StringComparison.Ordinal) ? "" : "api/v4/") + Self);
        return await proof.RevokeAsync(new("GitLab",
            async limit => TokenLook.Of(await client.SendAsync(() => Request(HttpMethod.Get, address, token), limit), static answer => answer.Status == 200 && answer.HasNumber("id"), answer => IsUnknown(answer, token)),
            async cut => TokenAct.Of(await client.SendAsync(() => Request(HttpMethod.Delete, address, token), cut), 204, TokenTaken.Done)), cancellation);
    }

    /// <summary>Of what it knows and accepts no more, GitLab says <c>invalid_token</c>; of what it does not know what it says to anybody, which tells of a token that looks like one only.</summary>
    private static bool IsUnknown(IssuerAnswer answer, string token) => answer.Status == 401
        && (answer.Text("error") == "invalid_token" || (answer.Text("message") == "401 Unauthorized" && token.StartsWith(Beginning, StringComparison.Ordinal)));

    private static HttpRequestMessage Request(HttpMethod method, Uri address, string token)
    {
        var request = IssuerRequest.Of(method, address);
        request.Headers.TryAddWithoutValidation("PRIVATE-TOKEN", token);
        return request;
    }
}
