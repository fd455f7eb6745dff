using System.Globalization;
using System.Text;
using Postrun.Model;

namespace Postrun.Actions;

/// <summary>Looks who can still get in, and revokes nothing.</summary>
/// <param name="known">By name, what became of them before: what is only known by its value could not be looked up any more.</param>
public sealed class AccessSurvey(VaultRevoker vault, ValueReader values, IReadOnlyDictionary<string, RevocationOutcome> known, TimeProvider time)
{
    /// <summary>From here on an end of its own is no comfort.</summary>
    private const long LongSeconds = 3600;

    public async Task<AccessReport> LookAsync(IReadOnlyList<RunCredential> credentials, CancellationToken cut)
    {
        var seen = new Access[credentials.Count];
        await Parallel.ForAsync(0, credentials.Count, new ParallelOptions { MaxDegreeOfParallelism = RevocationRun.MostAtOnce }, async (index, _) => seen[index] = await LookAsync(credentials[index], cut));
        var holders = ValueHolders.Of(credentials, values);
        var all = seen.Select((access, index) => holders[index].IsEmpty ? access : access with { HeldBy = holders[index] }).ToList();
        return new() { Credentials = [.. all], Advice = [.. Advice(all)] };
    }

    private async Task<Access> LookAsync(RunCredential credential, CancellationToken cut)
    {
        var access = new Access { Name = credential.Name, Kind = credential.Kind, Issuer = credential.Issuer?.GetLeftPart(UriPartial.Path), State = AccessState.Unknown, Detail = "is looked up by nothing but its revocation" };
        try
        {
            if (known.GetValueOrDefault(credential.Name) is { } earlier && (earlier.IsOrphaned || earlier.Status == RevocationStatus.RevokedVerified))
                return earlier.IsOrphaned ? access with { Detail = earlier.Proof } : access with { State = AccessState.Closed, Detail = "was revoked, and proved to be dead" };
            if (await vault.LookAsync(credential, cut) is { } look)
                return Seen(access, look);
        }
        catch (OperationCanceledException)
        {
            return access with { Detail = "was not looked up: the time was up" };
        }
        var end = NotRevocable.EndOf(credential, credential.Value is { } source && values.TryRead(source, out var value, out var _) ? JsonWebToken.Read(value) : null);
        return end is null ? access
            : end <= time.GetUtcNow() ? access with { State = AccessState.Closed, Detail = "has ended by itself" }
            : access with { RemainingSeconds = (long)(end.Value - time.GetUtcNow()).TotalSeconds, Detail = "ends by itself, and is looked up by nothing but its revocation" };
    }

    private static Access Seen(Access access, VaultSeen look) => look.Look switch
    {
        null => access with { Detail = look.Problem },
        { Sight: VaultSight.Gone, Answer: var answer } => access with { State = AccessState.Closed, Detail = $"Vault does not know it ({answer.Said})" },
        { Sight: VaultSight.Alive, Answer: var answer } => access with
        {
            State = AccessState.Open,
            RemainingSeconds = answer.Object("data")?.Number("ttl") is { } left and > 0 ? left : null,
            Detail = Owner(answer),
        },
        { Answer: var answer } => access with { Detail = $"asked for it, Vault {answer.Why()}" },
    };

    /// <summary>Names and policies are those that an operator of Vault gave; a value is none of them.</summary>
    private static string Owner(IssuerAnswer answer)
    {
        var said = new StringBuilder("is alive");
        if (answer.Object("data") is not { } data)
            return said.ToString();
        if (data.Text("display_name") is { Length: > 0 } name)
            said.Append(", of ").Append(VisibleText.Shorten(name, 60));
        var policies = string.Join(", ", data.Items("policies").Select(static policy => policy.ToString()));
        if (policies.Length > 0)
            said.Append(", may do what these policies say: ").Append(VisibleText.Shorten(policies, 120));
        if (data.TryGetProperty("orphan", out var orphan) && orphan.ValueKind == System.Text.Json.JsonValueKind.True)
            said.Append(", an orphan that no other token takes along");
        if (data.TryGetProperty("renewable", out var renewable) && renewable.ValueKind == System.Text.Json.JsonValueKind.True)
            said.Append(", can be renewed");
        if (data.Number("explicit_max_ttl") == 0)
            said.Append(" without end");
        return said.ToString();
    }

    private static IEnumerable<string> Advice(IReadOnlyCollection<Access> all)
    {
        var open = all.Where(static access => access.State != AccessState.Closed).ToList();
        if (open.Any(static access => access.State == AccessState.Open))
            yield return "What is open: 'postrun revoke' again; a lease that its back end refuses, 'postrun revoke --force', and remove the account in the back end by hand.";
        if (open.Count(static access => access.RemainingSeconds is null or > LongSeconds) is var lasting and > 0)
            yield return string.Create(CultureInfo.InvariantCulture, $"{lasting} live longer than an hour, or nobody knows how long: issue what a run needs with a TTL of the run, such as 'vault token create -ttl=1h -explicit-max-ttl=4h', and a max_ttl on the role.");
        if (open.Any(static access => access.Kind is CredentialKind.VaultToken or CredentialKind.VaultAccessor or CredentialKind.VaultSecretId))
            yield return "Hand tokens and secret ids over in a response wrapping of short life, such as 'vault write -wrap-ttl=60s': who unwraps it second is told, and what lies in a log is worth nothing.";
        if (all.Any(static access => access.HeldBy is not null))
            yield return "End the processes that hold a value in their environment: it cannot be wiped from outside. Hand values over in files of a tmpfs, or to the one process that needs them.";
        if (open.Any(static access => access.Kind is CredentialKind.VaultKeyValue or CredentialKind.VaultBatchToken))
            yield return "A secret of the key-value store can only be replaced, and a batch token only waited for: give runs leases and service tokens instead.";
    }
}
