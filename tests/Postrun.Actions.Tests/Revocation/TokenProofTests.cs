using Postrun.Model;

namespace Postrun.Actions.Tests;

/// <summary>What is claimed of what was seen.</summary>
public sealed class TokenProofTests
{
    [Theory]
    [InlineData("Alive", "Done", "Dead", RevocationStatus.RevokedVerified)]
    [InlineData("Alive", "Queued", "Dead", RevocationStatus.RevokedVerified)]
    [InlineData("Alive", "Refused", "Dead", RevocationStatus.RevokedVerified)]
    [InlineData("Alive", "Done", "Alive", RevocationStatus.Failed)]
    [InlineData("Alive", "Queued", "Alive", RevocationStatus.RevokeAccepted)]
    [InlineData("Alive", "Refused", "Alive", RevocationStatus.Failed)]
    [InlineData("Alive", "Done", "Unclear", RevocationStatus.RevokeAccepted)]
    [InlineData("Alive", "Queued", "Unclear", RevocationStatus.RevokeAccepted)]
    [InlineData("Alive", "Refused", "Unclear", RevocationStatus.Failed)]
    [InlineData("Unclear", "Done", "Dead", RevocationStatus.RevokeAccepted)]
    [InlineData("Unclear", "Queued", "Dead", RevocationStatus.RevokeAccepted)]
    [InlineData("Unclear", "Done", "Alive", RevocationStatus.Failed)]
    [InlineData("Unclear", "Queued", "Alive", RevocationStatus.RevokeAccepted)]
    [InlineData("Unclear", "Done", "Unclear", RevocationStatus.RevokeAccepted)]
    [InlineData("Unclear", "Refused", "Dead", RevocationStatus.Failed)]
    [InlineData("Unclear", "Refused", "Unclear", RevocationStatus.Failed)]
    public async Task Only_what_was_accepted_before_and_is_not_afterwards_is_proved(string before, string taken, string after, RevocationStatus status)
    {
        var looks = 0;
        var revocation = await RevokeAsync(_ => Enum.Parse<TokenSight>(looks++ == 0 ? before : after), Enum.Parse<TokenTaken>(taken), CancellationToken.None);
        revocation.Status.ShouldBe(status, revocation.Proof);
    }

    [Fact]
    public async Task What_is_dead_to_begin_with_is_not_told_again()
    {
        var told = false;
        var revocation = await new TokenProof(new HurriedTime()).RevokeAsync(new("it", static _ => Task.FromResult(new TokenLook(TokenSight.Dead, "no")), _ =>
        {
            told = true;
            return Task.FromResult(new TokenAct(TokenTaken.Done, "yes"));
        }), CancellationToken.None);
        revocation.Status.ShouldBe(RevocationStatus.RevokedVerified);
        revocation.Proof.ShouldContain("before");
        told.ShouldBeFalse();
    }

    [Theory]
    [InlineData("Done")]
    [InlineData("Queued")]
    public async Task When_the_time_is_up_after_it_was_taken_it_is_accepted_and_no_more(string taken)
    {
        using var cut = new CancellationTokenSource();
        var looks = 0;
        var revocation = await RevokeAsync(limit =>
        {
            if (looks++ > 0)
                cut.Cancel();
            limit.ThrowIfCancellationRequested();
            return TokenSight.Alive;
        }, Enum.Parse<TokenTaken>(taken), cut.Token);
        revocation.Status.ShouldBe(RevocationStatus.RevokeAccepted);
        revocation.Proof.ShouldContain("the time was up");
    }

    [Fact]
    public async Task What_dies_a_moment_later_is_waited_for()
    {
        var looks = 0;
        (await RevokeAsync(_ => looks++ < 4 ? TokenSight.Alive : TokenSight.Dead, TokenTaken.Queued, CancellationToken.None)).Status.ShouldBe(RevocationStatus.RevokedVerified);
        looks.ShouldBe(5);
    }

    private static Task<Revocation> RevokeAsync(Func<CancellationToken, TokenSight> look, TokenTaken taken, CancellationToken cut) => new TokenProof(new HurriedTime()).RevokeAsync(new("it",
        limit => Task.FromResult(new TokenLook(look(limit), "seen")), _ => Task.FromResult(new TokenAct(taken, "said"))) { Patience = TimeSpan.FromSeconds(3) }, cut);
}
