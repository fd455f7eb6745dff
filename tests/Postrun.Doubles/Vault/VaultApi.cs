using System.Text.Json.Nodes;

namespace Postrun.Doubles;

/// <summary>The HTTP API of Vault and OpenBao as far as credentials of a run are concerned, with the texts of their sources.</summary>
/// <param name="isOpenBao">It says of a dead token what it says of one that may not: <c>permission denied</c>.</param>
public sealed class VaultApi(VaultState state, bool isOpenBao)
{
    private static readonly string[] Sudo = ["sys/leases/revoke-prefix/", "sys/leases/revoke-force/", "sys/leases/lookup/", "sys/audit-hash/", "auth/token/revoke-orphan", "auth/token/accessors"];

    public VaultResponse Answer(VaultRequest request)
    {
        if (request.Operation == "update" && request.Path.EndsWith('/'))
            return VaultResponse.Errors(400, "cannot write to a path ending in '/'");
        if (request.Operation == "update" && request.Path.Split('/') is ["auth", var mount, "login"])
            return Login(mount, request);
        if (request.Path is "sys/wrapping/lookup" or "sys/wrapping/unwrap" && state.Tokens.GetValueOrDefault(request.Text("token") is { Length: > 0 } inner ? inner : request.Token ?? "") is { Wrapped: not null } wrapping)
            return Wrapping(wrapping, request)!;
        // To look needs no token of one's own.
        if (request.Path == "sys/wrapping/lookup" && request.Text("token").Length > 0)
            return Wrapping(null, request)!;
        if (request.Token is not { Length: > 0 } value || !state.Tokens.TryGetValue(value, out var token) || !IsWithin(request.Namespace, token.Namespace))
            return isOpenBao || request.Token is null ? VaultResponse.Errors(403, "permission denied") : VaultResponse.Errors(403, "2 errors occurred:\n\t* permission denied\n\t* invalid token\n\n");
        // A use is one, also where it comes to nothing.
        if (token.UsesLeft != int.MaxValue && --token.UsesLeft <= 0)
            state.Revoke(token);
        var needsSudo = Sudo.Any(path => request.Path.StartsWith(path, StringComparison.Ordinal)) || (request.Path == "sys/leases" && request.Operation == "read");
        if (!state.Allows(token, request.Path, request.Operation) || (needsSudo && !state.Allows(token, request.Path, "sudo")))
            return VaultResponse.Wrapped(403, "permission denied");
        var answer = request.Path.Split('/') switch
        {
            ["sys", "leases", ..] => Leases(request),
            ["auth", "token", ..] => Tokens(request, token),
            ["auth", var at, "role", var role, "secret-id-accessor", var action] => SecretIds($"{at}/{role}", action, request.Text("secret_id_accessor")),
            ["auth", var at, "role", var role, "secret-id"] => NewSecretId($"{at}/{role}"),
            ["sys", "wrapping", ..] => Wrapping(null, request),
            ["sys", "audit-hash", _] => VaultResponse.Data(new() { ["hash"] = "hmac-sha256:" + Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(request.Text("input")))) }),
            ["transit", var action, var key, ..] => Transit(action, key, request),
            _ => null,
        };
        return answer ?? VaultResponse.Errors(404, $"no handler for route \"{request.Path}\". route entry not found.");
    }

    /// <summary>A token is good in its namespace, and in those beneath it.</summary>
    private static bool IsWithin(string ns, string outer) => outer.Length == 0 || ns == outer || ns.StartsWith(outer + "/", StringComparison.Ordinal);

    private VaultResponse? Leases(VaultRequest request)
    {
        var mine = state.Leases.Values.Where(lease => lease.Namespace == request.Namespace);
        var id = request.Text("lease_id");
        var known = state.Leases.GetValueOrDefault(id) is { } found && found.Namespace == request.Namespace ? found : null;
        switch (request.Operation, request.Path)
        {
            case ("update", "sys/leases/lookup" or "sys/leases/revoke") when id.Length == 0:
                return VaultResponse.Errors(400, "lease_id must be specified");
            case ("update", "sys/leases/lookup"):
                return known is null ? VaultResponse.Errors(400, "invalid lease")
                    : VaultResponse.Data(new() { ["id"] = id, ["issue_time"] = "2026-01-02T03:04:05Z", ["expire_time"] = "2026-01-03T03:04:05Z", ["last_renewal"] = null, ["renewable"] = true, ["ttl"] = known.IsIrrevocable ? -60 : 3600 });
            case ("update", "sys/leases/revoke"):
                if (!request.Flag("sync"))
                {
                    if (known is not null)
                        state.Queue(known);
                    return new(202);
                }
                return known is null ? VaultResponse.Done : Revoke(known);
            case ("update", { } path) when path.StartsWith("sys/leases/revoke-prefix/", StringComparison.Ordinal):
                var failed = false;
                foreach (var lease in Under(path["sys/leases/revoke-prefix/".Length..], mine))
                    failed |= Revoke(lease).Status == 400;
                return failed ? VaultResponse.Errors(400, "failed to revoke \"lease\" (1 / 1): failed to revoke entry") : request.Flag("sync") ? VaultResponse.Done : new(202);
            case ("update", { } path) when path.StartsWith("sys/leases/revoke-force/", StringComparison.Ordinal):
                foreach (var lease in Under(path["sys/leases/revoke-force/".Length..], mine))
                    state.Leases.Remove(lease.Id);
                return VaultResponse.Done;
            case ("list", { } path) when path.StartsWith("sys/leases/lookup/", StringComparison.Ordinal):
                var prefix = path["sys/leases/lookup/".Length..].TrimEnd('/') + "/";
                return VaultResponse.Keys(mine.Where(lease => lease.Id.StartsWith(prefix, StringComparison.Ordinal)).Select(lease => lease.Id[prefix.Length..] is var rest && rest.Contains('/') ? rest[..(rest.IndexOf('/') + 1)] : rest));
            case ("read", "sys/leases/count"):
                return VaultResponse.Data(new() { ["lease_count"] = mine.Count(static lease => lease.IsIrrevocable), ["counts"] = new JsonObject() });
            case ("read", "sys/leases"):
                return VaultResponse.Data(new()
                {
                    ["lease_count"] = mine.Count(static lease => lease.IsIrrevocable),
                    ["leases"] = new JsonArray([.. mine.Where(static lease => lease.IsIrrevocable).Select(static lease => (JsonNode)new JsonObject { ["lease_id"] = lease.Id, ["error"] = "failed to revoke: the back end says no" })]),
                });
            default:
                return null;
        }
    }

    private VaultResponse Revoke(VaultLease lease)
    {
        state.Queue(lease);
        return lease.Temper == LeaseTemper.Refuses ? VaultResponse.Errors(400, "failed to revoke entry: resp: (*logical.Response)(nil) err: the back end says no") : VaultResponse.Done;
    }

    /// <summary>One lease, where the prefix is its whole id, or else all beneath it; never what only begins alike.</summary>
    private static List<VaultLease> Under(string prefix, IEnumerable<VaultLease> leases) =>
        [.. leases.Where(lease => lease.Id == prefix || lease.Id.StartsWith(prefix.TrimEnd('/') + "/", StringComparison.Ordinal))];

    private VaultResponse? Tokens(VaultRequest request, VaultServiceToken self)
    {
        var accessor = request.Text("accessor");
        switch (request.Operation, request.Path)
        {
            case ("read", "auth/token/lookup-self"):
                return Show(self, withValue: true);
            case ("update", "auth/token/lookup"):
                return state.Tokens.TryGetValue(request.Text("token"), out var other) ? Show(other, withValue: true) : VaultResponse.Errors(403, "bad token");
            case ("update", "auth/token/revoke-self") when self.IsBatch:
                return VaultResponse.Errors(400, "batch tokens cannot be revoked");
            case ("update", "auth/token/revoke-self"):
                state.Revoke(self);
                return VaultResponse.Done;
            case ("update", "auth/token/revoke"):
                if (state.Tokens.TryGetValue(request.Text("token"), out var named))
                    state.Revoke(named);
                return VaultResponse.Done;
            case ("update", "auth/token/lookup-accessor"):
                return state.ByAccessor(accessor) is { } found ? Show(found, withValue: false) : VaultResponse.Wrapped(isOpenBao ? 403 : 400, "invalid accessor");
            case ("update", "auth/token/revoke-accessor"):
                if (state.ByAccessor(accessor) is not { } target)
                    return VaultResponse.Wrapped(400, "invalid accessor");
                state.Revoke(target);
                return VaultResponse.Done;
            case ("update", "auth/token/revoke-orphan"):
                if (!state.Tokens.TryGetValue(request.Text("token"), out var parent))
                    return VaultResponse.Errors(400, "token to revoke not found");
                state.Revoke(parent, withChildren: false);
                return VaultResponse.Done;
            case ("list", "auth/token/accessors" or "auth/token/accessors/"):
                return VaultResponse.Keys(state.Tokens.Values.Select(static token => token.Accessor).OfType<string>());
            case ("update", "auth/token/create"):
                return Issued(state.Issue(self.Value, request.Namespace, request.Text("type") == "batch", null, [.. (request.Body["policies"] as JsonArray ?? []).Select(static policy => policy!.GetValue<string>())]));
            default:
                return null;
        }
    }

    private static VaultResponse Show(VaultServiceToken token, bool withValue)
    {
        var data = new JsonObject
        {
            ["accessor"] = token.Accessor ?? "",
            ["id"] = withValue ? token.Value : "",
            ["orphan"] = token.Parent is null,
            ["policies"] = new JsonArray([.. token.Policies.Select(static policy => (JsonNode)policy)]),
            ["type"] = token.IsBatch ? "batch" : "service",
            ["ttl"] = 3600,
            ["expire_time"] = "2126-01-02T03:04:05.678901234Z",
        };
        return VaultResponse.Data(data);
    }

    private static VaultResponse Issued(VaultServiceToken token) => new(200, new JsonObject
    {
        ["auth"] = new JsonObject { ["client_token"] = token.Value, ["accessor"] = token.Accessor ?? "", ["token_type"] = token.IsBatch ? "batch" : "service", ["lease_duration"] = 3600, ["orphan"] = token.Parent is null },
    });

    private VaultResponse Login(string mount, VaultRequest request)
    {
        var isMet = request.Text("secret_id") is { Length: > 0 } secret
            ? state.Roles.Any(role => role.Key.StartsWith(mount + "/", StringComparison.Ordinal) && request.Text("role_id") == "id-of-" + role.Key && role.Value.ContainsValue(secret))
            : state.Jwts.TryGetValue(mount, out var jwt) && jwt == (request.Text("jwt"), request.Text("role"));
        return isMet ? Issued(state.Issue(null, request.Namespace, false, null, [.. state.LoginPolicies])) : VaultResponse.Errors(400, request.Body.ContainsKey("secret_id") ? "invalid role or secret ID" : "permission denied");
    }

    private VaultResponse? SecretIds(string role, string action, string accessor)
    {
        if (!state.Roles.TryGetValue(role, out var ids))
            return VaultResponse.Wrapped(500, $"role \"{role}\" does not exist");
        var unknown = $"failed to find accessor entry for secret_id_accessor: \"{accessor}\"";
        switch (action)
        {
            case "lookup":
                return ids.ContainsKey(accessor) ? VaultResponse.Data(new() { ["secret_id_accessor"] = accessor, ["secret_id_ttl"] = 0 })
                    : new(404, new JsonObject { ["data"] = new JsonObject { ["error"] = unknown } });
            case "destroy":
                return ids.Remove(accessor) ? VaultResponse.Done : VaultResponse.Wrapped(500, unknown);
            default:
                return null;
        }
    }

    private VaultResponse NewSecretId(string role)
    {
        var id = (Accessor: Guid.NewGuid().ToString(), Value: Guid.NewGuid().ToString());
        if (!state.Roles.TryGetValue(role, out var ids))
            return VaultResponse.Wrapped(500, $"role \"{role}\" does not exist");
        ids[id.Accessor] = id.Value;
        return VaultResponse.Data(new() { ["secret_id"] = id.Value, ["secret_id_accessor"] = id.Accessor });
    }

    /// <summary>To unwrap revokes the wrapping token: who unwraps it first is the only one.</summary>
    private VaultResponse? Wrapping(VaultServiceToken? wrapping, VaultRequest request)
    {
        switch (request.Path)
        {
            case "sys/wrapping/wrap":
                var token = state.Issue(null, request.Namespace, false, request.Body.ToJsonString());
                return new(200, new JsonObject { ["wrap_info"] = new JsonObject { ["token"] = token.Value, ["accessor"] = token.Accessor, ["ttl"] = 300, ["creation_path"] = "sys/wrapping/wrap" } });
            case "sys/wrapping/lookup" or "sys/wrapping/unwrap" or "sys/wrapping/rewrap" when wrapping is null:
                return VaultResponse.Errors(400, "wrapping token is not valid or does not exist");
            case "sys/wrapping/lookup":
                return VaultResponse.Data(new() { ["creation_path"] = "sys/wrapping/wrap", ["creation_ttl"] = 300 });
            case "sys/wrapping/unwrap":
                state.Revoke(wrapping!);
                return VaultResponse.Data(JsonNode.Parse(wrapping!.Wrapped!)!.AsObject());
            default:
                return null;
        }
    }

    private VaultResponse? Transit(string action, string key, VaultRequest request)
    {
        switch (request.Operation, action)
        {
            case ("update", "keys") when request.Path.EndsWith("/config", StringComparison.Ordinal):
                state.DeletableKeys[key] = request.Flag("deletion_allowed");
                return VaultResponse.Done;
            case ("update", "keys"):
                state.DeletableKeys[key] = false;
                return VaultResponse.Done;
            case ("delete", "keys"):
                if (!state.DeletableKeys.TryGetValue(key, out var isDeletable) || !isDeletable)
                    return VaultResponse.Errors(400, isDeletable || state.DeletableKeys.ContainsKey(key) ? "error deleting policy " + key + ": deletion is not allowed for this key" : "could not delete key; not found");
                state.DeletableKeys.Remove(key);
                return VaultResponse.Done;
            case ("update", "encrypt" or "decrypt" or "rewrap" or "datakey" or "sign" or "verify") when !state.DeletableKeys.ContainsKey(key):
                return VaultResponse.Errors(400, "encryption key not found");
            case ("update", "encrypt"):
                return VaultResponse.Data(new() { ["ciphertext"] = $"vault:v1:{request.Text("plaintext")}", ["key_version"] = 1 });
            case ("update", "decrypt"):
                return VaultResponse.Data(new() { ["plaintext"] = request.Text("ciphertext").Replace("vault:v1:", "", StringComparison.Ordinal) });
            default:
                return null;
        }
    }
}
