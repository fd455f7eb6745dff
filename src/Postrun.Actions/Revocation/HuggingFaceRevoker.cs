using Postrun.Model;

namespace Postrun.Actions;

/// <summary>
/// Revokes tokens of the Hugging Face Hub, by reporting them as leaked. The answer is 202 whatever was reported: only that the Hub knew
/// whose it is before, and does not afterwards, proves anything.
/// </summary>
public sealed class HuggingFaceRevoker(IssuerClient client, ValueReader values, TimeProvider time) : IRevoker
{
    private static readonly Uri Public = new("https://huggingface.co/");

    private static readonly string[] Beginnings = ["hf_", "api_org_"];

    private readonly TokenProof proof = new(time);

    public bool Takes(CredentialKind kind) => kind == CredentialKind.HuggingFaceToken;

    public async Task<Revocation> RevokeAsync(RunCredential credential, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (TokenValue.Read(credential, values, static text => Array.Exists(Beginnings, beginning => text.StartsWith(beginning, StringComparison.Ordinal)), out var token) is { } unread)
            return unread;
        if (!credential.RunOwned)
            return Revocation.Denied("the Hub takes its revocation as the report of a leak: it is gone for good, and its owner is told; register it with --run-owned where it is the run's alone");
        var hub = credential.Issuer is { IsAbsoluteUri: true } issuer ? issuer : Public;
        return await proof.RevokeAsync(new("the Hub",
            async limit => TokenLook.Of(await client.SendAsync(() => IssuerRequest.Of(HttpMethod.Get, IssuerRequest.At(hub, "api/whoami-v2"), token), limit),
                static answer => answer.Status == 200 && answer.Text("type") is not null, static answer => answer.Status == 401 && answer.Text("error")?.StartsWith("Invalid", StringComparison.Ordinal) == true),
            // Without authentication: the token is in the body.
            async cut => TokenAct.Of(await client.SendAsync(() => IssuerRequest.Of(HttpMethod.Post, IssuerRequest.At(hub, "api/credentials/revoke"), json: IssuerRequest.Credentials(token)), cut), 202, TokenTaken.Queued))
        {
            Patience = TimeSpan.FromSeconds(10),
        }, cancellation);
    }
}
