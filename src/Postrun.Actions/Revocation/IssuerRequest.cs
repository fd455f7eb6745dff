using System.Net.Http.Headers;
using System.Text.Json;

namespace Postrun.Actions;

/// <summary>Makes requests to issuers, and reads what they answer.</summary>
internal static class IssuerRequest
{
    /// <summary>GitHub refuses who does not say who it is.</summary>
    private const string Agent = "postrun";

    /// <param name="address">Of the issuer; what is behind its path is dropped.</param>
    /// <param name="path">Without a slash at its beginning; escaped.</param>
    public static Uri At(Uri address, string path) => new(address.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped).TrimEnd('/') + "/" + path);

    public static HttpRequestMessage Of(HttpMethod method, Uri address, string? bearer = null, byte[]? json = null)
    {
        var request = new HttpRequestMessage(method, address);
        request.Headers.UserAgent.Add(new(Agent, null));
        request.Headers.Accept.Add(new("application/json"));
        if (bearer is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", bearer);
        if (json is not null)
        {
            request.Content = new ByteArrayContent(json);
            request.Content.Headers.ContentType = new("application/json");
        }
        return request;
    }

    /// <summary><c>{"credentials":[...]}</c>, in which tokens are reported to GitHub and to Hugging Face.</summary>
    public static byte[] Credentials(params IReadOnlyList<string> tokens)
    {
        using var text = new MemoryStream();
        using (var json = new Utf8JsonWriter(text))
        {
            json.WriteStartObject();
            json.WriteStartArray("credentials"u8);
            foreach (var token in tokens)
                json.WriteStringValue(token);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return text.ToArray();
    }

    /// <summary>A member of the object that it answers; <see langword="null"/> where there is none of that type.</summary>
    public static string? Text(this IssuerAnswer answer, string name) => Member(answer, name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    public static bool HasNumber(this IssuerAnswer answer, string name) => Member(answer, name) is { ValueKind: JsonValueKind.Number };

    private static JsonElement? Member(IssuerAnswer answer, string name)
    {
        if (answer.Body.IsEmpty)
            return null;
        try
        {
            using var document = JsonDocument.Parse(answer.Body);
            // Half of a surrogate pair, which no text can hold, is refused here, and not where it is read.
            if (document.RootElement.ValueKind != JsonValueKind.Object || !document.RootElement.TryGetProperty(name, out var value) || (value.ValueKind == JsonValueKind.String && value.GetString() is null))
                return null;
            return value.Clone();
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
