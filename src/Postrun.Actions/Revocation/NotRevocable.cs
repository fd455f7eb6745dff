using System.Collections.Frozen;
using System.Globalization;
using Postrun.Model;

namespace Postrun.Actions;

/// <summary>Says of what no issuer revokes when it ends by itself, and else who has to revoke it where.</summary>
/// <param name="page">Where a person revokes the credential, where that is known.</param>
public sealed class NotRevocable(ValueReader values, TimeProvider time, Func<RunCredential, string?>? page = null) : IRevoker
{
    /// <summary>Why not, and where a person can do something.</summary>
    /// <param name="OfJob">It ends with its job, whenever that is.</param>
    private sealed record Fate(string Why, string? Page = null, bool OfJob = false);

    private static readonly Fate Unknown = new("nothing that Postrun knows revokes it");

    private static readonly FrozenDictionary<CredentialKind, Fate> Fates = new Dictionary<CredentialKind, Fate>
    {
        [CredentialKind.GitHubJobToken] = new("GitHub ends it with its job", OfJob: true),
        [CredentialKind.GitLabJobToken] = new("GitLab ends it with its job", OfJob: true),
        [CredentialKind.CiOidcToken] = new("what it says of its job is believed until it ends", OfJob: true),
        [CredentialKind.AwsSession] = new("a session of AWS cannot be revoked by itself: a policy can deny it by its aws:userid or aws:SourceIdentity, and that of the console ends all sessions of the role", "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_revoke-sessions.html"),
        [CredentialKind.GcpAccessToken] = new("Google Cloud goes on accepting an access token when its key is deleted", "https://console.cloud.google.com/iam-admin/serviceaccounts"),
        [CredentialKind.AzureSas] = new("a shared access signature ends with the key that signed it, and all others with it", "https://learn.microsoft.com/azure/storage/common/storage-sas-overview"),
        [CredentialKind.RegistryToken] = new("a registry keeps no list of its bearer tokens: revoke what it was had with"),
        [CredentialKind.WandbKey] = new("Weights & Biases has no documented way to revoke an API key but its page", "https://wandb.ai/settings#api"),
        [CredentialKind.KaggleKey] = new("Kaggle has no documented way to revoke an API key but its page", "https://www.kaggle.com/settings"),
    }.ToFrozenDictionary();

    public bool Takes(CredentialKind kind) => kind.IsOnlyReported();

    public Task<Revocation> RevokeAsync(RunCredential credential, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var fate = Fates.GetValueOrDefault(credential.Kind, Unknown);
        var value = credential.Value is { } source && values.TryRead(source, out var read, out _) ? read : "";
        var said = credential.Kind == CredentialKind.AzureSas ? SignedEnd(value) : JsonWebToken.Read(value)?.Ends;
        return Task.FromResult(Later(credential.ExpiresAt, said) is { } end ? Ending(fate.Why, end, time.GetUtcNow())
            : fate.OfJob ? new(RevocationStatus.ExpiresAt, $"{fate.Why}, and when that is is not known; register it with --expires-at")
            : Revocation.Manual($"{fate.Why}, and when it ends is not known; revoke it at {page?.Invoke(credential) ?? fate.Page ?? IssuerOf(credential)}"));
    }

    /// <summary>When it ends by itself; the later instant where it was registered with another than it says.</summary>
    internal static DateTimeOffset? EndOf(RunCredential credential, JsonWebToken? token) => Later(credential.ExpiresAt, token?.Ends);

    internal static Revocation Ending(string why, DateTimeOffset end, DateTimeOffset now) => new(RevocationStatus.ExpiresAt, $"{why}; {When(end, now)}", end);

    /// <summary><c>it ends by itself at 2026-01-02T03:04:05Z, in 1 h 30 min</c></summary>
    internal static string When(DateTimeOffset end, DateTimeOffset now)
    {
        var at = end.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        return end <= now ? $"it ended by itself at {at}" : $"it ends by itself at {at}, in {Length(end - now)}";
    }

    /// <summary>The address of its issuer, without what an address should not have and may be secret.</summary>
    internal static string IssuerOf(RunCredential credential) => credential.Issuer is { IsAbsoluteUri: true } issuer
        ? issuer.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped)
        : "the issuer's own page";

    private static DateTimeOffset? Later(DateTimeOffset? registered, DateTimeOffset? said) => registered is null || said > registered ? said ?? registered : registered;

    /// <summary>What a shared access signature says with <c>se</c>. https://learn.microsoft.com/rest/api/storageservices/create-service-sas</summary>
    internal static DateTimeOffset? SignedEnd(string value) => value[(value.IndexOf('?') + 1)..].Split('&').FirstOrDefault(static part => part.StartsWith("se=", StringComparison.Ordinal)) is { } part
        && DateTimeOffset.TryParse(Uri.UnescapeDataString(part["se=".Length..]), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var end) ? end : null;

    private static string Length(TimeSpan left) => left switch
    {
        { TotalMinutes: < 1 } => string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(left.TotalSeconds):0} s"),
        { TotalHours: < 1 } => $"{left.Minutes} min",
        { TotalDays: < 1 } => left.Minutes == 0 ? $"{left.Hours} h" : $"{left.Hours} h {left.Minutes} min",
        _ => left.Hours == 0 ? $"{left.Days} d" : $"{left.Days} d {left.Hours} h",
    };
}
