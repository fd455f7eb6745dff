using System.CommandLine;
using Postrun.Planning;
using Postrun.Rego;

namespace Postrun.Cli.Commands;

/// <summary>The border of every command: whatever goes wrong inside becomes one line and an exit code.</summary>
internal static class CommandAction
{
    public static void Add(this Command command, IEnumerable<Option> options)
    {
        foreach (var option in options)
            command.Options.Add(option);
    }

    public static void Run(this Command command, Func<ParseResult, int> action) => command.SetAction(parsed =>
    {
        try
        {
            return action(parsed);
        }
        catch (CommandException e)
        {
            return Fail(e.ExitCode, e.Message);
        }
        catch (Exception e) when (e is PlanningException or BundleException or RegoException)
        {
            return Fail(ExitCode.Usage, e.Message);
        }
        catch (OperationCanceledException)
        {
            return Fail(ExitCode.Interrupted, Pipeline.CleanupBudget.InterruptedEarly);
        }
        catch (ArgumentException e)
        {
            return Fail(ExitCode.Usage, $"a value on the command line is empty or cannot be used: {e.Message}");
        }
        catch (AggregateException e) when (e.InnerException is not null && command.Name is "cleanup" or "apply" or "resume")
        {
            return Fail(ExitCode.Interrupted, $"{e.InnerException!.GetType().Name}: {e.InnerException.Message}; 'postrun resume' goes on with what had begun");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException && command.Name is not ("cleanup" or "apply" or "resume"))
        {
            return Fail(ExitCode.Usage, $"{command.Name}: cannot be read or written: {e.Message}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return Fail(ExitCode.Interrupted, $"{e.Message}; mend it, then 'postrun resume' goes on if anything had begun");
        }
#pragma warning disable CA1031 // Nothing passes this border: a stack trace is no message, and may hold what must not be shown.
        catch (Exception e)
#pragma warning restore CA1031
        {
            return Fail(ExitCode.Interrupted, $"this is a fault of Postrun: {e.GetType().Name}: {e.Message}; please report it; 'postrun resume' goes on if anything had begun");
        }
    });

    /// <summary>The words behind <c>postrun</c> that lead to a command.</summary>
    public static IEnumerable<string> NamesOfWay(this Command command) => command is RootCommand
        ? []
        : command.Parents.OfType<Command>().SelectMany(static parent => parent.NamesOfWay()).Append(command.Name);

    private static int Fail(int exitCode, string message)
    {
        Output.Terminal.Complain(message);
        return exitCode;
    }
}
