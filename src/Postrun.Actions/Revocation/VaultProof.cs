using System.Collections.Concurrent;

namespace Postrun.Actions;

/// <summary>Looks, revokes, and looks again. All that is claimed was seen.</summary>
internal sealed class VaultProof(VaultClient vault, TimeProvider time)
{
    /// <summary>A look-up that hangs must not keep a revocation from being sent before the pod ends.</summary>
    private static readonly TimeSpan LongestLook = TimeSpan.FromSeconds(10);

    /// <summary>What is said of that.</summary>
    private const string NoAnswer = "does not answer for too long";

    /// <summary>What a 202 has queued is most often done by then; and a standby has heard of it.</summary>
    private static readonly TimeSpan[] Settling = [TimeSpan.FromMilliseconds(100), TimeSpan.FromMilliseconds(400), TimeSpan.FromMilliseconds(1500)];

    /// <summary>Where leases may not be counted. It is asked once.</summary>
    private readonly ConcurrentDictionary<VaultServer, bool> uncounted = new();

    /// <param name="first">The look-up before, where it has been made.</param>
    public async Task<Revocation> RevokeAsync(VaultServer server, string token, VaultSteps steps, CancellationToken cancellation, VaultLook? first = null)
    {
        var before = first ?? await LookFirstAsync(steps, cancellation);
        if (before.Sight == VaultSight.Gone)
            return Revocation.Dead($"Vault does not know {steps.What} ({before.Answer.Said}): it was revoked, or had ended, before{steps.Rest}");
        if (before.Sight == VaultSight.Unclear && before.Answer is { Problem: not NoAnswer, Status: 0 or 503 or 472 or 473 or (>= 300 and < 400) })
            return Revocation.Failed($"nothing was revoked: Vault {before.Answer.Why()}");
        var hangs = before.Answer.Problem == NoAnswer;
        var irrevocable = steps.HasLeases && !hangs ? await CountAsync(server, token, cancellation) : null;
        var revoked = await steps.Revoke();
        if (hangs && revoked.Status == 0)
            return Revocation.Failed($"Vault, asked to revoke {steps.What}, {revoked.Why()}; it may have done so");
        var after = before.Sight == VaultSight.Forbidden ? before : await SettleAsync(steps, revoked, cancellation);
        if (after.Sight == VaultSight.Gone)
        {
            var proof = before.Sight == VaultSight.Alive
                ? $"{steps.What} was found before the revocation, and the look-up fails now ({after.Answer.Said})"
                : $"the look-up of {steps.What} fails now ({after.Answer.Said}); before the revocation it gave no answer";
            return irrevocable is { } then && await CountAsync(server, token, cancellation) is { } now
                ? now > then
                    ? Revocation.Accepted($"{proof}, but the leases that Vault could not revoke grew from {then} to {now}: one under it may live on; see sys/leases?type=irrevocable, and 'postrun revoke --force'{steps.Rest}") with { IsOrphaned = true }
                    : Revocation.Verified($"{proof}; leases that Vault could not revoke: {then} before, {now} after{steps.Rest}")
                : Revocation.Verified(proof + steps.Rest);
        }
        if (!revoked.IsSuccess)
            return Revocation.Failed((revoked.Status == 403 ? $"Vault does not let the token revoke {steps.What} (HTTP status 403): allow it {steps.RevokePath}" : $"Vault, asked to revoke {steps.What}, {revoked.Why()}")
                + (after.Sight == VaultSight.Alive ? $"; {steps.What} is still found" : "") + (steps.Explain is { } explain && after.Sight == VaultSight.Alive && revoked.Status != 403 ? await explain() : "")) with { IsRefusedByBackEnd = steps.Explain is not null && after.Sight == VaultSight.Alive && revoked.Status is 400 or 500 };
        return after.Sight switch
        {
            VaultSight.Alive when revoked.Status == 202 => Revocation.Accepted($"Vault has queued the revocation (HTTP status 202), and still finds {steps.What}"),
            VaultSight.Alive => Revocation.Failed($"Vault took the revocation (HTTP status {revoked.Status}), and still finds {steps.What}" + (steps.Explain is { } explain ? await explain() : "")) with { IsRefusedByBackEnd = steps.Explain is not null },
            VaultSight.Forbidden => Revocation.Accepted($"Vault took the revocation (HTTP status {revoked.Status}); {steps.What} may not be looked up (HTTP status 403), so that nothing proves it: allow the token {steps.LookPath}{steps.Rest}"),
            _ => Revocation.Accepted($"Vault took the revocation (HTTP status {revoked.Status}), and asked for {steps.What}, it {after.Answer.Why()}{steps.Rest}"),
        };
    }

    /// <summary>Looks, but not for long.</summary>
    public async Task<VaultLook> LookFirstAsync(VaultSteps steps, CancellationToken cancellation) =>
        await NotForLongAsync(steps.Look, cancellation) is { Answer: not null } look ? look : new(VaultSight.Unclear, new(0, default, NoAnswer));

    /// <summary>The default where it takes too long.</summary>
    private async Task<T?> NotForLongAsync<T>(Func<CancellationToken, Task<T>> ask, CancellationToken cancellation)
    {
        using var limit = new CancellationTokenSource(LongestLook, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        try
        {
            return await ask(either.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return default;
        }
    }

    /// <summary>Looks until what was taken is done, or for a moment.</summary>
    private async Task<VaultLook> SettleAsync(VaultSteps steps, IssuerAnswer revoked, CancellationToken cancellation)
    {
        var look = await steps.Look(cancellation);
        foreach (var wait in Settling)
        {
            if (look.Sight != VaultSight.Alive || !revoked.IsSuccess)
                break;
            await Task.Delay(wait, time, cancellation);
            look = await steps.Look(cancellation);
        }
        return look;
    }

    /// <summary>How many leases Vault has given up on; <see langword="null"/> where it does not say.</summary>
    private async Task<long?> CountAsync(VaultServer server, string token, CancellationToken cancellation)
    {
        if (uncounted.ContainsKey(server))
            return null;
        var answer = await NotForLongAsync(limit => vault.GetAsync(server, token, "sys/leases/count?type=irrevocable", limit), cancellation);
        if (answer?.Status == 200 && answer.Object("data")?.Number("lease_count") is { } count)
            return count;
        uncounted[server] = true;
        return null;
    }
}
