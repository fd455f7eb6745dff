using System.CommandLine;
using Postrun.Cli;
using Postrun.Cli.Commands;
using Postrun.Cli.Output;
using Postrun.Linux;

StandardStreams.EnsureOpen();
// Nearly every command reads a secret: a key, or a file that holds one. Where it cannot be had, root can look anyway.
ProcessPrivacy.Enable();

var root = new RootCommand("The post-op of a training run: removes what must not stay, keeps what must, and proves both.")
{
    InitCommand.Create(),
    PlanCommand.Create(),
    CleanupCommand.Create(),
    ApplyCommand.Create(),
    ResumeCommand.Create(),
    VerifyCommand.Create(),
    ReportCommand.Create(),
    IncidentCommand.Create(),
    KeygenCommand.Create(),
    PolicyCommand.Create(),
    ScanCommand.Create(),
    RedactCommand.Create(),
    UnsealCommand.Create(),
    CredentialsCommand.Create(),
    RevokeCommand.Create(),
    AccessCommand.Create(),
    DoctorCommand.Create(),
    CompletionCommand.Create(),
    ManCommand.Create(),
};

var parsed = root.Parse(args);
if (parsed.Errors.Count > 0)
{
    // Without quotation marks around it a key falls into words, and each error shows one.
    if (args.Any(Secrets.IsIn))
        Terminal.Complain($"{Secrets.NotShown} is no argument; name the file that holds the key");
    else
        foreach (var error in parsed.Errors)
            Terminal.Complain(error.Message);
    Terminal.Complain($"see 'postrun {string.Concat(parsed.CommandResult.Command.NamesOfWay().Select(static name => name + " "))}--help'");
    return ExitCode.Usage;
}
try
{
    // Signals are the commands' own: a clean-up that is told to stop still signs what it did.
    return parsed.Invoke(new() { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
}
catch (Exception e) when (e is IOException or UnauthorizedAccessException)
{
    // Help and version have no command of their own around them.
    Terminal.Complain($"standard output cannot be written: {e.Message}");
    return ExitCode.Usage;
}
