using CsCheck;
using Postrun.Model;

namespace Postrun.Actions.Tests;

public sealed class PrefixGuardTests
{
    private static readonly string[] Words = ["database", "creds", "aws", "train", "auth", "token", "login", "approle", "team", "..", ".", "", "%2e%2e", "*", "kubernetes", "a b"];
    private static readonly Gen<string> Id = Gen.Char["0123456789abcdef"].Array[8, 12].Select(static digits => "run-" + new string(digits)).Where(static id => id.Skip(4).Any(char.IsAsciiDigit));
    private static readonly Gen<string> Word = Gen.Int[0, Words.Length - 1].Select(static at => Words[at]);

    [Theory]
    [InlineData("database/creds/run-4711")]
    [InlineData("database/creds/run-4711/")]
    [InlineData("aws/sts/run-4711/more")]
    [InlineData("team/database/creds/run-4711")]
    public void A_prefix_that_has_the_run_in_it_is_the_runs(string prefix) => PrefixGuard.Refuse(prefix, "run-4711").ShouldBeNull();

    [Theory]
    [InlineData("auth/approle/login")]
    [InlineData("auth/approle/login/run-4711")]
    [InlineData("auth/run-4711/login")]
    [InlineData("auth/token/create/run-4711")]
    [InlineData("auth/token")]
    [InlineData("auth")]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("database")]
    [InlineData("run-4711")]
    [InlineData("run-4711/creds")]
    [InlineData("database/creds")]
    [InlineData("database/creds/run-47111")]
    [InlineData("database/creds/run-471")]
    [InlineData("database/creds/RUN-4711")]
    [InlineData("database/creds/a-run-4711")]
    [InlineData("database/creds/run-4711/..")]
    [InlineData("database/creds/run-4711/../train")]
    [InlineData("database/creds/run-4711/%2e%2e/train")]
    [InlineData("database/creds//run-4711")]
    [InlineData("/database/creds/run-4711")]
    [InlineData("database/creds/*/run-4711")]
    [InlineData("database/creds/run-4711?list=true")]
    [InlineData("database/creds/run-4711#")]
    [InlineData("database\\creds\\run-4711")]
    [InlineData("database/creds/run-4711\n")]
    [InlineData("database/creds/r\u00fcn/run-4711")]
    public void Every_other_prefix_is_refused_and_the_way_out_is_named(string prefix) => PrefixGuard.Refuse(prefix, "run-4711").ShouldNotBeNull().ShouldContain("vault-accessor");

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("creds")]
    [InlineData("nightly")]
    [InlineData("database/creds1")]
    public void A_run_whose_id_may_be_the_name_of_something_else_has_no_prefix(string? run) => PrefixGuard.Refuse($"database/creds/{run}", run).ShouldNotBeNull();

    [Fact]
    public void No_run_can_revoke_what_is_anothers()
    {
        Gen.Select(Id, Id, Gen.OneOf(Word, Word, Id).Array[1, 5], Gen.Int[0, 5], Gen.Bool).Where(static (mine, other, _, _, _) => mine != other).Sample(static (mine, other, words, at, hasMine) =>
        {
            var segments = words.ToList();
            if (hasMine)
                segments.Insert(Math.Min(at, segments.Count), mine);
            var prefix = string.Join('/', segments);
            if (PrefixGuard.Refuse(prefix, mine) is not null)
                return;
            // As Vault takes it: the lease itself, or all beneath the path.
            foreach (var lease in new[] { $"database/creds/{other}/l1", $"aws/sts/{other}/l1", "database/creds/train/l1", "auth/approle/login/l1", "auth/token/create/l1", $"team/database/creds/{other}/l1" })
                (lease == prefix || lease.StartsWith(prefix.TrimEnd('/') + "/", StringComparison.Ordinal)).ShouldBeFalse($"{prefix} hits {lease}");
        }, iter: 20_000);
    }

    [Fact]
    public async Task What_is_refused_is_not_sent()
    {
        using var sample = new VaultSample();
        var lease = sample.Vault.With(static state => state.Lease("database/creds/train"));
        var revocation = await sample.RevokeAsync(sample.Credential(CredentialKind.VaultPrefix, "database/creds"));
        revocation.Status.ShouldBe(RevocationStatus.DeniedByPolicy);
        sample.Vault.Requests.ShouldBeEmpty();
        sample.Vault.State.Leases.ShouldContainKey(lease.Id);
    }

    [Fact]
    public async Task A_prefix_ends_where_a_segment_ends()
    {
        using var sample = new VaultSample();
        var mine = sample.Vault.With(static state => state.Lease($"database/creds/{VaultSample.Run}"));
        var other = sample.Vault.With(static state => state.Lease($"database/creds/{VaultSample.Run}1"));
        var revocation = await sample.RevokeAsync(sample.Credential(CredentialKind.VaultPrefix, $"database/creds/{VaultSample.Run}"));
        revocation.Status.ShouldBe(RevocationStatus.RevokedVerified, revocation.Proof);
        sample.Vault.State.Leases.Keys.ShouldBe([other.Id]);
    }
}
