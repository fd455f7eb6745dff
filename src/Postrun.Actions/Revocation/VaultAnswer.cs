using System.Text.Json;

namespace Postrun.Actions;

/// <summary>Reads answers of Vault. What another server between here and there makes up is none.</summary>
internal static class VaultAnswer
{
    /// <summary>Whether it is Vault's own, which says what is wrong in a list of texts.</summary>
    public static bool IsError(this IssuerAnswer answer) => Errors(answer) is not null;

    /// <summary>Whether it is what Vault says where it has nothing to list, and nothing is wrong.</summary>
    public static bool IsNothing(this IssuerAnswer answer) => answer.Status == 404 && Errors(answer) is [];

    /// <summary>Whether one of its texts contains one of these. The texts are compared only, and never shown.</summary>
    public static bool Says(this IssuerAnswer answer, params ReadOnlySpan<string> texts)
    {
        foreach (var error in Errors(answer) ?? [])
            foreach (var text in texts)
                if (error.Contains(text, StringComparison.Ordinal))
                    return true;
        return false;
    }

    /// <summary>An object in the answer; <see langword="null"/> where there is none.</summary>
    public static JsonElement? Object(this IssuerAnswer answer, string name) => Parse(answer) is { } root && root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Object ? value : null;

    public static string? Text(this JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    public static long? Number(this JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number) ? number : null;

    public static IEnumerable<JsonElement> Items(this JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : [];

    /// <summary>What is wrong, and what to do about it, in a clause that goes on from <c>Vault</c>.</summary>
    public static string Why(this IssuerAnswer answer) => answer.Status switch
    {
        503 when answer.Says("sealed") => "is sealed (VaultIsSealed, HTTP status 503); unseal it, and try again",
        503 => "is sealed or not ready (HTTP status 503)",
        472 => "is a secondary of disaster recovery, which answers nothing (HTTP status 472); give the address of the primary",
        473 => "is a standby that does not answer this (HTTP status 473); give the address of the active node",
        >= 300 and < 400 => $"is a standby that redirects to the active node (HTTP status {answer.Status}), and a token is not sent after a redirect; give the address of the active node, or of a load balancer before it",
        429 => "limits the rate of requests, and did so for too long (HTTP status 429)",
        412 => "is a standby that has not heard of the latest changes (HTTP status 412); give the address of the active node",
        403 => "does not allow this to the token (HTTP status 403)",
        404 => "has no such path (HTTP status 404); address, namespace or mount is wrong",
        0 => answer.Said,
        < 300 => $"gives no answer of Vault's own (HTTP status {answer.Status})",
        _ => $"answers with {answer.Said}",
    };

    private static List<string>? Errors(IssuerAnswer answer)
    {
        if (answer.Status < 400 || Parse(answer) is not { } root)
            return null;
        if (root.TryGetProperty("errors", out var errors) && errors.ValueKind == JsonValueKind.Array)
            return [.. errors.EnumerateArray().Where(static error => error.ValueKind == JsonValueKind.String).Select(static error => error.GetString()!)];
        // Where a method of authentication chose the status itself.
        return answer.Object("data")?.Text("error") is { } one ? [one] : null;
    }

    private static JsonElement? Parse(IssuerAnswer answer)
    {
        if (answer.Body.IsEmpty)
            return null;
        try
        {
            using var document = JsonDocument.Parse(answer.Body);
            return document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.Clone() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
