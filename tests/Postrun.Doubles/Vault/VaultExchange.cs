using System.Text.Json.Nodes;

namespace Postrun.Doubles;

/// <summary>What a client of Vault said.</summary>
/// <param name="Number">From 0, in the order in which requests came.</param>
/// <param name="Operation">As Vault calls them: <c>read</c>, <c>list</c>, <c>update</c>, <c>delete</c>.</param>
/// <param name="Path">Without <c>/v1/</c>, unescaped.</param>
public sealed record VaultRequest(int Number, string Operation, string Path, IReadOnlyDictionary<string, string> Query, string? Token, string Namespace, string? WrapTtl, bool IsMarked, JsonObject Body)
{
    public string Text(string name) => Body[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : "";

    public bool Flag(string name) => Body[name] is JsonValue value && value.TryGetValue<bool>(out var flag) && flag;
}

/// <summary>What it is answered.</summary>
/// <param name="Body">None with 204.</param>
public sealed record VaultResponse(int Status, JsonNode? Body = null, params (string Name, string Value)[] Headers)
{
    public static readonly VaultResponse Done = new(204);

    public static VaultResponse Data(JsonObject data) => new(200, new JsonObject { ["request_id"] = Guid.NewGuid().ToString(), ["lease_id"] = "", ["renewable"] = false, ["lease_duration"] = 0, ["data"] = data, ["warnings"] = null });

    public static VaultResponse Keys(IEnumerable<string> keys) =>
        keys.Distinct().Order(StringComparer.Ordinal).Select(static key => (JsonNode)key).ToArray() is { Length: > 0 } found ? Data(new() { ["keys"] = new JsonArray(found) }) : Errors(404);

    public static VaultResponse Errors(int status, params string[] errors) => new(status, new JsonObject { ["errors"] = new JsonArray([.. errors.Select(static error => (JsonNode)error)]) });

    /// <summary>As errors are wrapped that come from beneath the handling of requests.</summary>
    public static VaultResponse Wrapped(int status, string error) => Errors(status, $"1 error occurred:\n\t* {error}\n\n");
}
