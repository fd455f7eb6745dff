using System.Text.Json;
using System.Text.Json.Nodes;

namespace Postrun.Doubles;

/// <summary>What a client of an issuer said.</summary>
/// <param name="Path">Unescaped, without the query.</param>
/// <param name="Headers">By their names in lower case.</param>
public sealed record IssuerCall(string Method, string Path, string Query, IReadOnlyDictionary<string, string> Headers, string Body)
{
    public string? Header(string name) => Headers.GetValueOrDefault(name);

    public string? Bearer => Header("authorization") is { } text && text.StartsWith("Bearer ", StringComparison.Ordinal) ? text["Bearer ".Length..] : null;

    /// <summary>The body, where it is an object of JSON.</summary>
    public JsonObject? Json()
    {
        try
        {
            return Body.Length == 0 ? null : JsonNode.Parse(Body) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>What it is answered.</summary>
public sealed record IssuerReply(int Status, string Body = "", params (string Name, string Value)[] Headers)
{
    public static IssuerReply Json(int status, string body) => new(status, body, ("Content-Type", "application/json"));
}
