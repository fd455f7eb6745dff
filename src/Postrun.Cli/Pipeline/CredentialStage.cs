using Postrun.Actions;
using Postrun.Model;

namespace Postrun.Cli.Pipeline;

/// <summary>
/// The first thing that a clean-up does, before it even looks at the workspace: it revokes what was issued to the run. Whatever comes
/// of it is reported, and keeps nothing else from being done.
/// </summary>
internal sealed class CredentialStage(CredentialSource source, string run, CleanupBudget budget, TimeProvider time)
{
    private const double ShareOfTime = 0.5;

    /// <summary>The register that the descriptor names, or else the environment; <see langword="null"/>: neither does.</summary>
    public static string? Register(CredentialSource source) => source.Register?.ToString() ?? Environment.GetEnvironmentVariable(CredentialRegister.Variable) switch
    {
        { Length: > 0 } named => named,
        _ => null,
    };

    /// <param name="earlier">What an interrupted clean-up had come to.</param>
    /// <returns><see langword="null"/> where no register is named</returns>
    public RevocationReport? Run(RevocationReport? earlier = null)
    {
        if (Register(source) is not { } register)
            return earlier;
        if (earlier is { Clean: true })
            return earlier;
        budget.Begin();
        try
        {
            var job = RevocationJob.Read(register, keyFile: null);
            using var revokers = Revokers.Open(run, source.Vault, source.AuthorityFile?.ToString(), [.. source.TrustedHosts], time);
            using var timeout = new CancellationTokenSource(source.Timeout ?? budget.Length * ShareOfTime ?? CredentialSource.DefaultTimeout, time);
            using var cut = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, budget.Cut);
            return revokers.End(job.Run(revokers.All, cut.Token, earlier?.Credentials));
        }
        catch (CommandException e)
        {
            return RevocationReport.Unknown(e.Message);
        }
    }
}
