using Postrun.Doubles;
using Postrun.Model;

namespace Postrun.Actions.Tests;

/// <summary>What is Vault's own: traps of leases and tokens, and servers that cannot answer.</summary>
public sealed class VaultRevokerTests : IDisposable
{
    private readonly VaultSample sample = new();

    private VaultDouble Vault => sample.Vault;

    public void Dispose() => sample.Dispose();

    [Fact]
    public async Task A_lease_that_is_only_queued_is_accepted_and_no_more()
    {
        var lease = Lease(LeaseTemper.Dawdles);
        Vault.Instead = static request => request.Path == "sys/leases/revoke" ? new(202) : null;
        var revocation = await sample.RevokeAsync(lease);
        revocation.Status.ShouldBe(RevocationStatus.RevokeAccepted);
        revocation.Proof.ShouldContain("202");
    }

    [Fact]
    public async Task A_lease_that_is_done_a_moment_later_is_verified()
    {
        var lease = Lease();
        Vault.Instead = request => request.Path == "sys/leases/revoke" ? new(202)
            : request.Path == "sys/leases/lookup" && Vault.Calls("sys/leases/lookup") > 3 ? VaultResponse.Errors(400, "invalid lease") : null;
        (await sample.RevokeAsync(lease)).Status.ShouldBe(RevocationStatus.RevokedVerified);
    }

    [Fact]
    public async Task Vault_is_asked_to_wait_until_it_is_done()
    {
        await sample.RevokeAsync(Lease());
        var request = Vault.Requests.Single(static request => request.Path == "sys/leases/revoke");
        request.Flag("sync").ShouldBeTrue();
        Vault.Requests.ShouldAllBe(static request => request.IsMarked);
    }

    [Fact]
    public async Task A_lease_that_may_not_be_looked_up_is_accepted_with_what_to_allow()
    {
        Vault.State.Policies["revoker"] = [new("sys/leases/revoke", "update")];
        var revocation = await sample.RevokeAsync(Lease());
        revocation.Status.ShouldBe(RevocationStatus.RevokeAccepted);
        revocation.Proof.ShouldContain("sys/leases/lookup");
        Vault.State.Leases.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_lease_that_may_not_be_revoked_fails_with_what_to_allow()
    {
        Vault.State.Policies["revoker"] = [new("sys/leases/lookup", "update")];
        var revocation = await sample.RevokeAsync(Lease());
        revocation.Status.ShouldBe(RevocationStatus.Failed);
        revocation.Proof.ShouldContain("sys/leases/revoke");
        revocation.Proof.ShouldNotContain("--force");
    }

    [Fact]
    public async Task A_lease_that_its_back_end_refuses_fails_and_can_be_forgotten_by_force()
    {
        var lease = Lease(LeaseTemper.Refuses);
        var revocation = await sample.RevokeAsync(lease);
        revocation.Status.ShouldBe(RevocationStatus.Failed);
        revocation.Proof.ShouldContain("irrevocable");
        revocation.Proof.ShouldContain("postrun revoke --force");

        var forced = await sample.Revoker.ForceAsync(lease, TestContext.Current.CancellationToken);
        forced.Status.ShouldBe(RevocationStatus.ManualRequired, forced.Proof);
        forced.Proof.ShouldContain("may live on in the back end");
        Vault.State.Leases.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(CredentialKind.VaultLease, "database/creds/train")]
    [InlineData(CredentialKind.VaultLease, "database")]
    [InlineData(CredentialKind.VaultLease, "database/creds/../..")]
    [InlineData(CredentialKind.VaultPrefix, "database/creds/train")]
    public async Task Nothing_is_forgotten_by_force_that_is_not_one_lease_or_the_runs(CredentialKind kind, string handle)
    {
        Lease();
        await sample.Revoker.ForceAsync(sample.Credential(kind, handle), TestContext.Current.CancellationToken);
        Vault.State.Leases.Count.ShouldBe(1);
        Vault.Requests.ShouldNotContain(static request => request.Path.Contains("revoke"));
    }

    [Fact]
    public async Task What_may_not_be_looked_up_is_not_forgotten_by_force()
    {
        Vault.State.Policies["revoker"] = [new("sys/leases/revoke-force/*", "update", "sudo")];
        var forced = await sample.Revoker.ForceAsync(Lease(), TestContext.Current.CancellationToken);
        forced.Status.ShouldBe(RevocationStatus.Failed);
        Vault.State.Leases.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_token_that_leaves_an_irrevocable_lease_behind_is_not_verified()
    {
        var token = Vault.State.Issue();
        Vault.State.Lease("database/creds/train", "", token.Accessor, LeaseTemper.Refuses);
        var revocation = await sample.RevokeAsync(sample.Credential(CredentialKind.VaultAccessor, token.Accessor));
        revocation.Status.ShouldBe(RevocationStatus.RevokeAccepted, revocation.Proof);
        revocation.Proof.ShouldContain("from 0 to 1");
    }

    [Fact]
    public async Task Where_leases_may_not_be_counted_the_look_up_alone_proves()
    {
        Vault.State.Policies["revoker"] = [new("auth/token/*", "update")];
        foreach (var token in new[] { Vault.State.Issue(), Vault.State.Issue() })
            (await sample.RevokeAsync(sample.Credential(CredentialKind.VaultAccessor, token.Accessor))).Status.ShouldBe(RevocationStatus.RevokedVerified);
        Vault.Calls("sys/leases/count").ShouldBe(1);
    }

    [Fact]
    public async Task The_children_of_a_token_die_with_it()
    {
        var parent = Vault.State.Issue();
        var child = Vault.State.Issue(parent.Value);
        await sample.RevokeAsync(sample.Credential(CredentialKind.VaultAccessor, parent.Accessor));
        Vault.State.Tokens.ShouldNotContainKey(child.Value);
    }

    [Fact]
    public async Task A_prefix_that_may_not_be_listed_is_accepted()
    {
        Vault.State.Policies["revoker"] = [new("sys/leases/revoke-prefix/*", "update", "sudo"), new("sys/leases/lookup/*", "list")];
        Vault.State.Lease($"database/creds/{VaultSample.Run}");
        var revocation = await sample.RevokeAsync(sample.Credential(CredentialKind.VaultPrefix, $"database/creds/{VaultSample.Run}"));
        revocation.Status.ShouldBe(RevocationStatus.RevokeAccepted);
        revocation.Proof.ShouldContain("sudo");
        Vault.State.Leases.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_token_that_may_not_look_itself_up_is_verified_by_asking_twice(bool isOpenBao)
    {
        using var other = new VaultSample(isOpenBao);
        other.Vault.State.Policies["mute"] = [new("auth/token/revoke-self", "update")];
        var token = other.OfValue(other.Vault.State.Issue(null, "", false, null, "mute").Value);
        var revocation = await other.RevokeAsync(token);
        revocation.Status.ShouldBe(RevocationStatus.RevokedVerified, revocation.Proof);
        revocation.Proof.ShouldContain("could not be looked up before");
        other.Vault.State.Tokens.ShouldNotContainKey(other.ValueOf(token));
    }

    [Fact]
    public async Task A_token_that_may_do_nothing_to_itself_is_not_called_dead()
    {
        Vault.State.Policies["mute"] = [];
        var token = sample.OfValue(Vault.State.Issue(null, "", false, null, "mute").Value);
        var revocation = await sample.RevokeAsync(token);
        revocation.Status.ShouldBe(RevocationStatus.Failed);
        revocation.Proof.ShouldContain("accessor");
    }

    [Fact]
    public async Task A_batch_token_says_when_it_ends()
    {
        var revocation = await sample.RevokeAsync(sample.OfValue(Vault.State.Issue(null, "", isBatch: true).Value));
        revocation.Status.ShouldBe(RevocationStatus.ExpiresAt, revocation.Proof);
        revocation.ExpiresAt.ShouldNotBeNull().Year.ShouldBe(2126);
        Vault.Calls("auth/token/revoke-self").ShouldBe(0);
    }

    [Fact]
    public async Task What_cannot_be_revoked_is_a_persons_and_is_not_sent()
    {
        (await sample.RevokeAsync(sample.Credential(CredentialKind.VaultBatchToken))).Status.ShouldBe(RevocationStatus.ManualRequired);
        (await sample.RevokeAsync(sample.Credential(CredentialKind.VaultBatchToken) with { ExpiresAt = TimeProvider.System.GetUtcNow().AddHours(1) })).Status.ShouldBe(RevocationStatus.ExpiresAt);
        (await sample.RevokeAsync(sample.Credential(CredentialKind.VaultKeyValue, "secret/data/train"))).Status.ShouldBe(RevocationStatus.ManualRequired);
        (await sample.RevokeAsync(sample.Credential(CredentialKind.VaultSecretId, "accessor"))).Status.ShouldBe(RevocationStatus.ManualRequired);
        (await sample.RevokeAsync(sample.Credential(CredentialKind.VaultSecretId, "accessor", role: "train") with { Mount = "../../sys/leases" })).Status.ShouldBe(RevocationStatus.ManualRequired);
        Vault.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Tokens_that_were_had_with_a_secret_id_live_on_and_it_says_so()
    {
        Vault.State.Roles["approle/train"]["accessor-of-id"] = "s3cr3t-id";
        var token = Vault.State.Issue();
        var revocation = await sample.RevokeAsync(sample.Credential(CredentialKind.VaultSecretId, "accessor-of-id", role: "train"));
        revocation.Status.ShouldBe(RevocationStatus.RevokedVerified);
        revocation.Proof.ShouldContain("live on");
        Vault.State.Tokens.ShouldContainKey(token.Value);
    }

    [Fact]
    public async Task A_lease_is_looked_for_in_its_namespace()
    {
        var lease = Vault.State.Lease("database/creds/train", "team/a");
        var revocation = await sample.RevokeAsync(sample.Credential(CredentialKind.VaultLease, lease.Id, "team/a"));
        revocation.Status.ShouldBe(RevocationStatus.RevokedVerified);
        revocation.Proof.ShouldContain("was found before");
        Vault.State.Leases.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("team/\u00e4")]
    [InlineData("team a")]
    [InlineData("team\r\nX-Vault-Token: x")]
    public async Task A_namespace_that_cannot_be_named_is_not_left_out(string ns)
    {
        var lease = Vault.State.Lease("database/creds/train", ns);
        (await sample.RevokeAsync(sample.Credential(CredentialKind.VaultLease, lease.Id, ns))).Status.ShouldBe(RevocationStatus.Failed);
        (await sample.Revoker.ForceAsync(sample.Credential(CredentialKind.VaultLease, lease.Id, ns), TestContext.Current.CancellationToken)).Status.ShouldBe(RevocationStatus.ManualRequired);
        Vault.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_sealed_Vault_is_told_from_others()
    {
        Vault.IsSealed = true;
        var revocation = await sample.RevokeAsync(Lease());
        revocation.Status.ShouldBe(RevocationStatus.Failed);
        revocation.Proof.ShouldContain("VaultIsSealed");
    }

    [Fact]
    public async Task A_standby_that_redirects_gets_no_further_and_the_token_goes_nowhere()
    {
        using var active = new VaultSample();
        Vault.Active = active.Vault.Address;
        var revocation = await sample.RevokeAsync(Lease());
        revocation.Status.ShouldBe(RevocationStatus.Failed);
        revocation.Proof.ShouldContain("address of the active node");
        active.Vault.Requests.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(412)]
    [InlineData(429)]
    [InlineData(502)]
    [InlineData(503)]
    public async Task What_passes_is_tried_again(int status)
    {
        Vault.Instead = request => request.Number % 3 == 0 ? new(status, null, ("Retry-After", "1")) : null;
        var revocation = await sample.RevokeAsync(Lease());
        revocation.Status.ShouldBe(RevocationStatus.RevokedVerified, revocation.Proof);
    }

    [Fact]
    public async Task An_answer_that_is_lost_after_the_deed_is_no_failure()
    {
        var token = sample.OfValue(Vault.State.Issue().Value);
        Vault.Breaks = static request => request.Path == "auth/token/revoke-self";
        var revocation = await sample.RevokeAsync(token);
        revocation.Status.ShouldBe(RevocationStatus.RevokedVerified, revocation.Proof);
    }

    [Theory]
    [InlineData(472, "primary")]
    [InlineData(473, "active node")]
    public async Task Servers_that_cannot_answer_say_what_to_do(int status, string advice)
    {
        Vault.Instead = _ => new(status);
        (await sample.RevokeAsync(Lease())).Proof.ShouldContain(advice);
    }

    [Fact]
    public async Task A_token_is_sent_to_no_other_address_than_its_own()
    {
        using var foreign = new VaultSample();
        var revocation = await sample.RevokeAsync(foreign.Credential(CredentialKind.VaultLease, "database/creds/train/l1"));
        revocation.Status.ShouldBe(RevocationStatus.Failed);
        foreign.Vault.Requests.ShouldBeEmpty();
    }

    private RunCredential Lease(LeaseTemper temper = LeaseTemper.Obeys) => sample.Credential(CredentialKind.VaultLease, Vault.With(state => state.Lease("database/creds/train", temper: temper).Id));
}
