using Postrun.Doubles;
using Postrun.Model;

namespace Postrun.Actions.Tests;

/// <summary>A Vault, what revokes what it issued, and a token for that.</summary>
public sealed class VaultSample : IDisposable
{
    public const string Run = "run-4711";

    private readonly IssuerClient client = new(new(TimeSpan.FromSeconds(4)), new HurriedTime());
    private readonly VaultSession session;
    private readonly Dictionary<string, string> variables = [];

    public VaultSample(bool isOpenBao = false, string? run = Run)
    {
        Vault = new(isOpenBao);
        Vault.State.Policies["revoker"] =
        [
            new("sys/leases/lookup", "update"), new("sys/leases/revoke", "update"), new("sys/leases/count", "read"), new("sys/leases", "read", "sudo"),
            new("sys/leases/lookup/*", "list", "sudo"), new("sys/leases/revoke-prefix/*", "update", "sudo"), new("sys/leases/revoke-force/*", "update", "sudo"),
            new("auth/token/lookup-accessor", "update"), new("auth/token/revoke-accessor", "update"), new("auth/token/lookup", "update"), new("auth/approle/role/*", "update"),
        ];
        Vault.State.Roles["approle/train"] = [];
        variables["VAULT_TOKEN"] = Vault.State.Issue(null, "", false, null, "default", "revoker").Value;
        session = new(client, [new(new(Vault.Address), VaultLoginMethod.Token, Variable("VAULT_TOKEN"))], Values);
        Revoker = new(client, session, Values, new HurriedTime(), run);
    }

    public VaultDouble Vault { get; }

    public VaultRevoker Revoker { get; }

    public IssuerClient Client => client;

    public ValueReader Values => new(variables.GetValueOrDefault);

    /// <summary>What may stand in no proof.</summary>
    public IEnumerable<string> Secrets => variables.Values;

    public static ValueSource Variable(string name) => new(IsFile: false, name);

    public RunCredential Credential(CredentialKind kind, string? handle = null, string? ns = null, string? role = null) =>
        new() { Name = "tested", Kind = kind, Issuer = Vault.Address, Handle = handle, Namespace = ns, Role = role, RegisteredAt = TimeProvider.System.GetUtcNow() };

    /// <summary>A token that is registered by where its value is.</summary>
    public RunCredential OfValue(string value)
    {
        var name = $"TOKEN_{variables.Count}";
        variables[name] = value;
        return Credential(CredentialKind.VaultToken) with { Value = Variable(name) };
    }

    public string ValueOf(RunCredential credential) => variables[credential.Value!.Value.Name];

    public void Set(string name, string value) => variables[name] = value;

    public Task<Revocation> RevokeAsync(RunCredential credential) => Revoker.RevokeAsync(credential, TestContext.Current.CancellationToken);

    public void Dispose()
    {
        session.Dispose();
        client.Dispose();
        Vault.Dispose();
    }
}
