using System.Collections.Concurrent;

namespace Postrun.Actions;

/// <summary>
/// Finds out where an issuer takes revocations: by RFC 8414, and where there is nothing by OpenID Connect Discovery 1.0. A document without
/// the issuer's own name in it is not used (RFC 8414, section 3.3).
/// </summary>
/// <remarks>
/// A token, and the secret of its client, travel to the issuer's own origin only: scheme, host and port. That the metadata names another
/// host is not enough, for whoever can put a file under <c>/.well-known</c> would collect the tokens of everybody who cleans up. Who trusts
/// such a host, as Google's <c>oauth2.googleapis.com</c> for <c>accounts.google.com</c>, has to name it; it is spoken to with <c>https</c>.
/// </remarks>
/// <param name="hosts">Further hosts that tokens may be sent to.</param>
internal sealed class OAuthDiscovery(IssuerClient client, IReadOnlyCollection<string> hosts)
{
    private readonly ConcurrentDictionary<string, OAuthMetadata> known = new(StringComparer.Ordinal);

    /// <summary>Asks the issuer, unless it has answered before.</summary>
    public async Task<Found> FindAsync(Uri issuer, CancellationToken cancellation)
    {
        if (!issuer.IsAbsoluteUri || issuer.Host.Length == 0 || issuer.UserInfo.Length > 0 || issuer.Query.Length > 0 || issuer.Fragment.Length > 0)
            return new(null, "has an address that no issuer has: it has a host, and no user, query or fragment");
        if (known.TryGetValue(issuer.OriginalString, out var before))
            return new(before);
        string? seen = null;
        foreach (var place in Places(issuer))
        {
            var answer = await client.SendAsync(() => Ask(place), cancellation);
            if (answer.IsSuccess)
            {
                var metadata = OAuthMetadata.Read(answer.Body, issuer, address => MayReceive(issuer, address), out var problem);
                if (metadata is not null)
                    return new(known.GetOrAdd(issuer.OriginalString, metadata));
                // A page for people in place of 404 is no reason not to look further; metadata of somebody else is.
                if (problem is not null)
                    return new(null, problem);
                seen ??= "gives something else in its place";
            }
            else if (answer.Status is 0 or >= 500)
                return new(null, answer.Said);
            else if (answer.Status is not (404 or 410))
                seen ??= answer.Said;
        }
        return new(null, $"publishes no metadata: {seen ?? "there is nothing where it would be"}", HasNone: seen is null);
    }

    private static IEnumerable<string> Places(Uri issuer)
    {
        var origin = issuer.GetLeftPart(UriPartial.Authority);
        var path = issuer.AbsolutePath.TrimEnd('/');
        yield return $"{origin}/.well-known/oauth-authorization-server{path}";
        yield return $"{origin}{path}/.well-known/openid-configuration";
    }

    private static HttpRequestMessage Ask(string place) => new(HttpMethod.Get, place) { Headers = { Accept = { new("application/json") } } };

    private bool MayReceive(Uri issuer, Uri address) => address.UserInfo.Length == 0 && address.Fragment.Length == 0
        && (Uri.Compare(issuer, address, UriComponents.SchemeAndServer, UriFormat.UriEscaped, StringComparison.OrdinalIgnoreCase) == 0
            || (address.Scheme == Uri.UriSchemeHttps && hosts.Contains(address.IdnHost, StringComparer.OrdinalIgnoreCase)));

    /// <param name="Problem">What is wrong where there is no metadata, in a clause that goes on from the issuer.</param>
    /// <param name="HasNone">It answers, and says that there is none: it is no issuer of this kind.</param>
    internal sealed record Found(OAuthMetadata? Metadata, string? Problem = null, bool HasNone = false);
}
