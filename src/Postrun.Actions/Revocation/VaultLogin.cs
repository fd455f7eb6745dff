using Postrun.Model;

namespace Postrun.Actions;

/// <summary>A login at one Vault.</summary>
/// <param name="Server">The only one that values are sent to. Without a namespace, the token is had, and is good, in that of each credential.</param>
/// <param name="Value">The token, the secret id or the JWT.</param>
/// <param name="Mount">Of the method, without <c>auth/</c>: <c>approle</c>, <c>kubernetes</c>, <c>jwt</c>.</param>
/// <param name="Role">The role; of AppRole, its role id, which is no secret.</param>
public sealed record VaultLogin(VaultServer Server, VaultLoginMethod Method, ValueSource Value, string? Mount = null, string? Role = null);
