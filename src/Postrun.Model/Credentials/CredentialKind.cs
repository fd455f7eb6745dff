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

    /// <summary>A token of Vault that wraps something, to be opened once; the handle is its accessor.</summary>
    [JsonStringEnumMemberName("vault-wrapping-token")] VaultWrappingToken,

    /// <summary>A batch token of Vault, which has no accessor and cannot be revoked.</summary>
    [JsonStringEnumMemberName("vault-batch-token")] VaultBatchToken,

    /// <summary>A secret of Vault's key-value store, which can only be replaced; the handle is its path.</summary>
    [JsonStringEnumMemberName("vault-kv")] VaultKeyValue,

    /// <summary>An access or refresh token of OAuth 2.0 (RFC 6749).</summary>
    [JsonStringEnumMemberName("oauth-token")] OAuthToken,

    /// <summary>A token of an installation of a GitHub App, which ends itself.</summary>
    [JsonStringEnumMemberName("github-installation")] GitHubInstallation,

    /// <summary>Any other token of GitHub: personal (classic or fine-grained), of an OAuth app, of a user of a GitHub App.</summary>
    [JsonStringEnumMemberName("github-token")] GitHubToken,

    /// <summary>A personal, project or group access token of GitLab.</summary>
    [JsonStringEnumMemberName("gitlab-token")] GitLabToken,

    /// <summary>A token of the Hugging Face Hub.</summary>
    [JsonStringEnumMemberName("huggingface-token")] HuggingFaceToken,

    /// <summary>A token of a service account of Kubernetes, which ends with the Secret or the Pod that it is bound to.</summary>
    [JsonStringEnumMemberName("kubernetes-token")] KubernetesToken,

    /// <summary>An access key of a user of AWS; the handle is its id, the value its secret.</summary>
    [JsonStringEnumMemberName("aws-access-key")] AwsAccessKey,

    /// <summary>What a system of one's own issued; the recipe says which requests revoke it, and prove that.</summary>
    [JsonStringEnumMemberName("http")] Http,

    /// <summary>Likewise; the recipe says which commands do.</summary>
    [JsonStringEnumMemberName("command")] Command,

    /// <summary>The <c>GITHUB_TOKEN</c> of a job of GitHub Actions.</summary>
    [JsonStringEnumMemberName("github-job-token")] GitHubJobToken,

    /// <summary>The <c>CI_JOB_TOKEN</c> of a job of GitLab.</summary>
    [JsonStringEnumMemberName("gitlab-job-token")] GitLabJobToken,

    /// <summary>What a CI system says of a job to others: a JWT that lives for minutes.</summary>
    [JsonStringEnumMemberName("ci-oidc-token")] CiOidcToken,

    /// <summary>Temporary keys of AWS.</summary>
    [JsonStringEnumMemberName("aws-session")] AwsSession,

    /// <summary>An access token of Google Cloud.</summary>
    [JsonStringEnumMemberName("gcp-access-token")] GcpAccessToken,

    /// <summary>A shared access signature of Azure Storage.</summary>
    [JsonStringEnumMemberName("azure-sas")] AzureSas,

    /// <summary>A bearer token of a registry of container images.</summary>
    [JsonStringEnumMemberName("registry-token")] RegistryToken,

    /// <summary>An API key of Weights &amp; Biases.</summary>
    [JsonStringEnumMemberName("wandb-key")] WandbKey,

    /// <summary>An API key of Kaggle.</summary>
    [JsonStringEnumMemberName("kaggle-key")] KaggleKey,

    /// <summary>What Postrun has no way to revoke.</summary>
    [JsonStringEnumMemberName("other")] Other,
}
