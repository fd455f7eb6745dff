using System.Text.Json;

namespace Postrun.Actions;

/// <summary>What is used of the metadata that an issuer publishes (RFC 8414).</summary>
internal sealed record OAuthMetadata
{
    public const string Basic = "client_secret_basic", Post = "client_secret_post";

    public Uri? Revocation { get; init; }

    public Uri? Introspection { get; init; }

    /// <summary>How clients authenticate at either, of those ways that are known here; none where it is done in other ways only.</summary>
    public required IReadOnlyList<string> RevocationMethods { get; init; }

    public required IReadOnlyList<string> IntrospectionMethods { get; init; }

    /// <summary>An address is not where a token may be sent; it counts as none.</summary>
    public bool RevocationIsForeign { get; init; }

    public bool IntrospectionIsForeign { get; init; }

    /// <summary>Reads a document.</summary>
    /// <param name="mayReceive">Whether tokens of the issuer may be sent to the address.</param>
    /// <returns><see langword="null"/> where it is no object of JSON</returns>
    public static OAuthMetadata? Read(ReadOnlyMemory<byte> document, Uri issuer, Func<Uri, bool> mayReceive, out string? problem)
    {
        problem = null;
        try
        {
            using var json = JsonDocument.Parse(document);
            if (json.RootElement.ValueKind != JsonValueKind.Object)
                return null;
            if (Text(json.RootElement, "issuer") is not { } named || !IsSame(named, issuer.OriginalString))
            {
                problem = "publishes metadata of another issuer";
                return null;
            }
            var revocation = Endpoint(json.RootElement, "revocation_endpoint", mayReceive, out var foreignRevocation);
            var introspection = Endpoint(json.RootElement, "introspection_endpoint", mayReceive, out var foreignIntrospection);
            return new()
            {
                Revocation = revocation,
                RevocationIsForeign = foreignRevocation,
                RevocationMethods = Methods(json.RootElement, "revocation_endpoint_auth_methods_supported"),
                Introspection = introspection,
                IntrospectionIsForeign = foreignIntrospection,
                IntrospectionMethods = Methods(json.RootElement, "introspection_endpoint_auth_methods_supported"),
            };
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // InvalidOperationException: text with half of a surrogate pair.
            return null;
        }
    }

    /// <summary>Equal but for a slash at the end, which many leave out and which leads to the same place.</summary>
    private static bool IsSame(string named, string asked) => Cut(named).SequenceEqual(Cut(asked));

    private static ReadOnlySpan<char> Cut(string issuer) => issuer.EndsWith('/') ? issuer.AsSpan(0, issuer.Length - 1) : issuer;

    private static Uri? Endpoint(JsonElement metadata, string name, Func<Uri, bool> mayReceive, out bool isForeign)
    {
        var address = Text(metadata, name) is { } text && Uri.TryCreate(text, UriKind.Absolute, out var uri) ? uri : null;
        isForeign = address is not null && !mayReceive(address);
        return isForeign ? null : address;
    }

    private static string[] Methods(JsonElement metadata, string name)
    {
        if (!metadata.TryGetProperty(name, out var methods) && !metadata.TryGetProperty("token_endpoint_auth_methods_supported", out methods))
            return [Basic, Post];
        return methods.ValueKind != JsonValueKind.Array ? []
            : [.. new[] { Basic, Post }.Where(known => methods.EnumerateArray().Any(method => method.ValueKind == JsonValueKind.String && method.ValueEquals(known)))];
    }

    private static string? Text(JsonElement metadata, string name) =>
        metadata.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
