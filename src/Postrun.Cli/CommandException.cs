namespace Postrun.Cli;

/// <summary>Ends a command with one clear line, or several of them: what, where, and what to do.</summary>
internal sealed class CommandException(int exitCode, string message) : Exception(message)
{
    public int ExitCode => exitCode;

    public static CommandException Usage(string message) => new(Cli.ExitCode.Usage, message);
}
