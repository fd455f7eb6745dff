using Postrun.Model;

namespace Postrun.Actions;

/// <summary>Where a program has its credentials.</summary>
/// <param name="Path">Beneath the home, or absolute. At the end, <c>*</c> stands for the files of a directory whose names begin so.</param>
/// <param name="Variable">Where it is named, the file is there.</param>
/// <param name="Issuer">An address or a name.</param>
/// <param name="IsWhole">Whether the file holds its value and nothing else.</param>
/// <param name="Mark">What stands in the file where it holds a credential; empty: it does, whatever it is.</param>
internal sealed record KnownFile(CredentialKind Kind, string Path, string? Variable = null, string? Issuer = null, bool IsWhole = false, string Mark = "")
{
    /// <summary>In the directory that the variable names, where it is set: the name of the file in it.</summary>
    public string? InVariable { get; init; }

    public const string Netrc = ".netrc";

    private const string Google = "https://oauth2.googleapis.com";
    private const string Microsoft = "https://login.microsoftonline.com";

    public static IReadOnlyList<KnownFile> All { get; } =
    [
        new(CredentialKind.VaultToken, ".vault-token", IsWhole: true),
        new(CredentialKind.Other, Netrc, "NETRC", Mark: "password"),
        new(CredentialKind.AwsAccessKey, ".aws/credentials", "AWS_SHARED_CREDENTIALS_FILE", Mark: "aws_secret_access_key"),
        new(CredentialKind.AwsSession, ".aws/cli/cache/*", Mark: "SessionToken"),
        new(CredentialKind.Other, ".aws/sso/cache/*", Mark: "accessToken"),
        new(CredentialKind.Other, "", "GOOGLE_APPLICATION_CREDENTIALS", Google, Mark: "private_key"),
        new(CredentialKind.Other, ".config/gcloud/application_default_credentials.json", "CLOUDSDK_CONFIG", Google) { InVariable = "application_default_credentials.json" },
        new(CredentialKind.GcpAccessToken, ".config/gcloud/access_tokens.db", "CLOUDSDK_CONFIG", Google) { InVariable = "access_tokens.db" },
        new(CredentialKind.Other, ".config/gcloud/credentials.db", "CLOUDSDK_CONFIG", Google) { InVariable = "credentials.db" },
        new(CredentialKind.Other, ".azure/msal_token_cache.json", "AZURE_CONFIG_DIR", Microsoft) { InVariable = "msal_token_cache.json" },
        new(CredentialKind.Other, ".azure/accessTokens.json", "AZURE_CONFIG_DIR", Microsoft) { InVariable = "accessTokens.json" },
        new(CredentialKind.Other, ".kube/config", "KUBECONFIG", Mark: "users:"),
        new(CredentialKind.Other, ".git-credentials", Mark: "@"),
        new(CredentialKind.Other, ".config/git/credentials", Mark: "@"),
        new(CredentialKind.GitHubToken, ".config/gh/hosts.yml", "GH_CONFIG_DIR", Mark: "oauth_token") { InVariable = "hosts.yml" },
        new(CredentialKind.GitLabToken, ".config/glab-cli/config.yml", "GLAB_CONFIG_DIR", Mark: "token: ") { InVariable = "config.yml" },
        new(CredentialKind.RegistryToken, ".docker/config.json", "DOCKER_CONFIG", Mark: "\"auth\"") { InVariable = "config.json" },
        new(CredentialKind.HuggingFaceToken, ".cache/huggingface/token", "HF_TOKEN_PATH", IsWhole: true),
        new(CredentialKind.HuggingFaceToken, ".cache/huggingface/token", "HF_HOME", IsWhole: true) { InVariable = "token" },
        new(CredentialKind.HuggingFaceToken, ".cache/huggingface/stored_tokens", "HF_HOME", Mark: "hf_") { InVariable = "stored_tokens" },
        new(CredentialKind.KaggleKey, ".kaggle/kaggle.json", "KAGGLE_CONFIG_DIR", "https://www.kaggle.com") { InVariable = "kaggle.json" },
        new(CredentialKind.KaggleKey, ".kaggle/access_token", "KAGGLE_CONFIG_DIR", "https://www.kaggle.com", IsWhole: true) { InVariable = "access_token" },
        new(CredentialKind.Other, ".pypirc", Mark: "password"),
        new(CredentialKind.Other, ".npmrc", "NPM_CONFIG_USERCONFIG", Mark: "_auth"),
        new(CredentialKind.Other, ".ssh/*", Mark: "PRIVATE KEY-----"),
        new(CredentialKind.KubernetesToken, "/var/run/secrets/kubernetes.io/serviceaccount/token", IsWhole: true),
        new(CredentialKind.KubernetesToken, "/var/run/secrets/eks.amazonaws.com/serviceaccount/token", "AWS_WEB_IDENTITY_TOKEN_FILE", IsWhole: true),
        new(CredentialKind.KubernetesToken, "/var/run/secrets/azure/tokens/azure-identity-token", "AZURE_FEDERATED_TOKEN_FILE", IsWhole: true),
        new(CredentialKind.KubernetesToken, "/var/run/secrets/tokens/*", IsWhole: true),
    ];

    /// <summary>All places that it may be at, absolute.</summary>
    /// <param name="variables">The environment.</param>
    public IEnumerable<string> Places(IReadOnlyList<string> homes, IReadOnlyDictionary<string, string> variables)
    {
        if (Variable is not null && variables.GetValueOrDefault(Variable) is { Length: > 0 } named)
            // KUBECONFIG may name several.
            return named.Split(':').Where(static path => path.StartsWith('/')).Select(path => InVariable is null ? path : $"{path.TrimEnd('/')}/{InVariable}");
        return Path.Length == 0 ? [] : Path[0] == '/' ? [Path] : homes.Select(home => $"{home.TrimEnd('/')}/{Path}");
    }
}
