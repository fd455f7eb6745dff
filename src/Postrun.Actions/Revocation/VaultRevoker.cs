using System.Text.Json;
using Postrun.Model;

namespace Postrun.Actions;

/// <summary>
/// Revokes what a HashiCorp Vault or an OpenBao issued. Revoking a token only queues the leases under it: revoke recorded leases first, and
/// the token over them afterwards.
/// </summary>
/// <param name="session">Has the tokens that Vault is asked with, for all but what revokes itself.</param>
/// <param name="run">The id of the run, which a prefix has to have in it.</param>
public sealed class VaultRevoker(IssuerClient client, VaultSession session, ValueReader values, TimeProvider time, string? run) : IRevoker
{
    /// <summary>What Vault says of a lease that it does not know. https://github.com/hashicorp/vault/blob/main/vault/logical_system.go</summary>
    private const string UnknownLease = "invalid lease";

    internal const string QueuedLeases = "; leases under it that are not registered themselves are only queued";

    private readonly VaultClient vault = new(client);
    private readonly VaultProof proof = new(new(client), time);
    private readonly VaultSelfRevocation self = new(new(client), session, values, time);
    private readonly VaultWrapping wrapping = new(new(client), session, values, time);

    public bool Takes(CredentialKind kind) => kind is CredentialKind.VaultLease or CredentialKind.VaultPrefix or CredentialKind.VaultAccessor
        or CredentialKind.VaultToken or CredentialKind.VaultSecretId or CredentialKind.VaultWrappingToken or CredentialKind.VaultBatchToken or CredentialKind.VaultKeyValue;

    public async Task<Revocation> RevokeAsync(RunCredential credential, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var where = NotRevocable.IssuerOf(credential);
        if (credential.Kind == CredentialKind.VaultKeyValue)
            return Revocation.Manual($"a secret of the key-value store has no lease and cannot be revoked: replace it where it is valid, write the new one to {where}, and destroy the old versions");
        if (credential.Kind == CredentialKind.VaultBatchToken)
            return credential.ExpiresAt is { } end
                ? NotRevocable.Ending("a batch token has no accessor and cannot be revoked", end, time.GetUtcNow())
                : Revocation.Manual($"a batch token has no accessor and cannot be revoked, and when it ends is not known; unless it is an orphan it dies with its parent: revoke that one at {where}");
        if (credential.Issuer is not { IsAbsoluteUri: true } issuer)
            return Revocation.Manual("the address of its Vault is not registered; revoke it there");
        // Without it, the root would be asked, which says of everything in a namespace that it does not know it.
        if (credential.Namespace is { Length: > 0 } ns && !VaultClient.IsToken(ns))
            return Revocation.Failed("its namespace has characters that no namespace has");
        var server = new VaultServer(issuer, credential.Namespace);
        if (credential.Kind == CredentialKind.VaultToken)
            return await self.RevokeAsync(credential, server, cancellation);
        if (credential.Kind == CredentialKind.VaultWrappingToken)
            return await wrapping.RevokeAsync(credential, server, (accessor, token) => Accessor(accessor, server, token, cancellation), cancellation);
        if (credential.Handle is not { Length: > 0 } handle)
            return Revocation.Manual($"what Vault knows it by is not registered; revoke it at {where}");
        if (credential.Kind == CredentialKind.VaultPrefix && PrefixGuard.Refuse(handle, run) is { } refused)
            return Revocation.Denied(refused);
        var token = await session.TokenAsync(server, cancellation);
        if (token.Value is not { } value)
            return Revocation.Failed(token.Problem);
        return StepsOf(credential, handle, server, value, cancellation) is { } steps
            ? await proof.RevokeAsync(server, value, steps, cancellation)
            : Revocation.Manual($"the role or the mount of its AppRole is not registered, or is no name; revoke it at {where}");
    }

    /// <summary>
    /// Has Vault forget a lease, or what is under a prefix of the run, whatever the back end says. The credential may live on there.
    /// </summary>
    /// <exception cref="OperationCanceledException">it was cancelled; Vault may have been told</exception>
    public async Task<Revocation> ForceAsync(RunCredential credential, CancellationToken cancellation)
    {
        if (credential is not { Kind: CredentialKind.VaultLease or CredentialKind.VaultPrefix, Issuer: { IsAbsoluteUri: true } issuer, Handle: { Length: > 0 } handle } || (credential.Namespace is { Length: > 0 } ns && !VaultClient.IsToken(ns)))
            return Revocation.Manual("only a lease or a prefix of Vault can be forgotten by force");
        if (credential.Kind == CredentialKind.VaultPrefix && PrefixGuard.Refuse(handle, run) is { } refused)
            return Revocation.Denied(refused);
        if (VaultClient.Path("sys/leases/revoke-force/", handle.TrimEnd('/')) is not { } path)
            return Revocation.Denied("what Vault knows it by is no path of a lease");
        var server = new VaultServer(issuer, credential.Namespace);
        var token = await session.TokenAsync(server, cancellation);
        if (token.Value is not { } value)
            return Revocation.Failed(token.Problem);
        var steps = StepsOf(credential, handle, server, value, cancellation)!;
        var before = await steps.Look(cancellation);
        if (before.Sight == VaultSight.Gone)
            return Revocation.Verified($"Vault does not know {steps.What} ({before.Answer.Said}): it was revoked, had ended, or was forgotten by force, before");
        // The path takes prefixes as well: what is not seen to be one lease may be the leases of everybody.
        if (before.Sight != VaultSight.Alive)
            return Revocation.Failed($"nothing was forgotten: {steps.What} has to be looked up first, and Vault {before.Answer.Why()}; allow the token {steps.LookPath}");
        var forced = await vault.PostAsync(server, value, path, [], cancellation);
        var after = await steps.Look(cancellation);
        if (after.Sight == VaultSight.Gone)
            return Revocation.Manual($"Vault was made to forget {steps.What}, and the look-up fails now ({after.Answer.Said}); the credential may live on in the back end: remove it there") with { IsOrphaned = true };
        return Revocation.Failed(forced.IsSuccess ? $"Vault took it (HTTP status {forced.Status}), and still finds {steps.What}" : $"Vault, asked to forget {steps.What}, {forced.Why()}; it needs sudo on sys/leases/revoke-force");
    }

    /// <summary>Looks it up, and changes nothing.</summary>
    /// <returns><see langword="null"/> where Vault has no look-up for it</returns>
    internal async Task<VaultSeen?> LookAsync(RunCredential credential, CancellationToken cancellation)
    {
        if (credential is not { Kind: CredentialKind.VaultLease or CredentialKind.VaultPrefix or CredentialKind.VaultAccessor or CredentialKind.VaultSecretId or CredentialKind.VaultWrappingToken or CredentialKind.VaultToken, Issuer: { IsAbsoluteUri: true } issuer })
            return null;
        if (credential.Namespace is { Length: > 0 } ns && !VaultClient.IsToken(ns))
            return new(null, "its namespace has characters that no namespace has");
        var server = new VaultServer(issuer, credential.Namespace);
        if (credential.Kind == CredentialKind.VaultToken)
            return await self.LookAsync(credential, server, cancellation);
        if (credential.Kind == CredentialKind.VaultWrappingToken)
            return await wrapping.LookAsync(credential, server, (accessor, token) => Accessor(accessor, server, token, cancellation), cancellation);
        if (credential.Handle is not { Length: > 0 } handle || (credential.Kind == CredentialKind.VaultPrefix && !handle.TrimEnd('/').Split('/').All(PrefixGuard.IsPlain)))
            return new(null, "what Vault knows it by is not registered, or is no path");
        var token = await session.TokenAsync(server, cancellation);
        if (token.Value is not { } value)
            return new(null, token.Problem);
        return StepsOf(credential, handle, server, value, cancellation) is { } steps ? new(await proof.LookFirstAsync(steps, cancellation)) : new(null, "its role or its mount is not registered");
    }

    private VaultSteps? StepsOf(RunCredential credential, string handle, VaultServer server, string token, CancellationToken cancellation) => credential.Kind switch
    {
        CredentialKind.VaultLease => Lease(handle, server, token, cancellation),
        CredentialKind.VaultPrefix => Prefix(handle.TrimEnd('/'), server, token, cancellation),
        CredentialKind.VaultAccessor => Accessor(handle, server, token, cancellation),
        _ => SecretId(handle, credential.Mount ?? "approle", credential.Role, server, token, cancellation),
    };

    private VaultSteps Lease(string lease, VaultServer server, string token, CancellationToken cancellation) => new(
        "the lease", "update on sys/leases/lookup", "update on sys/leases/revoke",
        async limit => VaultLook.Of(await vault.PostAsync(server, token, "sys/leases/lookup", [("lease_id", lease)], limit), UnknownLease),
        () => vault.PostAsync(server, token, "sys/leases/revoke", [("lease_id", lease)], cancellation, sync: true))
    {
        Explain = async () => (await IsIrrevocableAsync(lease, server, token, cancellation) ? "; Vault has given it up as irrevocable, because its back end refuses" : "; its back end may refuse")
            + ": mend the back end and try again, or have Vault forget it with 'postrun revoke --force'",
    };

    private VaultSteps Prefix(string prefix, VaultServer server, string token, CancellationToken cancellation) => new(
        "what is under the prefix", "list and sudo on sys/leases/lookup/PREFIX", "update and sudo on sys/leases/revoke-prefix/PREFIX",
        async limit => Listed(await vault.GetAsync(server, token, VaultClient.Path("sys/leases/lookup/", prefix, "?list=true")!, limit)),
        // Vault refuses to write to a path that ends in a slash, and adds it by itself.
        () => vault.PostAsync(server, token, VaultClient.Path("sys/leases/revoke-prefix/", prefix)!, [], cancellation, sync: true))
    {
        HasLeases = true,
        Explain = static () => Task.FromResult("; a back end may refuse: see sys/leases?type=irrevocable, mend it and try again, or have Vault forget what is left with 'postrun revoke --force'"),
    };

    /// <summary>Of nothing Vault says 404 and no error, and of a path that it does not have 404 with one.</summary>
    private static VaultLook Listed(IssuerAnswer answer) => answer switch
    {
        _ when answer.IsNothing() => new(VaultSight.Gone, answer),
        { Status: 200 } when answer.Object("data") is { } data && data.TryGetProperty("keys", out var keys) && keys.ValueKind == JsonValueKind.Array => new(keys.GetArrayLength() > 0 ? VaultSight.Alive : VaultSight.Gone, answer),
        { Status: 200 } => new(VaultSight.Unclear, answer),
        _ => VaultLook.Of(answer),
    };

    private VaultSteps Accessor(string accessor, VaultServer server, string token, CancellationToken cancellation) => new(
        "the token of the accessor", "update on auth/token/lookup-accessor", "update on auth/token/revoke-accessor",
        // "bad token": the accessor is still written down, and its token is not, or is being revoked and good for nothing any more.
        async limit => VaultLook.Of(await vault.PostAsync(server, token, "auth/token/lookup-accessor", [("accessor", accessor)], limit), "invalid accessor", "failed to find accessor entry", "bad token"),
        () => vault.PostAsync(server, token, "auth/token/revoke-accessor", [("accessor", accessor)], cancellation))
    {
        HasLeases = true,
        Rest = QueuedLeases,
    };

    private VaultSteps? SecretId(string accessor, string mount, string? role, VaultServer server, string token, CancellationToken cancellation)
    {
        var name = role is null || role.Contains('/') ? "" : role;
        if (VaultClient.Path("auth/", mount, "/role/") is not { } roles || VaultClient.Path(roles, name, "/secret-id-accessor/") is not { } path)
            return null;
        var fields = new[] { ("secret_id_accessor", accessor) };
        return new(
            "the secret id", "update on auth/MOUNT/role/ROLE/secret-id-accessor/lookup", "update on auth/MOUNT/role/ROLE/secret-id-accessor/destroy",
            async limit => VaultLook.Of(await vault.PostAsync(server, token, path + "lookup", fields, limit), "failed to find accessor entry"),
            () => vault.PostAsync(server, token, path + "destroy", fields, cancellation))
        {
            Rest = "; tokens that were had with it live on, and have to be revoked themselves",
        };
    }

    private async Task<bool> IsIrrevocableAsync(string lease, VaultServer server, string token, CancellationToken cancellation)
    {
        var answer = await vault.GetAsync(server, token, "sys/leases?type=irrevocable", cancellation);
        return answer.Status == 200 && answer.Object("data") is { } data && data.Items("leases").Any(entry => entry.ValueKind == JsonValueKind.Object && entry.Text("lease_id") == lease);
    }
}
