using Postrun.Model;

namespace Postrun.Actions;

/// <summary>
/// Revokes tokens of GitHub. https://docs.github.com/en/rest/apps/installations#revoke-an-installation-access-token and
/// https://docs.github.com/en/rest/credentials/revoke
/// </summary>
/// <remarks>
/// A token of an installation ends itself. Any other is reported: a report is taken (202) whatever stands in it, the token is gone for good, and its
/// owner is mailed, so that this is done only where the token is the run's alone. github.com wants the report without authentication and refuses any
/// other, an Enterprise Server wants it with; at most 60 an hour are taken.
/// </remarks>
public sealed class GitHubRevoker(IssuerClient client, ValueReader values, TimeProvider time) : IRevoker
{
    private static readonly Uri Public = new("https://api.github.com/");

    private const string Installation = "ghs_";
    private const string Refresh = "ghr_";

    private static readonly string[] Reported = ["ghp_", "github_pat_", "gho_", "ghu_", Refresh];

    /// <summary>Of the classic tokens that had no beginning yet.</summary>
    private const int OldLength = 40;

    private readonly TokenProof proof = new(time);
    private readonly GitHubReports reports = new(time);

    public bool Takes(CredentialKind kind) => kind is CredentialKind.GitHubInstallation or CredentialKind.GitHubToken;

    public async Task<Revocation> RevokeAsync(RunCredential credential, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var api = Api(credential.Issuer);
        if (credential.Kind == CredentialKind.GitHubInstallation)
            return TokenValue.Read(credential, values, static text => text.StartsWith(Installation, StringComparison.Ordinal), out var installation) ?? await proof.RevokeAsync(new("GitHub",
                async limit => TokenLook.Of(await client.SendAsync(() => Request(HttpMethod.Get, api, "installation/repositories?per_page=1", installation), limit), static answer => answer.Status == 200 && answer.HasNumber("total_count"), IsUnknown),
                async cut => TokenAct.Of(await client.SendAsync(() => Request(HttpMethod.Delete, api, "installation/token", installation), cut), 204, TokenTaken.Done)), cancellation);
        if (TokenValue.Read(credential, values, IsReported, out var token) is { } unread)
            return unread;
        if (!credential.RunOwned)
            return Revocation.Denied("GitHub takes its revocation as the report of a leak: it is gone for good, and its owner is mailed; register it with --run-owned where it is the run's alone");
        var act = (CancellationToken cut) => ReportAsync(api, token, cut);
        // With a refresh token nothing can be asked, so that 401 would say nothing of it.
        return token.StartsWith(Refresh, StringComparison.Ordinal)
            ? Unproved(await act(cancellation))
            : await proof.RevokeAsync(new("GitHub",
                async limit => TokenLook.Of(await client.SendAsync(() => Request(HttpMethod.Get, api, "user", token), limit), static answer => answer.Status == 200 && answer.Text("login") is not null, IsUnknown),
                act), cancellation);
    }

    /// <summary>Where the API is: beside github.com and the tenants of ghe.com, and beneath an Enterprise Server.</summary>
    internal static Uri Api(Uri? issuer) => issuer switch
    {
        null or { IsAbsoluteUri: false } => Public,
        { Host: "github.com" or "www.github.com" } => Public,
        { Host: "api.github.com" } => issuer,
        { Host: var host } when host.EndsWith(".ghe.com", StringComparison.OrdinalIgnoreCase) => host.StartsWith("api.", StringComparison.OrdinalIgnoreCase) ? issuer : new UriBuilder(issuer) { Host = "api." + host, Path = "/" }.Uri,
        { AbsolutePath: "/" } => IssuerRequest.At(issuer, "api/v3/"),
        _ => issuer,
    };

    private static bool IsReported(string text) => Array.Exists(Reported, beginning => text.StartsWith(beginning, StringComparison.Ordinal)) || (text.Length == OldLength && text.All(char.IsAsciiHexDigitLower));

    private static bool IsUnknown(IssuerAnswer answer) => answer.Status == 401 && answer.Text("message") == "Bad credentials";

    private static HttpRequestMessage Request(HttpMethod method, Uri api, string path, string? token, byte[]? json = null)
    {
        var request = IssuerRequest.Of(method, IssuerRequest.At(api, path), token, json);
        request.Headers.Add("X-GitHub-Api-Version", "2022-11-28");
        return request;
    }

    private static Revocation Unproved(TokenAct act) => act.Taken == TokenTaken.Refused
        ? Revocation.Failed($"GitHub, asked to revoke it, {act.Said}; it may live")
        : Revocation.Accepted($"GitHub took the revocation ({act.Said}); nothing proves it, for a refresh token cannot be looked up");

    private async Task<TokenAct> ReportAsync(Uri api, string token, CancellationToken cancellation)
    {
        var answer = await reports.SendAsync(api, token, tokens => SendAsync(tokens, authentication: null), cancellation);
        // An Enterprise Server does not hear who does not say who it is; the token itself may do it.
        if (answer.Status is 401 or 403 or 404 && api.Host != Public.Host && !token.StartsWith(Refresh, StringComparison.Ordinal))
            answer = await SendAsync([token], token);
        return answer is { Status: 422, Problem: null } ? new(TokenTaken.Refused, "does not take it as a token, or was asked too often (HTTP status 422)")
            : answer is { Status: 403 or 429, Problem: null } ? new(TokenTaken.Refused, $"does not let it be revoked, or was asked too often: it takes 60 requests an hour ({answer.Said})")
            : TokenAct.Of(answer, 202, TokenTaken.Queued);

        Task<IssuerAnswer> SendAsync(IReadOnlyList<string> tokens, string? authentication) =>
            client.SendAsync(() => Request(HttpMethod.Post, api, "credentials/revoke", authentication, IssuerRequest.Credentials(tokens)), cancellation);
    }
}
