using System.Buffers.Text;
using System.Text.Json;

namespace Postrun.Actions;

/// <summary>What a JSON Web Token says of itself (RFC 7519). It is decoded and not verified: nobody is let in by it here.</summary>
/// <param name="Ends">Its <c>exp</c>, where it has one.</param>
/// <param name="IsAccessToken">It says that it is an access token (RFC 9068).</param>
/// <param name="Issuer">Its <c>iss</c>, where it has one.</param>
internal readonly record struct JsonWebToken(DateTimeOffset? Ends, bool IsAccessToken, string? Issuer)
{
    /// <summary><see langword="null"/> where the value is none, or an encrypted one.</summary>
    public static JsonWebToken? Read(string value)
    {
        if (value.Split('.') is not [var head, var body, _])
            return null;
        using var header = Decode(head);
        using var claims = Decode(body);
        if (header is null || claims is null)
            return null;
        try
        {
            return new(End(claims.RootElement), IsTyped(header.RootElement, "at+jwt"u8) || IsTyped(header.RootElement, "application/at+jwt"u8), claims.RootElement.Text("iss"));
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair, which JSON can write and no text can hold.
            return null;
        }
    }

    /// <summary>What is claimed; <see langword="null"/> where the value is none, or an encrypted one.</summary>
    public static JsonDocument? Claims(string value) => value.Split('.') is [_, var body, _] ? Decode(body) : null;

    private static bool IsTyped(JsonElement header, ReadOnlySpan<byte> type) =>
        header.TryGetProperty("typ"u8, out var typ) && typ.ValueKind == JsonValueKind.String && typ.ValueEquals(type);

    private static JsonDocument? Decode(string part)
    {
        try
        {
            var document = JsonDocument.Parse(Base64Url.DecodeFromChars(part));
            if (document.RootElement.ValueKind == JsonValueKind.Object)
                return document;
            document.Dispose();
        }
        catch (Exception e) when (e is FormatException or JsonException)
        {
            // An opaque token may have dots, too.
        }
        return null;
    }

    private static DateTimeOffset? End(JsonElement claims) =>
        claims.TryGetProperty("exp"u8, out var exp) && exp.ValueKind == JsonValueKind.Number && exp.TryGetDouble(out var seconds)
        && seconds >= 0 && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds()
            ? DateTimeOffset.FromUnixTimeSeconds((long)seconds)
            : null;
}
