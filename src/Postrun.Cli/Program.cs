using System.CommandLine;
using Postrun.Cli;
using Postrun.Cli.Commands;

var root = new RootCommand("The post-op of a training run: removes what must not stay, keeps what must, and proves both.")
{
    InitCommand.Create(),
    PlanCommand.Create(),
    CleanupCommand.Create(),
    ApplyCommand.Create(),
    ResumeCommand.Create(),
    VerifyCommand.Create(),
    ReportCommand.Create(),
    KeygenCommand.Create(),
    DoctorCommand.Create(),
    CompletionCommand.Create(),
    ManCommand.Create(),
};

var parsed = root.Parse(args);
if (parsed.Errors.Count > 0)
{
    foreach (var error in parsed.Errors)
        Console.Error.WriteLine($"postrun: {error.Message}");
    Console.Error.WriteLine($"postrun: see 'postrun {(parsed.CommandResult.Command is RootCommand ? "" : parsed.CommandResult.Command.Name + " ")}--help'");
    return ExitCode.Usage;
}
// Signals are the commands' own: a clean-up that is told to stop still signs what it did.
return parsed.Invoke(new() { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
