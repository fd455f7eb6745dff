using Postrun.Actions;
using Postrun.Cli.Output;
using Postrun.Model;
using Postrun.Planning;

namespace Postrun.Cli.Pipeline;

/// <summary>
/// The first thing that a clean-up does, before it even looks at the workspace: it revokes what was issued to the run. Whatever comes
/// of it is reported, and keeps nothing else from being done.
/// </summary>
internal sealed class CredentialStage(CredentialSource source, DeclaredPolicy policy, string run, CleanupBudget budget, TimeProvider time)
{
    private const double ShareOfTime = 0.5;

    /// <summary>The register that the descriptor names, or else the environment; <see langword="null"/>: neither does.</summary>
    public static string? Register(CredentialSource source) => source.Register?.ToString() ?? Environment.GetEnvironmentVariable(CredentialRegister.Variable) switch
    {
        { Length: > 0 } named => named,
        _ => null,
    };

    /// <summary>What would be done, in one line; <see langword="null"/> where no register is named.</summary>
    public string? Announce()
    {
        if (Register(source) is not { } register)
            return null;
        try
        {
            var job = Read(register);
            var denied = job.Credentials.Count(credential => job.Policy.Denies(credential) is not null);
            return $"{Units.Count(job.Credentials.Count - denied)} registered credentials would be revoked first{(denied == 0 ? "" : $", {Units.Count(denied)} let be")}; 'postrun revoke --dry-run' names them";
        }
        catch (CommandException e)
        {
            return $"nothing would be revoked: {e.Message}";
        }
    }

    /// <param name="earlier">What an interrupted clean-up had come to.</param>
    /// <returns><see langword="null"/> where no register is named</returns>
    public RevocationReport? Run(RevocationReport? earlier = null)
    {
        if (Register(source) is not { } register || earlier is { Clean: true })
            return earlier;
        budget.Begin();
        try
        {
            using var timeout = new CancellationTokenSource(Time, time);
            using var cut = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, budget.Cut);
            var job = Read(register);
            using var revokers = Revokers.Open(run, source.Vault, source.AuthorityFile?.ToString(), [.. source.TrustedHosts], time);
            return revokers.End(job.Run(revokers.All, cut.Token, earlier?.Credentials));
        }
        catch (CommandException e)
        {
            return (earlier ?? RevocationReport.Unknown(e.Message)) with { Clean = false, Problem = e.Message };
        }
    }

    /// <summary>Issuers that do not answer must not keep the rest from being done.</summary>
    private TimeSpan Time => budget.Length * ShareOfTime is { } share
        ? source.Timeout < share ? source.Timeout.Value : share
        : source.Timeout ?? CredentialSource.DefaultTimeout;

    private RevocationJob Read(string register) => RevocationJob.Read(register, keyFile: null, policy.ForCredentials(time.GetUtcNow()));
}
