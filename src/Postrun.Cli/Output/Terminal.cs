using Spectre.Console;

namespace Postrun.Cli.Output;

/// <summary>The two streams: results on standard output, progress on standard error.</summary>
internal static class Terminal
{
    /// <summary>Standard output. Colour only on a terminal, and never against NO_COLOR (https://no-color.org).</summary>
    public static IAnsiConsole Results { get; } = Create(Console.Out, Console.IsOutputRedirected);

    private static IAnsiConsole Progress => Create(Console.Error, Console.IsErrorRedirected);

    /// <summary>Shows a line that moves while something long is done, where somebody watches.</summary>
    public static T While<T>(string what, bool quiet, Func<T> work) =>
        quiet || Console.IsErrorRedirected ? work() : Progress.Status().Start(what, _ => work());

    /// <summary>Whether a person is there to be asked.</summary>
    public static bool IsAttended => !Console.IsInputRedirected && !Console.IsErrorRedirected && !Console.IsOutputRedirected;

    public static bool Confirm(string question) => Progress.Confirm(question, defaultValue: false);

    private static IAnsiConsole Create(TextWriter writer, bool redirected)
    {
        var plain = redirected || Environment.GetEnvironmentVariable("NO_COLOR") is { Length: > 0 };
        var console = AnsiConsole.Create(new()
        {
            Out = new AnsiConsoleOutput(writer),
            ColorSystem = plain ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
            Ansi = plain ? AnsiSupport.No : AnsiSupport.Detect,
            Interactive = redirected ? InteractionSupport.No : InteractionSupport.Detect,
        });
        // A pipe has no width; a log line that is broken at 80 columns cannot be searched.
        if (redirected)
            console.Profile.Width = 400;
        return console;
    }
}
