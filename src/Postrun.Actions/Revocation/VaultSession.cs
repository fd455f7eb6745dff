using System.Collections.Concurrent;
using System.Globalization;
using Postrun.Model;

namespace Postrun.Actions;

/// <summary>A token, or why there is none. No record, so that it is never printed by chance.</summary>
/// <param name="isOwn">It was issued for this session alone, and ends with it.</param>
internal sealed class VaultToken(string? value, string problem, bool isOwn)
{
    public string? Value => value;

    /// <summary>In a sentence of its own.</summary>
    public string Problem => problem;

    public bool IsOwn => isOwn;

    public static VaultToken None(string problem) => new(null, problem, false);
}

/// <summary>
/// Has the tokens that Vaults are asked with: at most one login for a namespace of a server, however many ask. A value is sent to the server
/// of its login and to no other, whatever the register of credentials says.
/// </summary>
public sealed class VaultSession(IssuerClient client, IReadOnlyList<VaultLogin> logins, ValueReader values) : IDisposable
{
    private readonly VaultClient vault = new(client);
    private readonly ConcurrentDictionary<VaultServer, VaultToken> tokens = new();
    private readonly SemaphoreSlim gate = new(1);

    internal async ValueTask<VaultToken> TokenAsync(VaultServer server, CancellationToken cancellation)
    {
        var login = logins.FirstOrDefault(login => login.Server.IsAt(server.Address) && login.Server.Namespace == server.Namespace)
            ?? logins.FirstOrDefault(login => login.Server.IsAt(server.Address) && login.Server.Namespace is null or "")
            ?? logins.FirstOrDefault(login => login.Server.IsAt(server.Address));
        if (login is null)
            return VaultToken.None("there is no token for Vault at this address, and one for another is not sent there");
        var at = login.Server.Namespace is { Length: > 0 } ? login.Server : server;
        if (tokens.TryGetValue(at, out var known))
            return known;
        await gate.WaitAsync(cancellation);
        try
        {
            if (!tokens.TryGetValue(at, out known))
                tokens[at] = known = await LoginAsync(login, at, cancellation);
            return known;
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>Revokes the tokens that were had by logging in. What was given is left alone.</summary>
    /// <returns>What is wrong, a sentence each.</returns>
    public async Task<IReadOnlyList<string>> EndAsync(CancellationToken cancellation)
    {
        var problems = new List<string>();
        foreach (var (server, token) in tokens)
            if (token.IsOwn && tokens.TryRemove(server, out _))
            {
                var answer = await vault.PostAsync(server, token.Value, "auth/token/revoke-self", [], cancellation);
                // What is dead may not revoke itself: a first try may have been done, and its answer lost.
                if (!answer.IsSuccess && answer.Status != 403)
                    problems.Add($"the token of the login could not be revoked: Vault {answer.Why()}");
            }
        return problems;
    }

    public void Dispose() => gate.Dispose();

    private async Task<VaultToken> LoginAsync(VaultLogin login, VaultServer server, CancellationToken cancellation)
    {
        if (!values.TryRead(login.Value, out var value, out var problem))
            return VaultToken.None($"what Vault is asked with cannot be had: the source {problem}");
        if (login.Method == VaultLoginMethod.Token)
            return VaultClient.IsToken(value) ? new(value, "", isOwn: false) : VaultToken.None("what Vault is asked with is no token");
        if (VaultClient.Path("auth/", login.Mount ?? "", "/login") is not { } path || login.Role is not { Length: > 0 } role)
            return VaultToken.None("a login needs a role, and a mount that is a path");
        var answer = await vault.PostAsync(server, null, path, login.Method == VaultLoginMethod.AppRole ? [("role_id", role), ("secret_id", value)] : [("role", role), ("jwt", value)], cancellation);
        if (!answer.IsSuccess)
            return VaultToken.None($"there is no login: Vault {(answer.Status is 400 or 403 ? string.Create(CultureInfo.InvariantCulture, $"refuses it (HTTP status {answer.Status})") : answer.Why())}");
        var auth = answer.Object("auth");
        return auth?.Text("client_token") is { } token && VaultClient.IsToken(token)
            // A batch token has no way to be revoked.
            ? new(token, "", isOwn: auth.Value.Text("token_type") != "batch")
            : VaultToken.None("there is no login: Vault gives no token, or wants a second factor first");
    }
}
