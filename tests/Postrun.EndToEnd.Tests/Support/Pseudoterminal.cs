namespace Postrun.EndToEnd.Tests;

/// <summary>Runs the executable on a terminal, by script(1).</summary>
internal static class Pseudoterminal
{
    /// <summary>A clean-up whose question is answered on the terminal.</summary>
    /// <param name="output">Where standard output goes instead of the terminal.</param>
    public static ToolResult Answer(Workspace workspace, string answer, string[] arguments, string? output = null, (string Name, string Value)? variable = null)
    {
        Tool.Require("script", "bsdutils");
        workspace.Vet(arguments);
        var command = string.Join(' ', arguments.Prepend(PostrunBinary.Path).Select(static a => $"'{a}'")) + (output is null ? "" : $" >'{output}'");
        // script(1) must not see the end of its input before the question is there.
        return Tool.Run("/bin/sh", ["-c", $"{{ printf '{answer}\\n'; sleep 4; }} | script -qec \"$COMMAND\" /dev/null"],
            new Dictionary<string, string>(Variables(workspace, variable)) { ["COMMAND"] = command }, directory: workspace.Home);
    }

    private static Dictionary<string, string> Variables(Workspace workspace, (string Name, string Value)? variable)
    {
        var environment = new Dictionary<string, string>(workspace.Environment) { ["TERM"] = "xterm-256color" };
        if (variable is { } one)
            environment[one.Name] = one.Value;
        return environment;
    }

    /// <param name="errors">Where standard error goes instead of the terminal.</param>
    public static ToolResult Run(Workspace workspace, string[] arguments, (string Name, string Value)? variable = null, string? errors = null)
    {
        Tool.Require("script", "bsdutils");
        if (arguments[0] is "cleanup" or "apply" or "resume")
            throw new ArgumentException("only commands that read", nameof(arguments));
        var command = string.Join(' ', arguments.Prepend(PostrunBinary.Path).Select(static a => $"'{a}'")) + (errors is null ? "" : $" 2>{errors}");
        return Tool.Run("/usr/bin/script", ["-qec", command, "/dev/null"], Variables(workspace, variable), directory: workspace.Home);
    }
}
