namespace Postrun.Actions;

/// <summary>What a look-up with a credential, or of it, showed.</summary>
internal enum TokenSight
{
    Alive,

    /// <summary>Its issuer itself said that it does not accept it.</summary>
    Dead,

    /// <summary>No answer, or one that says nothing.</summary>
    Unclear,
}

/// <summary>A look-up.</summary>
/// <param name="Said">What came of it, in a clause: <c>HTTP status 401</c>.</param>
internal readonly record struct TokenLook(TokenSight Sight, string Said)
{
    /// <summary>Dead only where the issuer says so in its own words, alive only where it answers as it should: another server on the way says neither.</summary>
    public static TokenLook Of(IssuerAnswer answer, Func<IssuerAnswer, bool> isAlive, Func<IssuerAnswer, bool> isDead) => new(
        answer.Problem is null && isDead(answer) ? TokenSight.Dead : answer.Problem is null && isAlive(answer) ? TokenSight.Alive : TokenSight.Unclear, answer.Said);
}

/// <summary>How an issuer took a revocation.</summary>
internal enum TokenTaken
{
    /// <summary>It says that it is done.</summary>
    Done,

    /// <summary>It will be done, or is not known everywhere at once.</summary>
    Queued,

    Refused,
}

/// <summary>What an issuer said to a revocation.</summary>
/// <param name="Said">In a clause that goes on from the issuer where it is refused: <c>answers with HTTP status 403</c>; else what it said.</param>
/// <param name="Rest">What it does not end, or what else a person should know; begins with a semicolon.</param>
internal readonly record struct TokenAct(TokenTaken Taken, string Said, string Rest = "")
{
    /// <summary>It can be undone, so that it is not dead for good.</summary>
    public bool IsReversible { get; init; }

    public static TokenAct Of(IssuerAnswer answer, int taken, TokenTaken how) => answer.Problem is null && answer.Status == taken
        ? new(how, answer.Said)
        : new(TokenTaken.Refused, answer.Problem ?? $"answers with {answer.Said}");
}

/// <summary>How one credential is looked up and revoked.</summary>
/// <param name="Issuer">What it is called in a sentence: <c>GitHub</c>.</param>
internal sealed record TokenSteps(string Issuer, Func<CancellationToken, Task<TokenLook>> Look, Func<CancellationToken, Task<TokenAct>> Revoke)
{
    /// <summary>How long what was taken is waited for.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>How long it is accepted after what was only queued.</summary>
    public string Meanwhile { get; init; } = "for the moment";
}

/// <summary>Looks, revokes, and looks again. Dead is only what was accepted before and is not afterwards, or what its issuer itself does not accept to begin with.</summary>
internal sealed class TokenProof(TimeProvider time)
{
    /// <summary>A look-up that hangs must not keep a revocation from being sent before the pod ends.</summary>
    private static readonly TimeSpan LongestLook = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(100);

    /// <exception cref="OperationCanceledException">it was cancelled; the issuer may have been told</exception>
    public async Task<Revocation> RevokeAsync(TokenSteps steps, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var before = await LookAsync(steps, cancellation);
        if (before.Sight == TokenSight.Dead)
            return Revocation.Dead($"{steps.Issuer} does not accept it ({before.Said}): it was revoked, or had ended, before");
        var act = await steps.Revoke(cancellation);
        // Refused it may be for being done: the answer of a first try can have been lost.
        if (act.Taken == TokenTaken.Refused && before.Sight == TokenSight.Unclear)
            return Revocation.Failed($"{steps.Issuer}, asked to revoke it, {act.Said}; it may live");
        var after = act.Taken == TokenTaken.Refused ? await LookAsync(steps, cancellation) : await SettleAsync(steps, cancellation);
        return (after.Sight, act.Taken) switch
        {
            (TokenSight.Dead, _) when act.IsReversible => Revocation.Accepted($"{steps.Issuer} does not accept it now ({after.Said}){act.Rest}") with { IsOrphaned = true },
            (TokenSight.Dead, _) when before.Sight == TokenSight.Alive => Revocation.Verified($"{steps.Issuer} accepted it before the revocation, and does not now ({after.Said}){act.Rest}"),
            (TokenSight.Dead, _) => Revocation.Accepted($"{steps.Issuer} took the revocation ({act.Said}), and does not accept it now ({after.Said}); before, a look-up showed nothing ({before.Said}){act.Rest}"),
            (_, TokenTaken.Refused) => Revocation.Failed($"{steps.Issuer}, asked to revoke it, {act.Said}{(after.Sight == TokenSight.Alive ? "; it is accepted still" : "; it may live")}"),
            (TokenSight.Alive, TokenTaken.Done) => Revocation.Failed($"{steps.Issuer} took the revocation ({act.Said}), and accepts it all the same"),
            (TokenSight.Alive, _) => Revocation.Accepted($"{steps.Issuer} took the revocation ({act.Said}), and accepts it {steps.Meanwhile}; the same command looks again{act.Rest}"),
            _ => Revocation.Accepted($"{steps.Issuer} took the revocation ({act.Said}); nothing proves it, for the look-up showed nothing ({after.Said}){act.Rest}"),
        };
    }

    /// <summary>Looks until it is dead, or for as long as that should take. The issuer was told: that the time is up changes what is known, and not what was done.</summary>
    private async Task<TokenLook> SettleAsync(TokenSteps steps, CancellationToken cancellation)
    {
        try
        {
            var look = await LookAsync(steps, cancellation);
            var wait = FirstWait;
            for (var waited = TimeSpan.Zero; look.Sight == TokenSight.Alive && waited < steps.Patience; waited += wait, wait *= 2)
            {
                await Task.Delay(wait, time, cancellation);
                look = await LookAsync(steps, cancellation);
            }
            return look;
        }
        catch (OperationCanceledException)
        {
            return new(TokenSight.Unclear, "the time was up");
        }
    }

    /// <summary>Looks, but not for long.</summary>
    public async Task<TokenLook> LookAsync(TokenSteps steps, CancellationToken cancellation)
    {
        using var limit = new CancellationTokenSource(LongestLook, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        try
        {
            return await steps.Look(either.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new(TokenSight.Unclear, $"no answer within {LongestLook.TotalSeconds:0} s");
        }
    }
}
