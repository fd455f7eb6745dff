namespace Postrun.EndToEnd.Tests;

/// <summary>Runs the executable on a terminal, by script(1).</summary>
internal static class Pseudoterminal
{
    /// <param name="errors">Where standard error goes instead of the terminal.</param>
    public static ToolResult Run(Workspace workspace, string[] arguments, (string Name, string Value)? variable = null, string? errors = null)
    {
        Tool.Require("script", "bsdutils");
        if (arguments[0] is "cleanup" or "apply" or "resume")
            throw new ArgumentException("only commands that read", nameof(arguments));
        var environment = new Dictionary<string, string>(workspace.Environment) { ["TERM"] = "xterm-256color" };
        if (variable is { } one)
            environment[one.Name] = one.Value;
        var command = string.Join(' ', arguments.Prepend(PostrunBinary.Path).Select(static a => $"'{a}'")) + (errors is null ? "" : $" 2>{errors}");
        return Tool.Run("/usr/bin/script", ["-qec", command, "/dev/null"], environment, directory: workspace.Home);
    }
}
