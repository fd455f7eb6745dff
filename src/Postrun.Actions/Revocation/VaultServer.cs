namespace Postrun.Actions;

/// <summary>A Vault or OpenBao, and the namespace in it.</summary>
/// <param name="Address">As in <c>VAULT_ADDR</c>.</param>
public sealed record VaultServer(Uri Address, string? Namespace = null)
{
    /// <summary>Whether both are one server; the namespace is no part of it.</summary>
    public bool IsAt(Uri address) => WithSlash(Address) == WithSlash(address);

    /// <summary>The address of an endpoint.</summary>
    /// <param name="path">Without <c>/v1/</c>; escaped.</param>
    internal Uri Endpoint(string path) => new($"{WithSlash(Address)}v1/{path}");

    private static string WithSlash(Uri address) => address.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped).TrimEnd('/') + "/";
}
