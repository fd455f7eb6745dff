using System.Globalization;
using System.Text;
using Spectre.Console;

namespace Postrun.Cli.Output;

/// <summary>The two streams: results on standard output, progress on standard error.</summary>
internal static class Terminal
{
    /// <summary>Standard output. Colour only on a terminal, and never against NO_COLOR (https://no-color.org).</summary>
    public static IAnsiConsole Results { get; } = Create(Console.OpenStandardOutput(), Console.IsOutputRedirected);

    private static IAnsiConsole Progress => Create(Console.OpenStandardError(), Console.IsErrorRedirected);

    /// <summary>Shows a line that moves while something long is done, where somebody watches.</summary>
    public static T While<T>(string what, bool quiet, Func<T> work)
    {
        if (quiet || Console.IsErrorRedirected)
            return work();
        cursorIsHidden = true;
        try
        {
            return Progress.Status().Start(what, _ => work());
        }
        finally
        {
            cursorIsHidden = false;
        }
    }

    private static volatile bool cursorIsHidden;

    /// <summary>Writes what went wrong to standard error, every line of it marked as ours.</summary>
    public static void Complain(string message)
    {
        // As a whole, for a key has several lines.
        foreach (var line in Secrets.Hide(message).Split('\n'))
            Console.Error.WriteLine($"postrun: {Safe.Text(line)}");
    }

    /// <summary>Before the process ends without <see cref="While"/>: the terminal gets its cursor back.</summary>
    public static void Restore()
    {
        if (cursorIsHidden)
            Console.Error.Write("\u001b[?25h\n");
    }

    /// <summary>Whether a person is there to be asked.</summary>
    public static bool IsAttended => !Console.IsInputRedirected && !Console.IsErrorRedirected && !Console.IsOutputRedirected;

    public static bool Confirm(string question) => Progress.Confirm(question, defaultValue: false);

    /// <param name="stream">Not Console.Out: that would switch the terminal to another mode, whatever NO_COLOR says.</param>
    private static IAnsiConsole Create(Stream stream, bool redirected)
    {
        var plain = redirected || Environment.GetEnvironmentVariable("NO_COLOR") is { Length: > 0 } || Environment.GetEnvironmentVariable("TERM") is null or "" or "dumb";
        var console = AnsiConsole.Create(new()
        {
            Out = new AnsiConsoleOutput(new StreamWriter(stream, new UTF8Encoding(false)) { AutoFlush = true }),
            ColorSystem = plain ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
            Ansi = plain ? AnsiSupport.No : AnsiSupport.Yes,
            Interactive = redirected ? InteractionSupport.No : InteractionSupport.Detect,
        });
        // A pipe has no width; a log line that is broken at 80 columns cannot be searched.
        // Asking a terminal for its width switches its mode, which NO_COLOR forbids.
        console.Profile.Width = redirected ? 400
            : !plain ? Math.Max(Console.WindowWidth, 40)
            : int.TryParse(Environment.GetEnvironmentVariable("COLUMNS"), CultureInfo.InvariantCulture, out var columns) && columns >= 40 ? columns
            : 120;
        return console;
    }
}
