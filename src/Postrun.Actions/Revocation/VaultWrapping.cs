using Postrun.Model;

namespace Postrun.Actions;

/// <summary>
/// Revokes wrapping tokens, so that nobody takes out any more what they wrap. One that is gone before its end was opened by somebody: that
/// whoever comes second hears of it is what wrapping is for. https://developer.hashicorp.com/vault/docs/concepts/response-wrapping
/// </summary>
internal sealed class VaultWrapping(VaultClient vault, VaultSession session, ValueReader values, TimeProvider time)
{
    /// <summary>What Vault says of one that it does not know.</summary>
    private const string Unknown = "wrapping token is not valid or does not exist";

    private readonly VaultProof proof = new(vault, time);

    /// <param name="ofAccessor">Looks up and revokes the token of an accessor, with the token that is given second.</param>
    public async Task<Revocation> RevokeAsync(RunCredential credential, VaultServer server, Func<string, string, VaultSteps> ofAccessor, CancellationToken cancellation)
    {
        var (steps, token, problem) = await StepsAsync(credential, server, ofAccessor, cancellation);
        if (steps is null)
            return problem is null ? Revocation.Manual($"neither where its value can be read nor its accessor is registered; revoke it at {NotRevocable.IssuerOf(credential)}") : Revocation.Failed(problem);
        var before = await proof.LookFirstAsync(steps, cancellation);
        return before.Sight == VaultSight.Gone ? Opened(credential, before) : await proof.RevokeAsync(server, token, steps, cancellation, before);
    }

    public async Task<VaultSeen> LookAsync(RunCredential credential, VaultServer server, Func<string, string, VaultSteps> ofAccessor, CancellationToken cancellation)
    {
        var (steps, _, problem) = await StepsAsync(credential, server, ofAccessor, cancellation);
        return steps is null ? new(null, problem ?? "what Vault knows it by is not registered") : new(await proof.LookFirstAsync(steps, cancellation));
    }

    private async Task<(VaultSteps? Steps, string Token, string? Problem)> StepsAsync(RunCredential credential, VaultServer server, Func<string, string, VaultSteps> ofAccessor, CancellationToken cancellation)
    {
        if (credential.Value is { } source)
            return !values.TryRead(source, out var value, out var problem) ? (null, "", $"its value cannot be had: the source {problem}")
                : VaultClient.IsToken(value) ? (OfValue(value, server, cancellation), value, null)
                : (null, "", "its value is no token of Vault");
        if (credential.Handle is not { Length: > 0 } handle)
            return (null, "", null);
        var token = await session.TokenAsync(server, cancellation);
        return token.Value is { } asking
            ? (ofAccessor(handle, asking) with { What = "the wrapping token of the accessor", HasLeases = false, Rest = Contents }, asking, null)
            : (null, "", token.Problem);
    }

    private VaultSteps OfValue(string value, VaultServer server, CancellationToken cancellation) => new(
        "the wrapping token", "update on sys/wrapping/lookup", "update on auth/token/revoke",
        // To look does not use it up, and needs no other token.
        async limit => VaultLook.Of(await vault.PostAsync(server, null, "sys/wrapping/lookup", [("token", value)], limit), Unknown),
        async () => (await session.TokenAsync(server, cancellation)).Value is { } other && await vault.PostAsync(server, other, "auth/token/revoke", [("token", value)], cancellation) is { IsSuccess: true } revoked
            ? revoked
            // It may do nothing but be opened; yet that it tries is its only use.
            : await vault.PostAsync(server, value, "auth/token/revoke-self", [], cancellation))
    {
        Rest = Contents,
    };

    private Revocation Opened(RunCredential credential, in VaultLook look) => credential.ExpiresAt <= time.GetUtcNow()
        ? Revocation.Verified($"Vault does not know it ({look.Answer.Said}): it had ended, or was opened, before")
        : Revocation.Manual($"Vault does not know it ({look.Answer.Said}): it was opened, or revoked, before this revocation{(credential.ExpiresAt is null ? ", or has ended" : " and before its end")}. "
            + "If nobody of the run opened it, somebody else has what it wrapped: revoke that, and look in the audit log of Vault who did");

    private const string Contents = "; what it wrapped was not taken out by Postrun, and has to be revoked itself where it is alive";
}
