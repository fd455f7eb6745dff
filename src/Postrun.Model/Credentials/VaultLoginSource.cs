namespace Postrun.Model;

/// <summary>How the token is had that Vault is asked with.</summary>
public enum VaultLoginMethod
{
    /// <summary>It is there already, and stays alive.</summary>
    Token,

    /// <summary>By a role id and a secret id.</summary>
    AppRole,

    /// <summary>By the token of a service account of Kubernetes.</summary>
    Kubernetes,

    /// <summary>By a JWT, such as that of a CI job.</summary>
    Jwt,
}

/// <summary>Where the token is, or what it is had by, that Vault is asked with at <c>VAULT_ADDR</c> alone.</summary>
public sealed record VaultLoginSource
{
    public VaultLoginMethod Method { get; init; }

    /// <summary>Where the token, the secret id or the JWT is; <see langword="null"/>: <c>VAULT_TOKEN</c>, or of Kubernetes the token of the pod.</summary>
    public ValueSource? Value { get; init; }

    /// <summary>Of a login: the role; of AppRole, its role id, which is no secret.</summary>
    public string? Role { get; init; }

    /// <summary>Of a login: where its method is mounted, without <c>auth/</c>; <see langword="null"/>: the <see cref="UsualMount"/>.</summary>
    public string? Mount { get; init; }

    /// <summary>What a method is mounted at where nobody says otherwise.</summary>
    public string? UsualMount => Method switch
    {
        VaultLoginMethod.AppRole => "approle",
        VaultLoginMethod.Kubernetes => "kubernetes",
        VaultLoginMethod.Jwt => "jwt",
        _ => null,
    };

    /// <summary>The methods to log in by, as they are written.</summary>
    public static IReadOnlyDictionary<string, VaultLoginMethod> Methods { get; } = new Dictionary<string, VaultLoginMethod>
    {
        ["approle"] = VaultLoginMethod.AppRole,
        ["kubernetes"] = VaultLoginMethod.Kubernetes,
        ["jwt"] = VaultLoginMethod.Jwt,
    };
}
