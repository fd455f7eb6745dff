using Postrun.Model;

namespace Postrun.Actions;

/// <summary>Revokes credentials of some kinds at their issuers.</summary>
public interface IRevoker
{
    /// <summary>Whether it knows what to do with the kind.</summary>
    bool Takes(CredentialKind kind);

    /// <summary>
    /// Revokes one, and looks whether it is dead. To do so twice changes nothing: of one that is dead already it says so. What the issuer
    /// answers wrongly, late or not at all is an outcome, and no exception.
    /// </summary>
    /// <exception cref="OperationCanceledException">it was cancelled; the issuer may have been told</exception>
    Task<Revocation> RevokeAsync(RunCredential credential, CancellationToken cancellation);
}

/// <summary>What became of one credential, and what was seen of it.</summary>
/// <param name="Proof">One line for a person; never holds a value, nor anything that an issuer said but the number of a status.</param>
public sealed record Revocation(RevocationStatus Status, string Proof, DateTimeOffset? ExpiresAt = null)
{
    /// <summary>Its issuer did not accept or know it to begin with. That says nothing of a value that was cut, or is of another issuer.</summary>
    public bool WasDeadBefore { get; init; }

    /// <summary>Its issuer has forgotten it, or given up on it, and it may live on where it is used. No later look-up proves the contrary.</summary>
    public bool IsOrphaned { get; init; }

    /// <summary>Its back end was asked to revoke it, and refused.</summary>
    public bool IsRefusedByBackEnd { get; init; }

    /// <summary>Of what was dead before anything was done.</summary>
    public static Revocation Dead(string proof) => Verified(proof) with { WasDeadBefore = true };

    public static Revocation Verified(string proof) => new(RevocationStatus.RevokedVerified, proof);

    public static Revocation Accepted(string proof) => new(RevocationStatus.RevokeAccepted, proof);

    public static Revocation Denied(string why) => new(RevocationStatus.DeniedByPolicy, why);

    public static Revocation Manual(string what) => new(RevocationStatus.ManualRequired, what);

    public static Revocation Failed(string why) => new(RevocationStatus.Failed, why);
}
