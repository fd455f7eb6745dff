using System.Text.Json;
using Postrun.Model;

namespace Postrun.Actions;

/// <summary>The pod that this runs in.</summary>
/// <param name="Address">Of the API server; the token is sent to no other.</param>
/// <param name="Token">Of the pod's own service account, which may be allowed to delete.</param>
/// <param name="Name">Of the pod.</param>
public sealed record KubernetesPlace(Uri Address, ValueSource Token, string? Name);

/// <summary>
/// Ends tokens of service accounts by deleting the Secret or the Pod that they are bound to: there is no other way, and none before they expire for
/// those bound to nothing. https://kubernetes.io/docs/reference/access-authn-authz/authentication/#service-account-tokens
/// </summary>
/// <remarks>
/// The API server has accepted such a token for seconds already (its cache), and goes on for 60 s after what it is bound to is marked for deletion. The
/// pod that this runs in is never deleted, and nothing is that has the name and not the uid.
/// </remarks>
public sealed class KubernetesRevoker(IssuerClient client, ValueReader values, TimeProvider time, KubernetesPlace? place) : IRevoker
{
    private const string Server = "the API server";

    /// <summary>Longer than the 10 s that it remembers whom it let in; not as long as a pod is given to end.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(12);

    private static readonly byte[] Who = """{"apiVersion":"authentication.k8s.io/v1","kind":"SelfSubjectReview"}"""u8.ToArray();

    private readonly TokenProof proof = new(time);

    public bool Takes(CredentialKind kind) => kind == CredentialKind.KubernetesToken;

    public async Task<Revocation> RevokeAsync(RunCredential credential, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if ((credential.Issuer ?? place?.Address) is not { IsAbsoluteUri: true } server)
            return Revocation.Manual("the address of its API server is not registered; delete there what it is bound to");
        if (TokenValue.Read(credential, values, static text => KubernetesClaims.Read(text) is not null, out var token) is { } unread)
            return unread;
        var claims = KubernetesClaims.Read(token)!;
        var steps = new TokenSteps(Server, limit => LookAsync(server, token, limit), cut => DeleteAsync(server, claims, token, cut)) { Patience = Patience, Meanwhile = "for a minute or longer after that" };
        if (WhyNot(credential, claims) is not { } why)
            return Hurried(credential, token, await proof.RevokeAsync(steps, cancellation));
        var look = await proof.LookAsync(steps, cancellation);
        return look.Sight == TokenSight.Dead ? Revocation.Dead($"{Server} does not accept it ({look.Said}): it had ended before")
            : NotRevocable.EndOf(credential, JsonWebToken.Read(token)) is { } end ? NotRevocable.Ending(why, end, time.GetUtcNow())
            : Revocation.Manual($"{why}, and it does not end by itself; revoke it at {NotRevocable.IssuerOf(credential)}");
    }

    /// <summary>Why what it is bound to is not deleted.</summary>
    private string? WhyNot(RunCredential credential, KubernetesClaims claims)
    {
        if (claims.Resource is not ("pods" or "secrets") || claims.Name is not { } name || !PrefixGuard.IsPlain(name) || !PrefixGuard.IsPlain(claims.Namespace) || name.Contains('/') || claims.Namespace.Contains('/'))
            return $"it is bound to {(claims.Resource == "nodes" ? "a node" : "nothing")} that could be deleted for it";
        if (claims.Uid is null)
            return $"it is bound to a {Noun(claims)} by name alone, which may be another by now: delete that where it is the one";
        if (claims.Resource == "pods" && IsOwn(claims) is var own and not false)
            return own == true ? "it is bound to the pod that this runs in, and ends with it" : "it is bound to a pod, and which pod this runs in cannot be told, for it has no token of its own: no pod is deleted";
        return credential.RunOwned ? null : $"only the deletion of the {Noun(claims)} that it is bound to ends it earlier; register it with --run-owned where that may be deleted";
    }

    /// <returns><see langword="null"/> where it cannot be told: the name of a host need not be that of its pod</returns>
    private bool? IsOwn(KubernetesClaims claims) => place is null ? false
        : claims.Name == place.Name ? true
        : values.TryRead(place.Token, out var own, out _) && KubernetesClaims.Read(own) is { Resource: "pods", Uid: { } uid } ? uid == claims.Uid
        : null;

    private static string Noun(KubernetesClaims claims) => claims.Resource == "pods" ? "pod" : "secret";

    /// <summary>What ends by itself before it could be looked at again does so.</summary>
    private Revocation Hurried(RunCredential credential, string token, Revocation revocation)
    {
        var now = time.GetUtcNow();
        return revocation.Status == RevocationStatus.RevokeAccepted && NotRevocable.EndOf(credential, JsonWebToken.Read(token)) is { } end && end - now < TimeSpan.FromMinutes(2)
            ? NotRevocable.Ending(revocation.Proof, end, now)
            : revocation;
    }

    /// <summary>Asks who the token is. Whoever is told that he may not was known; whom it does not know the server lets in as nobody else.</summary>
    private async Task<TokenLook> LookAsync(Uri server, string token, CancellationToken cancellation) => TokenLook.Of(
        await client.SendAsync(() => IssuerRequest.Of(HttpMethod.Post, IssuerRequest.At(server, "apis/authentication.k8s.io/v1/selfsubjectreviews"), token, Who), cancellation),
        static answer => (answer.Status == 201 && answer.Text("kind") == "SelfSubjectReview") || (answer.Status is 403 or 404 && answer.Text("kind") == "Status"),
        static answer => answer.Status == 401 && answer.Text("kind") == "Status");

    private async Task<TokenAct> DeleteAsync(Uri server, KubernetesClaims claims, string token, CancellationToken cancellation)
    {
        var path = $"api/v1/namespaces/{Uri.EscapeDataString(claims.Namespace)}/{claims.Resource}/{Uri.EscapeDataString(claims.Name!)}";
        var who = place is not null && IssuerRequest.At(place.Address, "") == IssuerRequest.At(server, "") && values.TryRead(place.Token, out var own, out _) && TokenValue.IsPlain(own) ? own : token;
        var answer = await client.SendAsync(() => IssuerRequest.Of(HttpMethod.Delete, IssuerRequest.At(server, path), who, Options(claims.Uid)), cancellation);
        var noun = Noun(claims);
        return answer switch
        {
            { Problem: null, Status: 200 or 202 } when answer.Text("kind") is not null => new(TokenTaken.Queued, $"{answer.Said} to the deletion of its {noun}"),
            { Problem: null, Status: 404 or 409 } when answer.Text("reason") is "NotFound" or "Conflict" => new(TokenTaken.Queued, $"its {noun} is gone: {answer.Said}"),
            { Problem: null, Status: 403 } => new(TokenTaken.Refused, $"does not let its {noun} be deleted ({answer.Said}): allow the service account that this runs as to delete it"),
            _ => new(TokenTaken.Refused, answer.Problem ?? $"answers with {answer.Said}"),
        };
    }

    /// <summary>By its uid: what has its name may be another by now.</summary>
    private static byte[] Options(string? uid)
    {
        using var text = new MemoryStream();
        using (var json = new Utf8JsonWriter(text))
        {
            json.WriteStartObject();
            json.WriteString("apiVersion"u8, "v1"u8);
            json.WriteString("kind"u8, "DeleteOptions"u8);
            if (uid is not null)
            {
                json.WriteStartObject("preconditions"u8);
                json.WriteString("uid"u8, uid);
                json.WriteEndObject();
            }
            json.WriteEndObject();
        }
        return text.ToArray();
    }
}
