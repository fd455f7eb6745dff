namespace Postrun.Doubles;

/// <summary>How a back end takes the revocation of a lease.</summary>
public enum LeaseTemper
{
    Obeys,

    /// <summary>It fails, and Vault gives the lease up after six attempts.</summary>
    Refuses,

    /// <summary>It is queued and not done, however often it is looked for.</summary>
    Dawdles,
}

public sealed class VaultLease(string id, string ns, string? owner, LeaseTemper temper)
{
    public string Id => id;

    public string Namespace => ns;

    /// <summary>The accessor of the token that it was issued to.</summary>
    public string? Owner => owner;

    public LeaseTemper Temper { get; set; } = temper;

    public bool IsIrrevocable { get; set; }
}

public sealed class VaultServiceToken(string value, string? accessor, string ns, string? parent, IReadOnlySet<string> policies, bool isBatch)
{
    public string Value => value;

    /// <summary>Batch tokens have none.</summary>
    public string? Accessor => accessor;

    public string Namespace => ns;

    /// <summary>The value of the parent; an orphan has none.</summary>
    public string? Parent => parent;

    public IReadOnlySet<string> Policies => policies;

    public bool IsBatch => isBatch;

    public int UsesLeft { get; set; } = int.MaxValue;

    /// <summary>Of a wrapping token: what it wraps.</summary>
    public string? Wrapped { get; init; }
}

/// <summary>What a policy allows: operations, and <c>sudo</c>, on paths; <c>*</c> at the end stands for the rest.</summary>
public sealed record VaultRule(string Path, params string[] Capabilities);

/// <summary>What a Vault knows. Not safe for threads: the double holds its lock around each request.</summary>
public sealed class VaultState
{
    public const string Root = "root-token";

    /// <summary>As that of a new Vault, as far as it matters here.</summary>
    private static readonly VaultRule[] Default =
    [
        new("auth/token/lookup-self", "read"),
        new("auth/token/revoke-self", "update"),
        new("auth/token/renew-self", "update"),
        new("sys/capabilities-self", "update"),
        new("sys/wrapping/*", "update"),
    ];

    private int issued;

    public Dictionary<string, VaultServiceToken> Tokens { get; } = [];

    public Dictionary<string, VaultLease> Leases { get; } = [];

    public Dictionary<string, VaultRule[]> Policies { get; } = new() { ["default"] = Default };

    /// <summary>Accessors of secret ids and their values, by mount and role: <c>approle/train</c>.</summary>
    public Dictionary<string, Dictionary<string, string>> Roles { get; } = [];

    /// <summary>What each mount of <c>kubernetes</c> and <c>jwt</c> takes, and the role that it is taken for.</summary>
    public Dictionary<string, (string Jwt, string Role)> Jwts { get; } = [];

    /// <summary>Policies of tokens that are had by logging in.</summary>
    public IReadOnlySet<string> LoginPolicies { get; set; } = new HashSet<string> { "default" };

    public Dictionary<string, bool> DeletableKeys { get; } = [];

    public VaultState() => Tokens[Root] = new(Root, "root-accessor", "", null, new HashSet<string> { "root" }, isBatch: false);

    public VaultServiceToken Issue(string? parent = null, string ns = "", bool isBatch = false, string? wrapped = null, params string[] policies)
    {
        var number = Interlocked.Increment(ref issued);
        var token = new VaultServiceToken($"{(isBatch ? "hvb" : "hvs")}.S3cr3tV4lue{number:D6}", isBatch ? null : $"accessor-{number:D6}", ns, parent, new HashSet<string>(policies.Length == 0 ? ["default"] : policies), isBatch) { Wrapped = wrapped };
        Tokens[token.Value] = token;
        return token;
    }

    public VaultLease Lease(string path, string ns = "", string? owner = null, LeaseTemper temper = LeaseTemper.Obeys)
    {
        var lease = new VaultLease($"{path}/l{Interlocked.Increment(ref issued):D22}", ns, owner, temper);
        Leases[lease.Id] = lease;
        return lease;
    }

    public VaultServiceToken? ByAccessor(string accessor) => Tokens.Values.FirstOrDefault(token => token.Accessor == accessor);

    public bool Allows(VaultServiceToken token, string path, string capability) => token.Policies.Contains("root")
        || token.Policies.SelectMany(name => Policies.GetValueOrDefault(name) ?? []).Any(rule => Covers(rule.Path, path) && rule.Capabilities.Contains(capability));

    /// <summary>Revokes a token and its children. Their leases are only queued: what a back end refuses becomes irrevocable.</summary>
    public void Revoke(VaultServiceToken token, bool withChildren = true)
    {
        Tokens.Remove(token.Value);
        if (withChildren)
            foreach (var child in Tokens.Values.Where(child => child.Parent == token.Value).ToList())
                Revoke(child);
        foreach (var lease in Leases.Values.Where(lease => lease.Owner is { } owner && owner == token.Accessor).ToList())
            Queue(lease);
    }

    /// <summary>As the queue does, at once.</summary>
    public void Queue(VaultLease lease)
    {
        if (lease.Temper == LeaseTemper.Obeys)
            Leases.Remove(lease.Id);
        else if (lease.Temper == LeaseTemper.Refuses)
            lease.IsIrrevocable = true;
    }

    private static bool Covers(string rule, string path) => rule.EndsWith('*') ? path.StartsWith(rule[..^1], StringComparison.Ordinal) : rule == path;
}
