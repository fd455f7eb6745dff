using System.Globalization;
using Postrun.Model;

namespace Postrun.Actions;

/// <summary>Says of what no issuer revokes when it ends by itself, and else who has to revoke it where.</summary>
/// <param name="page">Where a person revokes the credential, where that is known.</param>
public sealed class NotRevocable(ValueReader values, TimeProvider time, Func<RunCredential, string?>? page = null) : IRevoker
{
    public bool Takes(CredentialKind kind) => kind == CredentialKind.Other;

    public Task<Revocation> RevokeAsync(RunCredential credential, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var token = credential.Value is { } source && values.TryRead(source, out var value, out _) ? JsonWebToken.Read(value) : null;
        var ends = EndOf(credential, token);
        return Task.FromResult(ends is { } end
            ? Ending("nothing that Postrun knows revokes it", end, time.GetUtcNow())
            : Revocation.Manual($"nothing that Postrun knows revokes it, and when it ends is not known; revoke it at {page?.Invoke(credential) ?? IssuerOf(credential)}"));
    }

    /// <summary>When it ends by itself; the later instant where it was registered with another than it says.</summary>
    internal static DateTimeOffset? EndOf(RunCredential credential, JsonWebToken? token) =>
        credential.ExpiresAt is { } registered && token?.Ends is { } said ? (said > registered ? said : registered) : credential.ExpiresAt ?? token?.Ends;

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

    private static string Length(TimeSpan left) => left switch
    {
        { TotalMinutes: < 1 } => string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(left.TotalSeconds):0} s"),
        { TotalHours: < 1 } => $"{left.Minutes} min",
        { TotalDays: < 1 } => left.Minutes == 0 ? $"{left.Hours} h" : $"{left.Hours} h {left.Minutes} min",
        _ => left.Hours == 0 ? $"{left.Days} d" : $"{left.Days} d {left.Hours} h",
    };
}
