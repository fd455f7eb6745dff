using System.Diagnostics;
using Postrun.Model;

namespace Postrun.Actions.Tests;

/// <summary>An issuer, a revoker that knows it, and credentials of one kind.</summary>
public interface IRevokerFixture : IDisposable
{
    IRevoker Revoker { get; }

    /// <summary>A credential that is alive.</summary>
    RunCredential Issue();

    bool IsAlive(RunCredential credential);

    /// <summary>A credential that the issuer has never heard of.</summary>
    RunCredential Unknown();

    /// <summary>Nothing may be looked up nor revoked any more.</summary>
    void Forbid();

    /// <summary>Every request from now on is answered with this status and nothing else.</summary>
    void AnswerAll(int status);

    /// <summary>No request from now on is answered.</summary>
    void HangAll();

    /// <summary>What stands in a proof for a status.</summary>
    string Said(int status) => $"{status}";

    /// <summary>What may stand in no proof.</summary>
    IEnumerable<string> Values { get; }
}

/// <summary>What holds of every revoker.</summary>
public abstract class RevokerConformance : IDisposable
{
    /// <summary>Retries and their delays are in it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(25);

    private readonly IRevokerFixture fixture;

    protected RevokerConformance(IRevokerFixture fixture) => this.fixture = fixture;

    public void Dispose()
    {
        fixture.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task What_was_alive_before_is_dead_after()
    {
        var credential = fixture.Issue();
        fixture.Revoker.Takes(credential.Kind).ShouldBeTrue();
        fixture.IsAlive(credential).ShouldBeTrue();
        var revocation = await RevokeAsync(credential);
        revocation.Status.ShouldBe(RevocationStatus.RevokedVerified, revocation.Proof);
        fixture.IsAlive(credential).ShouldBeFalse();
    }

    [Fact]
    public async Task To_revoke_twice_is_to_revoke_once()
    {
        var credential = fixture.Issue();
        (await RevokeAsync(credential)).Status.ShouldBe(RevocationStatus.RevokedVerified);
        var again = await RevokeAsync(credential);
        again.Status.ShouldBe(RevocationStatus.RevokedVerified, again.Proof);
        again.Proof.ShouldContain("before");
    }

    [Fact]
    public async Task Only_the_one_that_is_named_dies()
    {
        var (one, other) = (fixture.Issue(), fixture.Issue());
        await RevokeAsync(one);
        fixture.IsAlive(one).ShouldBeFalse();
        fixture.IsAlive(other).ShouldBeTrue();
    }

    [Fact]
    public async Task What_the_issuer_does_not_know_is_dead()
    {
        var revocation = await RevokeAsync(fixture.Unknown());
        revocation.Status.ShouldBe(RevocationStatus.RevokedVerified, revocation.Proof);
    }

    [Fact]
    public async Task A_lack_of_permission_proves_nothing()
    {
        var credential = fixture.Issue();
        fixture.Forbid();
        var revocation = await RevokeAsync(credential);
        revocation.Status.ShouldBe(RevocationStatus.Failed, revocation.Proof);
        revocation.Proof.ShouldContain(fixture.Said(403));
        fixture.IsAlive(credential).ShouldBeTrue();
    }

    [Theory]
    [InlineData(200)]
    [InlineData(204)]
    [InlineData(400)]
    [InlineData(403)]
    [InlineData(404)]
    public async Task A_status_without_the_issuers_words_proves_nothing(int status)
    {
        var credential = fixture.Issue();
        fixture.AnswerAll(status);
        (await RevokeAsync(credential)).Status.ShouldBeOneOf(RevocationStatus.Failed, RevocationStatus.RevokeAccepted);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(503)]
    public async Task An_error_of_the_issuer_is_a_failure(int status)
    {
        var credential = fixture.Issue();
        fixture.AnswerAll(status);
        var revocation = await RevokeAsync(credential);
        revocation.Status.ShouldBe(RevocationStatus.Failed);
        revocation.Proof.ShouldContain(fixture.Said(status));
    }

    [Fact]
    public async Task An_issuer_that_never_answers_is_a_failure_in_time()
    {
        var credential = fixture.Issue();
        fixture.HangAll();
        var started = Stopwatch.GetTimestamp();
        (await RevokeAsync(credential)).Status.ShouldBe(RevocationStatus.Failed);
        Stopwatch.GetElapsedTime(started).ShouldBeLessThan(Patience);
    }

    [Fact]
    public async Task A_cancellation_ends_it_at_once()
    {
        var credential = fixture.Issue();
        fixture.HangAll();
        using var cut = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        await Should.ThrowAsync<OperationCanceledException>(() => fixture.Revoker.RevokeAsync(credential, cut.Token));
    }

    private async Task<Revocation> RevokeAsync(RunCredential credential)
    {
        var revocation = await fixture.Revoker.RevokeAsync(credential, TestContext.Current.CancellationToken);
        revocation.Proof.ShouldNotBeNullOrWhiteSpace();
        revocation.Proof.ShouldNotContain("\n");
        foreach (var value in fixture.Values)
            revocation.ToString().ShouldNotContain(value);
        return revocation;
    }
}
