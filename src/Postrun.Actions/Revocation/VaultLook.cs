namespace Postrun.Actions;

/// <summary>What a look-up of a credential showed.</summary>
internal enum VaultSight
{
    Alive,

    /// <summary>Vault itself said that it knows no such thing.</summary>
    Gone,

    /// <summary>It may not be looked up; nothing is known.</summary>
    Forbidden,

    /// <summary>No answer, or one that says nothing.</summary>
    Unclear,
}

/// <summary>A look-up: what it showed, and the answer that showed it.</summary>
internal readonly record struct VaultLook(VaultSight Sight, IssuerAnswer Answer)
{
    /// <summary>Of an answer in which Vault, for what it does not know, says one of these texts.</summary>
    /// <remarks>
    /// The texts are those of vault/logical_system.go, vault/token_store.go and builtin/credential/approle/path_role.go. A status alone
    /// would not do: 400 is also said of a malformed request, 403 of a lack of permission, 404 of a wrong address.
    /// </remarks>
    public static VaultLook Of(IssuerAnswer answer, params ReadOnlySpan<string> unknown) => new(
        answer.Status >= 400 && answer.Says(unknown) ? VaultSight.Gone
        : answer.Status == 200 && answer.Object("data") is not null ? VaultSight.Alive
        : answer.Status == 403 ? VaultSight.Forbidden
        : VaultSight.Unclear, answer);
}

/// <summary>What came of a look-up that is made for its own sake.</summary>
/// <param name="Look"><see langword="null"/>: nobody was asked.</param>
/// <param name="Problem">Why not.</param>
internal sealed record VaultSeen(VaultLook? Look, string Problem = "");

/// <summary>How one credential is looked up and revoked, and what is said of it.</summary>
/// <param name="What">What it is called in a sentence: <c>the lease</c>.</param>
/// <param name="LookPath">The endpoint of the look-up, to say what has to be allowed.</param>
/// <param name="RevokePath">The endpoint of the revocation, likewise.</param>
/// <param name="Look">Looks it up.</param>
/// <param name="Revoke">Revokes it.</param>
internal sealed record VaultSteps(string What, string LookPath, string RevokePath, Func<CancellationToken, Task<VaultLook>> Look, Func<Task<IssuerAnswer>> Revoke)
{
    /// <summary>What its revocation does not end; begins with a semicolon.</summary>
    public string Rest { get; init; } = "";

    /// <summary>Whether leases are under it, which are only queued when it dies.</summary>
    public bool HasLeases { get; init; }

    /// <summary>Says why it is still there although Vault was told; begins with a semicolon.</summary>
    public Func<Task<string>>? Explain { get; init; }
}
