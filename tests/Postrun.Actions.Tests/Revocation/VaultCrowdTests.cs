using Postrun.Doubles;
using Postrun.Model;

namespace Postrun.Actions.Tests;

/// <summary>Many credentials at once, at a Vault that is not well.</summary>
public sealed class VaultCrowdTests : IDisposable
{
    private const int AtOnce = 64;

    private readonly VaultSample sample = new();

    public void Dispose() => sample.Dispose();

    [Fact]
    public async Task Errors_and_lost_answers_here_and_there_keep_no_lease_alive()
    {
        var vault = sample.Vault;
        vault.Latency = TimeSpan.FromMilliseconds(5);
        vault.Instead = static request => (request.Number % 25) switch { 3 => VaultResponse.Errors(500, "internal error"), 7 => new(429, null, ("Retry-After", "1")), _ => null };
        vault.Breaks = static request => request.Number % 25 == 5;
        var leases = Enumerable.Range(0, 500).Select(_ => sample.Credential(CredentialKind.VaultLease, vault.With(static state => state.Lease("database/creds/train").Id))).ToList();
        var other = vault.With(static state => state.Lease("database/creds/other"));
        var revocations = new Revocation[leases.Count];
        await Parallel.ForAsync(0, leases.Count, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (i, _) => revocations[i] = await sample.RevokeAsync(leases[i]));
        revocations.Where(static revocation => revocation.Status != RevocationStatus.RevokedVerified).Select(static revocation => revocation.Proof).Distinct().ShouldBeEmpty();
        vault.State.Leases.Keys.ShouldBe([other.Id]);
        vault.Peak.ShouldBeLessThanOrEqualTo(AtOnce + 1);
    }

    [Fact]
    public async Task What_hangs_for_some_is_verified_for_the_others()
    {
        var vault = sample.Vault;
        var leases = Enumerable.Range(0, 40).Select(_ => sample.Credential(CredentialKind.VaultLease, vault.With(static state => state.Lease("database/creds/train").Id))).ToList();
        var stuck = leases.Take(4).Select(static lease => lease.Handle).ToHashSet();
        vault.Hangs = request => stuck.Contains(request.Text("lease_id"));
        var revocations = await Task.WhenAll(leases.Select(sample.RevokeAsync));
        revocations.Take(4).ShouldAllBe(static revocation => revocation.Status == RevocationStatus.Failed);
        revocations.Skip(4).ShouldAllBe(static revocation => revocation.Status == RevocationStatus.RevokedVerified);
    }
}
