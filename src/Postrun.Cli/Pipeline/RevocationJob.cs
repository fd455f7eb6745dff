using Postrun.Actions;
using Postrun.Model;
using Postrun.Planning;

namespace Postrun.Cli.Pipeline;

/// <summary>The credentials of a register, from what is known of them to what became of them.</summary>
internal sealed class RevocationJob
{
    /// <summary>Beside the register: what became of what is in it.</summary>
    private const string LogSuffix = ".outcomes";

    private readonly byte[] key;

    private RevocationJob(IReadOnlyList<RunCredential> credentials, IReadOnlyList<int> damagedLines, byte[] key) => (Credentials, DamagedLines, this.key) = (credentials, damagedLines, key);

    public IReadOnlyList<RunCredential> Credentials { get; }

    public IReadOnlyList<int> DamagedLines { get; }

    public RevocationPolicy Policy { get; } = RevocationPolicy.Load(TimeProvider.System.GetUtcNow());

    /// <exception cref="CommandException">there is no register, or it cannot be read</exception>
    public static RevocationJob Read(string path, string? keyFile)
    {
        var key = RedactionRules.Key(keyFile) ?? RedactionRules.Fresh();
        using var register = Registers.Open(path, create: false) ?? throw CommandException.Usage($"register {path}: does not exist; 'postrun credentials add' writes to it when a credential is issued");
        return new(register.Credentials, register.DamagedLines, key);
    }

    /// <param name="unclean">Becomes the names of those that the policy does not call clean, and why.</param>
    /// <exception cref="CommandException">another process works on it, or the log cannot be opened</exception>
    /// <exception cref="IOException">the log cannot be written</exception>
    public RevocationReport Run(IReadOnlyList<IRevoker> revokers, string path, CancellationToken cut, out Dictionary<string, string> unclean)
    {
        using var log = Log(path);
        var outcomes = new Dictionary<string, RevocationOutcome>();
        var open = new List<RunCredential>();
        foreach (var credential in Credentials)
            if (log.Earlier.TryGetValue(credential.Name, out var earlier) && earlier.Kind == credential.Kind && earlier.Status == RevocationStatus.RevokedVerified && earlier.At >= credential.RegisteredAt)
                outcomes[credential.Name] = earlier;
            else
                open.Add(credential);
        var work = new RevocationRun(revokers, Policy.Denies, key, TimeProvider.System);
        try
        {
            work.RunAsync(open, outcome =>
            {
                log.Append(outcome);
                lock (outcomes)
                    outcomes[outcome.Name] = outcome;
            }, cut).GetAwaiter().GetResult();
        }
        finally
        {
            log.Flush();
        }
        unclean = [];
        foreach (var credential in Credentials)
            if (Policy.Judge(credential, outcomes[credential.Name]) is { IsClean: false } judged)
                unclean[credential.Name] = judged.Reason;
        return new() { Clean = unclean.Count == 0 && DamagedLines.Count == 0, Credentials = [.. Credentials.Select(credential => outcomes[credential.Name])], DamagedLines = [.. DamagedLines] };
    }

    public void ComplainOfDamage() => Registers.ComplainOfDamage(DamagedLines);

    private static RevocationLog Log(string path)
    {
        try
        {
            return RevocationLog.Open(path + LogSuffix);
        }
        catch (IOException e)
        {
            throw CommandException.Usage(e.Message);
        }
    }
}
