using Postrun.Doubles;
using Postrun.Model;

namespace Postrun.Actions.Tests;

public sealed class VaultWrappingTests : IDisposable
{
    private readonly VaultSample sample = new();
    private readonly VaultServiceToken wrapping;

    public VaultWrappingTests()
    {
        // As of a real one: it may be opened, and nothing else.
        sample.Vault.State.Policies["response-wrapping"] = [new("cubbyhole/response", "read"), new("sys/wrapping/unwrap", "update")];
        wrapping = sample.Vault.State.Issue(null, "", false, """{"password":"planted"}""", "response-wrapping");
        wrapping.UsesLeft = 1;
    }

    public void Dispose() => sample.Dispose();

    [Fact]
    public async Task By_its_accessor_it_is_revoked_and_proved_to_be()
    {
        var revocation = await sample.RevokeAsync(sample.Credential(CredentialKind.VaultWrappingToken, wrapping.Accessor));
        revocation.Status.ShouldBe(RevocationStatus.RevokedVerified, revocation.Proof);
        revocation.Proof.ShouldContain("has to be revoked itself");
        sample.Vault.State.Tokens.ShouldNotContainKey(wrapping.Value);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task By_its_value_it_is_revoked_by_others_or_uses_itself_up_and_is_never_opened(bool mayOthers)
    {
        if (mayOthers)
            sample.Vault.State.Policies["revoker"] = [.. sample.Vault.State.Policies["revoker"], new("auth/token/revoke", "update")];
        var revocation = await sample.RevokeAsync(OfValue());
        revocation.Status.ShouldBe(RevocationStatus.RevokedVerified, revocation.Proof);
        revocation.Proof.ShouldNotContain(wrapping.Value);
        sample.Vault.State.Tokens.ShouldNotContainKey(wrapping.Value);
        sample.Vault.Calls("sys/wrapping/unwrap").ShouldBe(0);
        sample.Vault.Calls("auth/token/revoke-self").ShouldBe(mayOthers ? 0 : 1);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task One_that_was_opened_before_its_end_is_told_to_a_person(bool byValue)
    {
        sample.Vault.State.Revoke(wrapping);
        var credential = byValue ? OfValue() : sample.Credential(CredentialKind.VaultWrappingToken, wrapping.Accessor);
        var revocation = await sample.RevokeAsync(credential with { ExpiresAt = TimeProvider.System.GetUtcNow().AddDays(300) });
        revocation.Status.ShouldBe(RevocationStatus.ManualRequired, revocation.Proof);
        revocation.Proof.ShouldContain("it was opened");
        revocation.Proof.ShouldContain("audit log");
    }

    [Fact]
    public async Task One_that_had_ended_is_dead_and_no_signal()
    {
        sample.Vault.State.Revoke(wrapping);
        (await sample.RevokeAsync(OfValue() with { ExpiresAt = TimeProvider.System.GetUtcNow().AddDays(-300) })).Status.ShouldBe(RevocationStatus.RevokedVerified);
    }

    [Fact]
    public async Task What_says_nothing_of_it_is_no_signal_either()
    {
        sample.Vault.Instead = static request => request.Path == "sys/wrapping/lookup" ? VaultResponse.Errors(400, "no") : null;
        sample.Vault.State.Policies["default"] = [];
        (await sample.RevokeAsync(OfValue())).Status.ShouldBeOneOf(RevocationStatus.Failed, RevocationStatus.RevokeAccepted);
    }

    private RunCredential OfValue() => sample.OfValue(wrapping.Value) with { Kind = CredentialKind.VaultWrappingToken };
}
