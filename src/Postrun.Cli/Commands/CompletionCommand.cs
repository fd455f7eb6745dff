using System.CommandLine;

namespace Postrun.Cli.Commands;

/// <summary><c>postrun completion SHELL</c>: a script that asks the executable itself what fits.</summary>
internal static class CompletionCommand
{
    public static Command Create()
    {
        var shell = new Argument<string>("SHELL") { Description = "bash, zsh or fish" };
        shell.AcceptOnlyFromAmong("bash", "zsh", "fish");
        var command = new Command("completion", "Print a completion script, such as for: source <(postrun completion bash)") { shell };
        command.Run(parsed =>
        {
            Console.Out.Write(parsed.GetValue(shell) switch
            {
                "bash" => Bash,
                "zsh" => Zsh,
                _ => Fish,
            });
            return ExitCode.Clean;
        });
        return command;
    }

    private const string Bash = """
        _postrun() {
            local IFS=$'\n'
            COMPREPLY=($(compgen -W "$(postrun "[suggest:$COMP_POINT]" "$COMP_LINE" 2>/dev/null)" -- "${COMP_WORDS[COMP_CWORD]}"))
        }
        complete -o default -F _postrun postrun

        """;

    private const string Zsh = """
        #compdef postrun
        _postrun() {
            local suggestions=("${(@f)$(postrun "[suggest:$CURSOR]" "$BUFFER" 2>/dev/null)}")
            compadd -- $suggestions || _files
        }
        compdef _postrun postrun

        """;

    private const string Fish = """
        complete -c postrun -a '(postrun "[suggest:"(commandline -C)"]" (commandline) 2>/dev/null)'

        """;
}
