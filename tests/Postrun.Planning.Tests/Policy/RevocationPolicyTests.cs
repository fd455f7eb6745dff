using System.Text;
using Postrun.Model;
using Postrun.Rego;

namespace Postrun.Planning.Tests;

/// <summary>What becomes of a credential, and whether a run is clean of it.</summary>
public sealed class RevocationPolicyTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 31, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void What_was_issued_to_the_run_is_revoked_and_what_others_use_is_not()
    {
        var policy = RevocationPolicy.Load(Now);
        policy.Denies(Lease).ShouldBeNull();
        policy.Denies(Lease with { Shared = true }).ShouldNotBeNull().ShouldContain("others use it");
    }

    [Theory]
    [InlineData(RevocationStatus.RevokedVerified, true)]
    [InlineData(RevocationStatus.RevokeAccepted, false)]
    [InlineData(RevocationStatus.DeniedByPolicy, false)]
    [InlineData(RevocationStatus.ManualRequired, false)]
    [InlineData(RevocationStatus.Failed, false)]
    public void Clean_is_only_what_is_proved(RevocationStatus status, bool clean) => RevocationPolicy.Load(Now).Judge(Lease, Outcome(status)).IsClean.ShouldBe(clean);

    [Fact]
    public void A_bundle_says_which_shared_ones_are_revoked_and_what_need_not_be_proved()
    {
        var policy = RevocationPolicy.Load(Now, Bundle(("data.json", """{"postrun": {"settings": {"revocation": {"revoke_shared": ["db"], "accept_unverified": ["vault-lease"]}}}}""")));
        policy.Denies(Lease with { Shared = true }).ShouldBeNull();
        policy.Judge(Lease, Outcome(RevocationStatus.RevokeAccepted)).IsClean.ShouldBeTrue();
    }

    [Theory]
    [InlineData("decision := {\"action\": \"burn\"}")]
    [InlineData("decision := {\"action\": lower(input.name), \"reasons\": 1 / 0}")]
    [InlineData("decision := 7")]
    public void A_policy_that_answers_nonsense_or_breaks_revokes_nothing(string rule)
    {
        var policy = RevocationPolicy.Load(Now, Bundle(("custom.rego", $"package postrun.custom.revocation\n\nimport rego.v1\n\n{rule}\n")));
        policy.Denies(Lease).ShouldNotBeNull();
    }

    [Fact]
    public void Data_that_stands_in_for_a_rule_is_refused() => Should.Throw<BundleException>(() =>
        RevocationPolicy.Load(Now, Bundle(("data.json", """{"postrun": {"revocation": {"hygiene": {"clean": true}}}}"""))));

    private static RegoBundle Bundle(params (string Name, string Content)[] files) => RegoBundle.Of("own", [.. files.Select(static file => new BundleFile(file.Name, Encoding.UTF8.GetBytes(file.Content)))]);

    private static RunCredential Lease => new() { Name = "db", Kind = CredentialKind.VaultLease, Handle = "database/creds/train/1", RegisteredAt = Now };

    private static RevocationOutcome Outcome(RevocationStatus status) => new() { Name = "db", Kind = CredentialKind.VaultLease, Status = status, Proof = "seen", At = Now };
}
