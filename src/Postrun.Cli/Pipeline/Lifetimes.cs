using Postrun.Actions;
using Postrun.Cli.Commands;
using Postrun.Cli.Output;
using Postrun.Model;
using Postrun.Planning;

namespace Postrun.Cli.Pipeline;

/// <summary>Whether what is at hand to log in with lives longer than the policy lets what nobody revokes.</summary>
internal static class Lifetimes
{
    private const string Advice = "issue it with a TTL of the run, such as 'vault token create -ttl=1h', and hand it over in a response wrapping of short life ('-wrap-ttl=60s')";

    /// <summary>A Vault that does not answer must not hold up the other checks.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static IEnumerable<DoctorCheck> Check(DateTimeOffset now)
    {
        var policy = RevocationPolicy.Load(now);
        var found = Discovery.Find([]);
        var checks = found.Select(credential => Check(credential, policy, now)).OfType<DoctorCheck>().ToList();
        return checks.Count > 0 ? checks : [new("credentials", Verdict.Good, $"{found.Count} found at hand; none is known to live longer than the policy allows")];
    }

    private static DoctorCheck? Check(FoundCredential found, RevocationPolicy policy, DateTimeOffset now)
    {
        var name = $"credential {Safe.Text(found.Where.ToString())}";
        var kind = CredentialWords.Of(found.Kind);
        if (found.ExpiresAt is { } end)
            return IsSoon(end) ? null : Weak(end);
        if (found is not { Kind: CredentialKind.VaultToken, IsWhole: true })
            return null;
        try
        {
            return Look(found) switch
            {
                null or { State: AccessState.Closed } => null,
                { State: AccessState.Unknown, Detail: var detail } => new(name, Verdict.Weak, $"{kind}: Vault does not tell how long it lives: {detail}"),
                { RemainingSeconds: { } left } => IsSoon(now.AddSeconds(left)) ? null : Weak(now.AddSeconds(left)),
                _ => new(name, Verdict.Weak, $"{kind}, which does not end by itself; {Advice}"),
            };
        }
        catch (CommandException e)
        {
            return new(name, Verdict.Weak, $"{kind}: Vault cannot be asked how long it lives: {Secrets.Hide(e.Message)}");
        }

        DoctorCheck Weak(DateTimeOffset end) => new(name, Verdict.Weak, $"{kind}, which ends in {Units.Elapsed(end - now)}, and is worth that long to whoever finds it: longer than the policy allows; {Advice}");

        bool IsSoon(DateTimeOffset end) => policy.Judge(Credential(found) with { Kind = CredentialKind.Other }, new() { Name = name, Kind = CredentialKind.Other, Status = RevocationStatus.ExpiresAt, Proof = "", ExpiresAt = end, At = now }).IsClean;
    }

    /// <summary>Asks Vault with the token itself; <see langword="null"/> where no address of Vault is known.</summary>
    private static Access? Look(FoundCredential found)
    {
        if (Credential(found) is not { Issuer: not null } credential)
            return null;
        using var revokers = Revokers.Open(run: null, new(), authorityFile: null, [], TimeProvider.System);
        using var limit = new CancellationTokenSource(Patience);
        return new AccessSurvey(revokers.Vault, new ValueReader(), new Dictionary<string, RevocationOutcome>(), TimeProvider.System).LookAsync([credential], limit.Token).GetAwaiter().GetResult().Credentials.Single();
    }

    private static RunCredential Credential(FoundCredential found) => Discovery.Registration(found) with { Name = "found" };
}
