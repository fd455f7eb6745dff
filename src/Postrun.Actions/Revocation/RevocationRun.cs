using System.Security.Cryptography;
using System.Text;
using Postrun.Model;

namespace Postrun.Actions;

/// <summary>Revokes the credentials of a run: what leads to further ones before what they are revoked with, many at once.</summary>
/// <param name="denies">Why the policy lets one be; null where it is to be revoked.</param>
/// <param name="wasTaken">Whether its issuer took a revocation of it before: what is dead then is dead for that.</param>
/// <param name="key">Of the fingerprints of handles.</param>
public sealed class RevocationRun(IReadOnlyList<IRevoker> revokers, Func<RunCredential, string?> denies, Func<RunCredential, bool> wasTaken, ReadOnlyMemory<byte> key, TimeProvider time)
{
    /// <summary>Each has at most one request under way. An issuer may still count a request whose answer is read already, and shall not count more than 64.</summary>
    public const int MostAtOnce = 56;

    private const int FingerprintDigits = 16;

    /// <summary>Every credential has an outcome, also where the time is up before its turn.</summary>
    /// <param name="each">Is told of each outcome as soon as it is known, from any thread.</param>
    /// <param name="cut">Nothing further is begun, and what is under way is given up.</param>
    public async Task RunAsync(IEnumerable<RunCredential> credentials, Action<RevocationOutcome> each, CancellationToken cut)
    {
        foreach (var stage in credentials.GroupBy(static credential => StageOf(credential.Kind)).OrderBy(static stage => stage.Key))
            await Parallel.ForEachAsync(stage, new ParallelOptions { MaxDegreeOfParallelism = MostAtOnce }, async (credential, _) => each(OutcomeOf(credential, Judged(credential, await RevokeAsync(credential, cut)))));
    }

    /// <summary>
    /// First what new credentials can be had with, then what was had; a token is revoked after the leases under it, which its end would
    /// only queue, and last the one that may be what the others are revoked with.
    /// </summary>
    private static int StageOf(CredentialKind kind) => kind switch
    {
        CredentialKind.VaultSecretId or CredentialKind.VaultWrappingToken => 0,
        CredentialKind.VaultLease or CredentialKind.VaultPrefix => 1,
        CredentialKind.VaultToken => 3,
        _ => 2,
    };

    private async Task<Revocation> RevokeAsync(RunCredential credential, CancellationToken cut)
    {
        if (denies(credential) is { } why)
            return Revocation.Denied(why);
        if (cut.IsCancellationRequested)
            return Revocation.Failed("was not tried: the time was up");
        if (revokers.FirstOrDefault(revoker => revoker.Takes(credential.Kind)) is not { } revoker)
            return Revocation.Manual("Postrun has no way to revoke it");
        try
        {
            return await revoker.RevokeAsync(credential, cut);
        }
        catch (OperationCanceledException)
        {
            return Revocation.Failed("the time was up while it was tried; its issuer may have been told");
        }
#pragma warning disable CA1031 // One that cannot be revoked must not keep the others alive.
        catch (Exception e)
#pragma warning restore CA1031
        {
            return Revocation.Failed($"a fault of Postrun: {e.GetType().Name}; please report it");
        }
    }

    /// <summary>
    /// A handle that its issuer does not know is dead. A value that it never accepted here may have been cut, be another one by now, or
    /// be of another issuer, where it lives.
    /// </summary>
    private Revocation Judged(RunCredential credential, Revocation revocation) =>
        revocation.WasDeadBefore && credential.Handle is null && credential.Value is not null && !wasTaken(credential) && !(credential.ExpiresAt <= time.GetUtcNow())
            ? Revocation.Manual($"{revocation.Proof}; but it was never seen alive here, and may be of another issuer: look there")
            : revocation;

    private RevocationOutcome OutcomeOf(RunCredential credential, Revocation revocation) => new()
    {
        Name = credential.Name,
        Kind = credential.Kind,
        Issuer = credential.Issuer?.GetLeftPart(UriPartial.Path),
        HandleFingerprint = credential.Handle is { } handle ? Convert.ToHexStringLower(HMACSHA256.HashData(key.Span, Encoding.UTF8.GetBytes(handle)))[..FingerprintDigits] : null,
        Status = revocation.Status,
        Proof = revocation.Proof,
        ExpiresAt = revocation.ExpiresAt ?? (revocation.Status == RevocationStatus.ExpiresAt ? credential.ExpiresAt : null),
        At = time.GetUtcNow(),
        IsOrphaned = revocation.IsOrphaned,
    };
}
