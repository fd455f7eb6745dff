using System.Text.Json;

namespace Postrun.Actions;

/// <summary>What a token of a service account says of itself. https://kubernetes.io/docs/reference/access-authn-authz/service-accounts-admin/</summary>
/// <param name="Resource">What it is bound to, as in an address: <c>pods</c>, <c>secrets</c>, <c>nodes</c>; <see langword="null"/>: nothing.</param>
/// <param name="Uid">Of what it is bound to. Tokens of old are bound to a name.</param>
internal sealed record KubernetesClaims(string Namespace, string? Resource, string? Name, string? Uid)
{
    private const string Old = "kubernetes.io/serviceaccount/";

    /// <summary><see langword="null"/> where it is none.</summary>
    public static KubernetesClaims? Read(string token)
    {
        using var document = JsonWebToken.Claims(token);
        if (document is null)
            return null;
        try
        {
            var claims = document.RootElement;
            if (claims.Text(Old + "namespace") is { } place)
                return new(place, claims.Text(Old + "secret.name") is null ? null : "secrets", claims.Text(Old + "secret.name"), null);
            if (!claims.TryGetProperty("kubernetes.io", out var own) || own.ValueKind != JsonValueKind.Object || own.Text("namespace") is not { } ns)
                return null;
            // A token that is bound to a pod names its node as well.
            foreach (var kind in (string[])["pod", "secret", "node"])
                if (own.TryGetProperty(kind, out var bound) && bound.ValueKind == JsonValueKind.Object)
                    return new(ns, kind + "s", bound.Text("name"), bound.Text("uid"));
            return new(ns, null, null, null);
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair, which JSON can write and no text can hold.
            return null;
        }
    }
}
