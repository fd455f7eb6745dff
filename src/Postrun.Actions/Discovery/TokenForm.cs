using Postrun.Model;

namespace Postrun.Actions;

/// <summary>Knows credentials by how they are written.</summary>
internal static class TokenForm
{
    /// <summary>Shorter ones with such a beginning are something else.</summary>
    private const int Shortest = 20;

    private const string GitHubActions = "https://token.actions.githubusercontent.com";

    private static readonly (string Beginning, CredentialKind Kind)[] Beginnings =
    [
        ("hvs.", CredentialKind.VaultToken), ("hvb.", CredentialKind.VaultBatchToken), ("ghs_", CredentialKind.GitHubInstallation), ("ghp_", CredentialKind.GitHubToken),
        ("gho_", CredentialKind.GitHubToken), ("ghu_", CredentialKind.GitHubToken), ("ghr_", CredentialKind.GitHubToken), ("github_pat_", CredentialKind.GitHubToken),
        ("glpat-", CredentialKind.GitLabToken), ("hf_", CredentialKind.HuggingFaceToken), ("ya29.", CredentialKind.GcpAccessToken),
    ];

    /// <returns><see langword="null"/> where the value is written as nothing that is known</returns>
    public static FoundCredential? Of(string value, ValueSource where)
    {
        if (value.Length < Shortest || !TokenValue.IsPlain(value))
            return null;
        foreach (var (beginning, kind) in Beginnings)
            if (value.StartsWith(beginning, StringComparison.Ordinal))
                return new() { Kind = kind, Where = where, IsWhole = true };
        if (JsonWebToken.Read(value) is { } token)
            return new() { Kind = KindOf(value, token), Where = where, Issuer = token.Issuer, ExpiresAt = token.Ends, IsWhole = true };
        return value.Contains("sig=", StringComparison.Ordinal) && value.Contains("sv=", StringComparison.Ordinal)
            ? new() { Kind = CredentialKind.AzureSas, Where = where, ExpiresAt = NotRevocable.SignedEnd(value), IsWhole = true }
            : null;
    }

    /// <summary>What stands in a text among other things; where several do, the one that ends last.</summary>
    public static FoundCredential? Within(string text, ValueSource where)
    {
        FoundCredential? last = null;
        // What may stand before and after a token in JSON, YAML, addresses and settings.
        foreach (var word in text.Split([' ', '\t', '\r', '\n', '"', '\'', ',', '=', ':', '@', '/'], StringSplitOptions.RemoveEmptyEntries))
            if (Of(word, where) is { } found && (last is null || found.ExpiresAt > last.ExpiresAt))
                last = found with { IsWhole = false };
        return last;
    }

    private static CredentialKind KindOf(string value, in JsonWebToken token) =>
        KubernetesClaims.Read(value) is not null ? CredentialKind.KubernetesToken
        : token.Issuer == GitHubActions || IsOfJob(value) ? CredentialKind.CiOidcToken
        : token.IsAccessToken ? CredentialKind.OAuthToken
        : CredentialKind.Other;

    /// <summary>As GitLab says of a job: https://docs.gitlab.com/ci/secrets/id_token_authentication/</summary>
    private static bool IsOfJob(string value)
    {
        using var claims = JsonWebToken.Claims(value);
        return claims?.RootElement.TryGetProperty("job_id", out _) == true && claims.RootElement.TryGetProperty("project_path", out _);
    }
}
