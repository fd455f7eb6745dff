using System.Net.Http.Headers;
using System.Text.Json;

namespace Postrun.Actions;

/// <summary>Asks a Vault or OpenBao. https://openbao.org/api-docs/</summary>
internal sealed class VaultClient(IssuerClient client)
{
    private static readonly HttpMethod[] Methods = [HttpMethod.Get, HttpMethod.Post];

    public Task<IssuerAnswer> GetAsync(VaultServer server, string token, string path, CancellationToken cancellation) => SendAsync(server, token, Methods[0], path, null, cancellation);

    /// <param name="fields">Texts of the body, and with <paramref name="sync"/> one more: that the answer shall wait until it is done.</param>
    public Task<IssuerAnswer> PostAsync(VaultServer server, string? token, string path, (string Name, string Value)[] fields, CancellationToken cancellation, bool sync = false) =>
        SendAsync(server, token, Methods[1], path, Json(fields, sync), cancellation);

    /// <summary>A path from its parts, which are segments; <see langword="null"/> where one of them would lead elsewhere.</summary>
    public static string? Path(string before, string segments, string after = "")
    {
        var parts = segments.Split('/');
        return parts.All(PrefixGuard.IsPlain) ? before + string.Join('/', parts.Select(Uri.EscapeDataString)) + after : null;
    }

    /// <summary>Whether it can stand in the head of a request, and so may be a token.</summary>
    public static bool IsToken(string token) => token.Length > 0 && !token.AsSpan().ContainsAnyExceptInRange('!', '~');

    private Task<IssuerAnswer> SendAsync(VaultServer server, string? token, HttpMethod method, string path, byte[]? body, CancellationToken cancellation)
    {
        return client.SendAsync(() =>
        {
            var request = new HttpRequestMessage(method, server.Endpoint(path));
            request.Headers.Add("X-Vault-Request", "true");
            if (token is not null)
                request.Headers.TryAddWithoutValidation("X-Vault-Token", token);
            if (server.Namespace is { Length: > 0 } name)
                request.Headers.TryAddWithoutValidation("X-Vault-Namespace", name);
            if (body is not null)
            {
                request.Content = new ByteArrayContent(body);
                request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            }
            return request;
        }, cancellation);
    }

    private static byte[] Json((string Name, string Value)[] fields, bool sync)
    {
        using var text = new MemoryStream();
        using (var json = new Utf8JsonWriter(text))
        {
            json.WriteStartObject();
            foreach (var (name, value) in fields)
                json.WriteString(name, value);
            if (sync)
                json.WriteBoolean("sync", true);
            json.WriteEndObject();
        }
        return text.ToArray();
    }
}
