using System.CommandLine;
using System.Globalization;
using System.Text;

namespace Postrun.Cli.Commands;

/// <summary><c>postrun man</c>: the manual page, from the same declarations as the help.</summary>
internal static class ManCommand
{
    public static Command Create()
    {
        var command = new Command("man", "Print the manual page, such as for: postrun man | man -l -");
        command.Run(parsed =>
        {
            Console.Out.Write(Page(parsed.RootCommandResult.Command));
            return ExitCode.Clean;
        });
        return command;
    }

    private static string Page(Command root)
    {
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $".TH POSTRUN 1 \"\" \"postrun {Pipeline.Machine.Version}\" \"User Commands\"\n");
        page.Append(".SH NAME\npostrun \\- clean up after a training run, and prove it\n");
        page.Append(".SH SYNOPSIS\n.B postrun\n.I COMMAND\n[\\fIOPTIONS\\fR]\n");
        page.Append(CultureInfo.InvariantCulture, $".SH DESCRIPTION\n{Roff(root.Description)}\n.SH COMMANDS\n");
        foreach (var command in Leaves(root))
        {
            var arguments = string.Concat(command.Arguments.Select(static argument => $" \\fI{Roff(argument.Name)}\\fR"));
            page.Append(CultureInfo.InvariantCulture, $".SS {Roff(string.Join(' ', command.NamesOfWay()))}{arguments}\n{Roff(command.Description)}\n");
            foreach (var argument in command.Arguments)
                page.Append(CultureInfo.InvariantCulture, $".TP\n\\fI{Roff(argument.Name)}\\fR\n{Roff(argument.Description)}\n");
            foreach (var option in command.Options)
            {
                var names = string.Join(", ", option.Aliases.Prepend(option.Name).Select(static name => $"\\fB{Roff(name)}\\fR"));
                var value = option.HelpName is { } help ? $" \\fI{Roff(help)}\\fR" : "";
                page.Append(CultureInfo.InvariantCulture, $".TP\n{names}{value}\n{Roff(option.Description)}\n");
            }
        }
        page.Append(".SH EXIT STATUS\n");
        foreach (var (code, meaning) in new[]
        {
            (ExitCode.Clean, "everything was done, or everything that was checked holds"),
            (ExitCode.Left, "something was left or found; the report names it"),
            (ExitCode.Usage, "the command line or the configuration is wrong; no file was touched"),
            (ExitCode.Interrupted, "interrupted, and can be resumed"),
            (ExitCode.NotVerified, "evidence does not hold"),
        })
            page.Append(CultureInfo.InvariantCulture, $".TP\n.B {code}\n{Roff(meaning)}\n");
        return page.ToString();
    }

    private static IEnumerable<Command> Leaves(Command command) =>
        command.Subcommands.SelectMany(static child => child.Subcommands.Count == 0 ? [child] : Leaves(child));

    private static string Roff(string? text) => (text ?? "").Replace("\\", "\\e", StringComparison.Ordinal).Replace("-", "\\-", StringComparison.Ordinal);
}
