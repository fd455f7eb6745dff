using Postrun.Actions;
using Postrun.Cli.Output;
using Postrun.Model;
using Postrun.Planning;

namespace Postrun.Cli.Pipeline;

/// <summary>The credentials of a register, from what is known of them to what became of them.</summary>
internal sealed class RevocationJob
{
    /// <summary>Beside the register: what became of what is in it.</summary>
    private const string LogSuffix = ".outcomes";

    private readonly string path;
    private readonly byte[] key;
    private string? unwritten;

    private RevocationJob(string path, IReadOnlyList<RunCredential> credentials, IReadOnlyList<int> damagedLines, byte[] key, RevocationPolicy policy) =>
        (this.path, Credentials, DamagedLines, this.key, Policy) = (path, credentials, damagedLines, key, policy);

    public IReadOnlyList<RunCredential> Credentials { get; }

    public IReadOnlyList<int> DamagedLines { get; }

    public RevocationPolicy Policy { get; }

    /// <param name="policy"><see langword="null"/>: Postrun's own.</param>
    /// <exception cref="CommandException">there is no register, or it cannot be read</exception>
    public static RevocationJob Read(string path, string? keyFile, RevocationPolicy? policy = null)
    {
        var key = RedactionRules.Key(keyFile) ?? RedactionRules.Fresh();
        using var register = Registers.Open(path, create: false) ?? throw CommandException.Usage($"register {path}: does not exist; 'postrun credentials add' writes to it when a credential is issued");
        return new(path, register.Credentials, register.DamagedLines, key, policy ?? RevocationPolicy.Load(TimeProvider.System.GetUtcNow()));
    }

    /// <param name="earlier">What is known from elsewhere; what of it is proved is not asked about again.</param>
    /// <exception cref="CommandException">another process works on it</exception>
    public RevocationReport Run(IReadOnlyList<IRevoker> revokers, CancellationToken cut, IEnumerable<RevocationOutcome>? earlier = null)
    {
        using var log = OpenLog();
        var known = (earlier ?? []).Concat(log?.Earlier.Values ?? []).ToLookup(static outcome => outcome.Name);
        var prints = Prints();
        var outcomes = new Dictionary<string, RevocationOutcome>();
        var open = new List<RunCredential>();
        foreach (var credential in Credentials)
            if (known[credential.Name].Where(outcome => outcome.IsOf(credential, prints[credential.Name])) is var seen && (seen.FirstOrDefault(static outcome => outcome.IsOrphaned) ?? seen.FirstOrDefault(static outcome => outcome.Status == RevocationStatus.RevokedVerified)) is { } settled)
                outcomes[credential.Name] = settled;
            else
                open.Add(credential);
        bool WasTaken(RunCredential credential) => known[credential.Name].Any(outcome => outcome.IsOf(credential, prints[credential.Name]) && outcome.Status == RevocationStatus.RevokeAccepted);
        new RevocationRun(revokers, Policy.Denies, WasTaken, key, TimeProvider.System).RunAsync(open, seen =>
        {
            var outcome = seen with { ValuePrint = prints[seen.Name] };
            Write(() => log?.Append(outcome));
            lock (outcomes)
                outcomes[outcome.Name] = outcome;
        }, cut).GetAwaiter().GetResult();
        Write(() => log?.Flush());
        if (unwritten is not null)
            Terminal.Complain($"{path}{LogSuffix}: {unwritten}; what became of the credentials does not stand there, and is asked about again the next time");
        var holders = ValueHolders.Of(Credentials, new ValueReader());
        return RevocationReport.Of([.. Credentials.Select((credential, index) => Judged(credential, outcomes[credential.Name]) with { HeldBy = holders[index].IsEmpty ? null : holders[index] })], [.. DamagedLines]);
    }

    /// <summary>Looks who can still get in. What was proved to be dead is not asked about again.</summary>
    /// <exception cref="CommandException">another process works on it</exception>
    public AccessReport Look(Revokers revokers, CancellationToken cut)
    {
        using var log = OpenLog();
        var prints = Prints();
        var known = Credentials.Select(credential => log?.Earlier.GetValueOrDefault(credential.Name) is { } earlier && earlier.IsOf(credential, prints[credential.Name]) ? earlier : null).OfType<RevocationOutcome>().ToDictionary(static outcome => outcome.Name);
        return new AccessSurvey(revokers.Vault, new ValueReader(), known, TimeProvider.System).LookAsync(Credentials, cut).GetAwaiter().GetResult();
    }

    private Dictionary<string, string?> Prints() => Credentials.ToDictionary(static credential => credential.Name, static credential => ValuePrint.Of(credential, new ValueReader()));

    private RevocationOutcome Judged(RunCredential credential, RevocationOutcome outcome) =>
        outcome with { MayLiveOn = Policy.Judge(credential, outcome) is { IsClean: false, Reason: var why } ? why : null };

    /// <summary>A log that fails keeps no credential alive.</summary>
    private RevocationLog? OpenLog()
    {
        try
        {
            return RevocationLog.Open(path + LogSuffix);
        }
        catch (FileBusyException e)
        {
            throw CommandException.Usage(e.Message);
        }
        catch (IOException e)
        {
            unwritten = e.Message;
            return null;
        }
    }

    private void Write(Action write)
    {
        try
        {
            write();
        }
        // EFBIG comes as ArgumentException.
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            unwritten = e.Message;
        }
    }
}
