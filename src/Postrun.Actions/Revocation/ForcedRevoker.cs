using Postrun.Model;

namespace Postrun.Actions;

/// <summary>Revokes as ever; and where the back end refuses, has Vault forget it. The credential may live on there.</summary>
public sealed class ForcedRevoker(VaultRevoker vault) : IRevoker
{
    public bool Takes(CredentialKind kind) => kind is CredentialKind.VaultLease or CredentialKind.VaultPrefix;

    public async Task<Revocation> RevokeAsync(RunCredential credential, CancellationToken cancellation)
    {
        var revocation = await vault.RevokeAsync(credential, cancellation);
        return revocation.IsRefusedByBackEnd ? await vault.ForceAsync(credential, cancellation) : revocation;
    }
}
