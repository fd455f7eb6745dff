using System.Globalization;
using Postrun.Model;

namespace Postrun.Actions;

/// <summary>
/// Revokes tokens that are at hand, by themselves. A token that is dead is answered with 403, and so is one whose policies do not let it look
/// itself up: only that it could before proves anything, or that Vault itself calls it unknown.
/// </summary>
internal sealed class VaultSelfRevocation(VaultClient vault, VaultSession session, ValueReader values, TimeProvider time)
{
    /// <summary>What Vault says of a token that it does not know, and never of one that may not do something. OpenBao says so only to others.</summary>
    private static readonly string[] UnknownToken = ["bad token", "invalid token"];

    private readonly VaultProof proof = new(vault, time);

    public async Task<Revocation> RevokeAsync(RunCredential credential, VaultServer server, CancellationToken cancellation)
    {
        if (Token(credential, out var problem) is not { } token)
            return problem;
        var steps = Steps(token, server, cancellation);
        var before = await proof.LookFirstAsync(steps, cancellation);
        return before.Sight switch
        {
            VaultSight.Alive when before.Answer.Object("data") is { } data && data.Text("type") == "batch" =>
                data.Text("expire_time") is { } text && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var end)
                    ? NotRevocable.Ending("it is a batch token, which cannot be revoked", end, time.GetUtcNow())
                    : Revocation.Manual($"it is a batch token, which cannot be revoked; unless it is an orphan it dies with its parent: revoke that one at {NotRevocable.IssuerOf(credential)}"),
            // It is there: from here on 403 says that it is not.
            VaultSight.Alive => await proof.RevokeAsync(server, token, steps with { Look = async limit => Dead(await steps.Look(limit)) }, cancellation, before),
            VaultSight.Forbidden => await UnseenAsync(server, token, before, steps, cancellation),
            _ => await proof.RevokeAsync(server, token, steps, cancellation, before),
        };
    }

    /// <summary>Looks the token up by itself. It says nothing of what died before: that may not look itself up.</summary>
    public async Task<VaultSeen> LookAsync(RunCredential credential, VaultServer server, CancellationToken cancellation) =>
        Token(credential, out var problem) is { } token ? new(await proof.LookFirstAsync(Steps(token, server, cancellation), cancellation)) : new(null, problem.Proof);

    private string? Token(RunCredential credential, out Revocation problem)
    {
        var (token, what) = ("", "");
        problem = credential.Value is not { } source ? Revocation.Manual($"where its value can be read is not registered; revoke it at {NotRevocable.IssuerOf(credential)}")
            : !values.TryRead(source, out token, out what) ? Revocation.Failed($"its value cannot be had: the source {what}")
            : Revocation.Failed("its value is no token of Vault");
        return VaultClient.IsToken(token) ? token : null;
    }

    private VaultSteps Steps(string token, VaultServer server, CancellationToken cancellation) => new(
        "the token", "read on auth/token/lookup-self", "update on auth/token/revoke-self",
        async limit => VaultLook.Of(await vault.GetAsync(server, token, "auth/token/lookup-self", limit), UnknownToken),
        () => vault.PostAsync(server, token, "auth/token/revoke-self", [], cancellation))
    {
        Rest = VaultRevoker.QueuedLeases,
    };

    private static VaultLook Dead(VaultLook look) => look.Sight == VaultSight.Forbidden && look.Answer.IsError() ? look with { Sight = VaultSight.Gone } : look;

    /// <summary>Of one that may not look itself up, or is dead: what revokes it once and not again was alive, and is not.</summary>
    private async Task<Revocation> UnseenAsync(VaultServer server, string token, VaultLook before, VaultSteps steps, CancellationToken cancellation)
    {
        var first = await steps.Revoke();
        if (first.IsSuccess)
            return await steps.Revoke() is { Status: 403 } second && second.IsError()
                ? Revocation.Verified($"the token revoked itself (HTTP status {first.Status}), and may not do so again ({second.Said}); it could not be looked up before, for lack of permission")
                : Revocation.Accepted($"the token revoked itself (HTTP status {first.Status}); it could not be looked up before, for lack of permission, so that a look-up proves nothing");
        if (await LookedUpByOthersAsync(server, token, cancellation) is { Sight: VaultSight.Gone } look)
            return Revocation.Dead($"Vault does not know the token ({look.Answer.Said} to another token that asks for it): it was revoked, or had ended, before");
        return Revocation.Failed(first.Status == 403
            ? $"Vault lets the token neither look itself up nor revoke itself ({before.Answer.Said}): it is dead, or its policies allow neither; revoke it by its accessor"
            : $"Vault, asked to revoke the token, {first.Why()}");
    }

    private async Task<VaultLook?> LookedUpByOthersAsync(VaultServer server, string token, CancellationToken cancellation) =>
        (await session.TokenAsync(server, cancellation)).Value is { } other && other != token
            ? VaultLook.Of(await vault.PostAsync(server, other, "auth/token/lookup", [("token", token)], cancellation), "bad token")
            : null;
}
