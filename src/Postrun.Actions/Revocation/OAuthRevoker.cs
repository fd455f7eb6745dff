using Postrun.Model;

namespace Postrun.Actions;

/// <summary>
/// Revokes tokens of OAuth 2.0 (RFC 7009). An issuer answers 200 for a token that it has never seen, too: only introspection (RFC 7662)
/// that called it active before and calls it inactive afterwards proves that it is dead. Inactive before as well is what an issuer says of a
/// token that it does not know, may not tell of, or does not keep: node-oidc-provider says it of every JWT, while it is accepted elsewhere.
/// </summary>
/// <param name="hosts">Hosts besides the issuer's own that tokens may be sent to; see <see cref="OAuthDiscovery"/>.</param>
public sealed class OAuthRevoker(IssuerClient client, ValueReader values, TimeProvider time, IReadOnlyCollection<string>? hosts = null) : IRevoker
{
    /// <summary>A look-up that hangs must not keep a revocation from being sent before the pod ends.</summary>
    private static readonly TimeSpan LongestLook = TimeSpan.FromSeconds(10);

    private readonly OAuthDiscovery discovery = new(client, hosts ?? []);

    public bool Takes(CredentialKind kind) => kind == CredentialKind.OAuthToken;

    public async Task<Revocation> RevokeAsync(RunCredential credential, CancellationToken cancellation)
    {
        if (credential.Issuer is not { } issuer || credential.Value is not { } source)
            return Revocation.Manual($"{(credential.Issuer is null ? "its issuer" : "where its value can be read")} is not registered; revoke it at {NotRevocable.IssuerOf(credential)}");
        if (!values.TryRead(source, out var token, out var problem))
            return Revocation.Failed($"its value cannot be had: the source {problem}");
        string? secret = null;
        if (credential.ClientSecret is { } secretSource && !values.TryRead(secretSource, out secret, out problem))
            return Revocation.Failed($"the secret of its client cannot be had: the source {problem}");
        if (secret is not null && credential.ClientId is null)
            return Revocation.Failed("a secret of its client is registered, and no client");

        var jwt = JsonWebToken.Read(token);
        var found = await discovery.FindAsync(issuer, cancellation);
        if (found.Metadata is not { } metadata)
            return found.HasNone ? Unrevocable(credential, jwt, $"its issuer {found.Problem}") : Revocation.Failed($"its issuer {found.Problem}");
        if (metadata.RevocationIsForeign)
            return Revocation.Failed("its issuer takes revocations elsewhere than at its own scheme, host and port, where no token is sent unless the host is named as one to trust");
        if (metadata.Revocation is not { } endpoint)
            return Unrevocable(credential, jwt, "its issuer takes no revocations");
        var form = new OAuthForm(client, token, credential.ClientId, secret);
        if (!form.CanUse(metadata.RevocationMethods))
            return Revocation.Manual($"its issuer authenticates clients by other means than a secret; revoke it at {NotRevocable.IssuerOf(credential)}");

        var before = await IntrospectAsync(form, metadata, cancellation);
        var answer = await form.PostAsync(endpoint, metadata.RevocationMethods, jwt is { IsAccessToken: true } ? "access_token" : null, cancellation);
        if (OAuthForm.Error(answer) == "unsupported_token_type")
            return Unrevocable(credential, jwt, $"its issuer does not revoke tokens of this kind ({answer.Said})");
        if (!answer.IsSuccess)
            return Revocation.Failed(answer.Problem is null ? $"its issuer refuses the revocation: {answer.Said}" : $"its issuer, asked to revoke, {answer.Problem}");
        return Outcome(credential, jwt, before, await IntrospectAsync(form, metadata, cancellation));
    }

    private Revocation Outcome(RunCredential credential, JsonWebToken? jwt, Look before, Look after)
    {
        var now = time.GetUtcNow();
        var end = NotRevocable.EndOf(credential, jwt);
        if (after.IsActive == true)
            return Revocation.Failed("its issuer took the revocation, and introspection calls it active all the same");
        if (after.IsActive == false && before.IsActive == true)
            return Revocation.Verified("introspection called it active before the revocation, and inactive after it"
                + (jwt?.Ends is { } said && said > now ? $"; who checks it without asking the issuer accepts it until then: {NotRevocable.When(said, now)}" : ""));
        if (after.IsActive == false && end <= now)
            return Revocation.Verified($"introspection calls it inactive, and {NotRevocable.When(end.Value, now)}");
        var seen = after.IsActive == false
            ? before.IsActive == false ? "introspection called it inactive before as well: it was dead already, or is not known there" : "introspection calls it inactive, and gave no answer before"
            : after.Said;
        return jwt?.Ends is not null
            ? NotRevocable.Ending($"its issuer took the revocation, and {seen}; who checks it without asking the issuer goes on accepting it", end!.Value, now)
            : Revocation.Accepted($"its issuer took the revocation, and {seen}");
    }

    /// <summary>Nothing more can be done here: it ends by itself, or a person has to.</summary>
    private Revocation Unrevocable(RunCredential credential, JsonWebToken? jwt, string why) => NotRevocable.EndOf(credential, jwt) is { } end
        ? NotRevocable.Ending(why, end, time.GetUtcNow())
        : Revocation.Manual($"{why}, and when it ends is not known; revoke it at {NotRevocable.IssuerOf(credential)}");

    private async Task<Look> IntrospectAsync(OAuthForm form, OAuthMetadata metadata, CancellationToken cancellation)
    {
        if (metadata.IntrospectionIsForeign)
            return new(null, "introspection is elsewhere than at its own host, and not asked");
        if (metadata.Introspection is not { } endpoint)
            return new(null, "it has no introspection that would prove it");
        if (!form.CanUse(metadata.IntrospectionMethods))
            return new(null, "its introspection authenticates clients by other means than a secret");
        using var limit = new CancellationTokenSource(LongestLook, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, limit.Token);
        try
        {
            var answer = await form.PostAsync(endpoint, metadata.IntrospectionMethods, hint: null, either.Token);
            return OAuthForm.IsActive(answer) is { } active ? new(active)
                : new(null, answer.Problem is not null ? $"introspection {answer.Problem}" : answer.IsSuccess ? "introspection says neither active nor inactive" : $"introspection answers with {answer.Said}");
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new(null, $"introspection does not answer within {LongestLook.TotalSeconds:0} s");
        }
    }

    /// <param name="Said">Why it is not known, where it is not.</param>
    private sealed record Look(bool? IsActive, string Said = "");
}
