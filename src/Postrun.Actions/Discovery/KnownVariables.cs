using System.Collections.Frozen;
using Postrun.Model;

namespace Postrun.Actions;

/// <summary>Knows credentials by the variable that they are in.</summary>
internal static class KnownVariables
{
    /// <summary>Shorter values are settings, whatever their variable is called.</summary>
    private const int ShortestValue = 8;

    /// <summary>A job has these of its own, whatever they look like.</summary>
    private static readonly FrozenDictionary<string, CredentialKind> OfJobs = new Dictionary<string, CredentialKind>
    {
        ["ACTIONS_ID_TOKEN_REQUEST_TOKEN"] = CredentialKind.CiOidcToken,
        ["ACTIONS_RUNTIME_TOKEN"] = CredentialKind.GitHubJobToken,
        ["CI_JOB_TOKEN"] = CredentialKind.GitLabJobToken,
        ["CI_REGISTRY_PASSWORD"] = CredentialKind.GitLabJobToken,
        ["CI_JOB_JWT"] = CredentialKind.CiOidcToken,
        ["CI_JOB_JWT_V2"] = CredentialKind.CiOidcToken,
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, CredentialKind> Kinds = new Dictionary<string, CredentialKind>
    {
        ["VAULT_TOKEN"] = CredentialKind.VaultToken,
        ["BAO_TOKEN"] = CredentialKind.VaultToken,
        ["GITLAB_TOKEN"] = CredentialKind.GitLabToken,
        ["HF_TOKEN"] = CredentialKind.HuggingFaceToken,
        ["HUGGING_FACE_HUB_TOKEN"] = CredentialKind.HuggingFaceToken,
        ["WANDB_API_KEY"] = CredentialKind.WandbKey,
        ["KAGGLE_KEY"] = CredentialKind.KaggleKey,
        ["KAGGLE_API_TOKEN"] = CredentialKind.KaggleKey,
        ["AWS_SECRET_ACCESS_KEY"] = CredentialKind.AwsAccessKey,
        ["AWS_SESSION_TOKEN"] = CredentialKind.AwsSession,
        ["CLOUDSDK_AUTH_ACCESS_TOKEN"] = CredentialKind.GcpAccessToken,
        ["GOOGLE_OAUTH_ACCESS_TOKEN"] = CredentialKind.GcpAccessToken,
        ["AZURE_STORAGE_SAS_TOKEN"] = CredentialKind.AzureSas,
    }.ToFrozenDictionary();

    /// <summary>How variables end that hold a secret of whatever kind.</summary>
    private static readonly string[] Endings = ["TOKEN", "PASSWORD", "PASSWD", "SECRET", "API_KEY", "APIKEY", "ACCESS_KEY", "PRIVATE_KEY", "SECRET_KEY", "ACCOUNT_KEY"];

    /// <returns><see langword="null"/> where neither the name nor the value is that of a credential</returns>
    public static FoundCredential? Find(string name, string value, IReadOnlyDictionary<string, string> all)
    {
        // What is Postrun's own signs the evidence, and was not issued to the run.
        if (value.Length < ShortestValue || name.StartsWith("POSTRUN_", StringComparison.Ordinal))
            return null;
        var where = new ValueSource(IsFile: false, name);
        var formed = TokenForm.Of(value, where);
        if (OfJob(name, formed, all) is { } ofJob)
            return (formed ?? new() { Kind = ofJob, Where = where, IsWhole = true }) with { Kind = ofJob };
        if (formed is not null)
            return formed;
        if (Kinds.TryGetValue(name, out var kind))
            return new() { Kind = kind == CredentialKind.AwsAccessKey && all.ContainsKey("AWS_SESSION_TOKEN") ? CredentialKind.AwsSession : kind, Where = where, IsWhole = true };
        return Array.Exists(Endings, ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) && TokenValue.IsPlain(value) && value[0] != '/'
            ? new() { Kind = CredentialKind.Other, Where = where, IsWhole = true }
            : null;
    }

    private static CredentialKind? OfJob(string name, FoundCredential? formed, IReadOnlyDictionary<string, string> all) =>
        OfJobs.TryGetValue(name, out var kind) ? kind
        : name == "GITHUB_TOKEN" && all.GetValueOrDefault("GITHUB_ACTIONS") == "true" && (formed is null || formed.Kind == CredentialKind.GitHubInstallation) ? CredentialKind.GitHubJobToken
        : null;
}
