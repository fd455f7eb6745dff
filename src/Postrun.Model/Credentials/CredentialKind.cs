using System.Text.Json.Serialization;

namespace Postrun.Model;

/// <summary>What a credential is, which says how it is revoked, and what proves that it is.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CredentialKind>))]
public enum CredentialKind
{
    /// <summary>A secret that Vault leased; the handle is its lease id.</summary>
    [JsonStringEnumMemberName("vault-lease")] VaultLease,

    /// <summary>All leases and tokens under a path of Vault; the handle is the prefix, which has to be the run's alone.</summary>
    [JsonStringEnumMemberName("vault-prefix")] VaultPrefix,

    /// <summary>A service token of Vault; the handle is its accessor.</summary>
    [JsonStringEnumMemberName("vault-accessor")] VaultAccessor,

    /// <summary>A token of Vault that is at hand, and revokes itself.</summary>
    [JsonStringEnumMemberName("vault-token")] VaultToken,

    /// <summary>A secret id of AppRole; the handle is its accessor.</summary>
    [JsonStringEnumMemberName("vault-secret-id")] VaultSecretId,

    /// <summary>A batch token of Vault, which has no accessor and cannot be revoked.</summary>
    [JsonStringEnumMemberName("vault-batch-token")] VaultBatchToken,

    /// <summary>A secret of Vault's key-value store, which can only be replaced; the handle is its path.</summary>
    [JsonStringEnumMemberName("vault-kv")] VaultKeyValue,

    /// <summary>An access or refresh token of OAuth 2.0 (RFC 6749).</summary>
    [JsonStringEnumMemberName("oauth-token")] OAuthToken,

    /// <summary>What Postrun has no way to revoke.</summary>
    [JsonStringEnumMemberName("other")] Other,
}
