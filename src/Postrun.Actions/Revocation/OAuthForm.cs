using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Postrun.Actions;

/// <summary>Sends one token to endpoints of its issuer, as the client that it was issued to (RFC 6749, section 2.3.1).</summary>
/// <param name="secret"><see langword="null"/>: a public client, which only says who it is.</param>
internal sealed class OAuthForm(IssuerClient client, string token, string? clientId, string? secret)
{
    private const string Public = "none";

    private string? accepted;

    /// <summary>False where the client has a secret, and no way to authenticate with it is among these.</summary>
    public bool CanUse(IReadOnlyList<string> methods) => secret is null || methods.Count > 0;

    /// <summary>Sends it; where the client is refused with one of the ways to authenticate, with the other.</summary>
    /// <exception cref="OperationCanceledException">it was cancelled; the issuer may have been told</exception>
    public async Task<IssuerAnswer> PostAsync(Uri endpoint, IReadOnlyList<string> methods, string? hint, CancellationToken cancellation)
    {
        IssuerAnswer? answer = null;
        IEnumerable<string> ways = secret is null ? [Public] : methods.OrderByDescending(method => method == accepted);
        foreach (var method in ways)
        {
            answer = await client.SendAsync(() => Request(endpoint, method, hint), cancellation);
            if (answer.Status is 0 || !(answer.Status == 401 || Error(answer) == "invalid_client"))
            {
                accepted = method;
                break;
            }
        }
        return answer!;
    }

    /// <summary>The <c>error</c> of an answer that refuses (RFC 6749, section 5.2). To be compared, and never to be shown.</summary>
    public static string? Error(IssuerAnswer answer) => answer.Status is >= 400 and < 500
        ? Member(answer, "error"u8, static value => value.ValueKind == JsonValueKind.String ? value.GetString() : null)
        : null;

    /// <summary>What an introspection says (RFC 7662, section 2.2); <see langword="null"/> where it says neither.</summary>
    public static bool? IsActive(IssuerAnswer answer) => answer.Status == 200
        ? Member<bool?>(answer, "active"u8, static value => value.ValueKind switch { JsonValueKind.True => true, JsonValueKind.False => false, _ => null })
        : null;

    private static T? Member<T>(IssuerAnswer answer, ReadOnlySpan<byte> name, Func<JsonElement, T?> read)
    {
        try
        {
            using var json = JsonDocument.Parse(answer.Body);
            return json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty(name, out var value) ? read(value) : default;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return default;
        }
    }

    private HttpRequestMessage Request(Uri endpoint, string method, string? hint)
    {
        var fields = new List<KeyValuePair<string, string>> { new("token", token) };
        if (hint is not null)
            fields.Add(new("token_type_hint", hint));
        if (method != OAuthMetadata.Basic && clientId is not null)
            fields.Add(new("client_id", clientId));
        if (method == OAuthMetadata.Post)
            fields.Add(new("client_secret", secret!));
        var request = new HttpRequestMessage(HttpMethod.Post, endpoint) { Content = new FormUrlEncodedContent(fields) };
        request.Headers.Accept.Add(new("application/json"));
        if (method == OAuthMetadata.Basic)
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Uri.EscapeDataString(clientId!)}:{Uri.EscapeDataString(secret!)}")));
        return request;
    }
}
