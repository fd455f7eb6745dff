using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Postrun.Rego.Tests.Differential;

/// <summary>An OPA server that OPA_URL names, asked over its REST API. OPA_TOKEN is sent where it wants one.</summary>
internal sealed class OpaServer : IDisposable
{
    private readonly HttpClient http;

    private OpaServer(string url)
    {
        http = new() { BaseAddress = new(url.TrimEnd('/') + "/") };
        if (Environment.GetEnvironmentVariable("OPA_TOKEN") is { Length: > 0 } token)
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    /// <summary><see langword="null"/> where none is named.</summary>
    public static OpaServer? Named() => Environment.GetEnvironmentVariable("OPA_URL") is { Length: > 0 } url ? new(url) : null;

    public void Dispose() => http.Dispose();

    /// <returns><see langword="null"/> where the policy was taken, else what the server says.</returns>
    public async Task<string?> PutPolicyAsync(string id, string text, CancellationToken cancellation)
    {
        using var content = new StringContent(text, Encoding.UTF8, "text/plain");
        using var response = await http.PutAsync(new Uri($"v1/policies/{id}", UriKind.Relative), content, cancellation);
        return response.IsSuccessStatusCode ? null : await response.Content.ReadAsStringAsync(cancellation);
    }

    public async Task PutDataAsync(string path, string json, CancellationToken cancellation)
    {
        using var content = new StringContent(json, Encoding.UTF8, "application/json");
        using var response = await http.PutAsync(new Uri($"v1/data/{path}", UriKind.Relative), content, cancellation);
        response.EnsureSuccessStatusCode();
    }

    /// <returns>The JSON of the document, "undefined", or "error" and what it is.</returns>
    public async Task<string> AskAsync(string path, string input, CancellationToken cancellation)
    {
        using var content = new StringContent($$"""{"input": {{input}}}""", Encoding.UTF8, "application/json");
        using var response = await http.PostAsync(new Uri($"v1/data/{path}", UriKind.Relative), content, cancellation);
        var body = await response.Content.ReadAsByteArrayAsync(cancellation);
        if (response.StatusCode != HttpStatusCode.OK)
            return $"error {Encoding.UTF8.GetString(body)}";
        return ((RegoObject)RegoJson.Parse(body)).Get("result") is { } result ? RegoJson.ToText(result) : "undefined";
    }
}
