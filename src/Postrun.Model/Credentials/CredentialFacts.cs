namespace Postrun.Model;

/// <summary>What is true of all credentials of a kind.</summary>
public static class CredentialFacts
{
    public static bool IsOfVault(this CredentialKind kind) => kind is CredentialKind.VaultLease or CredentialKind.VaultPrefix or CredentialKind.VaultAccessor or CredentialKind.VaultToken
        or CredentialKind.VaultSecretId or CredentialKind.VaultWrappingToken or CredentialKind.VaultBatchToken or CredentialKind.VaultKeyValue;

    /// <summary>Whether its issuer has a way to revoke it.</summary>
    public static bool IsRevocable(this CredentialKind kind) => kind is not (CredentialKind.VaultBatchToken or CredentialKind.VaultKeyValue) && !kind.IsOnlyReported();

    /// <summary>Whether all that can be done is to say when it ends, or who has to revoke it where.</summary>
    public static bool IsOnlyReported(this CredentialKind kind) => kind is CredentialKind.GitHubJobToken or CredentialKind.GitLabJobToken or CredentialKind.CiOidcToken or CredentialKind.AwsSession
        or CredentialKind.GcpAccessToken or CredentialKind.AzureSas or CredentialKind.RegistryToken or CredentialKind.WandbKey or CredentialKind.KaggleKey or CredentialKind.Other;
}
