using System.Globalization;
using System.Text;
using Spectre.Console;

namespace Postrun.Cli.Output;

/// <summary>The two streams: results on standard output; progress, questions and complaints on standard error.</summary>
internal static class Terminal
{
    /// <summary>Standard output. Colour only on a terminal, and never against NO_COLOR (https://no-color.org).</summary>
    public static IAnsiConsole Results { get; } = Create(Console.OpenStandardOutput(), Console.IsOutputRedirected);

    /// <summary>Standard error, under the same rule.</summary>
    public static IAnsiConsole Errors => Create(Console.OpenStandardError(), Console.IsErrorRedirected);

    /// <summary>Whether standard error can show what moves.</summary>
    public static bool CanMove => !IsPlain(Console.IsErrorRedirected);

    /// <summary>Whether a person is there to be asked. Where results go says nothing about that.</summary>
    public static bool IsAttended => !Console.IsInputRedirected && !Console.IsErrorRedirected;

    public static bool Confirm(string question) => Errors.Confirm(question, defaultValue: false);

    /// <summary>Asks for what is not shown.</summary>
    public static string AskSecret(string question) => Errors.Prompt(new TextPrompt<string>(question).Secret(null));

    /// <summary>One line of a result, with nothing in it that a reader could not see.</summary>
    public static void Print(string line) => Results.Profile.Out.Writer.WriteLine(Safe.Text(line));

    /// <summary>What a policy prints: to standard error, so that results stay what they are.</summary>
    public static void Note(string text)
    {
        foreach (var line in text.Split('\n'))
            Console.Error.WriteLine(Safe.Text(line));
    }

    /// <summary>Writes what went wrong to standard error, every line of it marked as ours.</summary>
    public static void Complain(string message)
    {
        // As a whole, for a key has several lines.
        try
        {
            foreach (var line in Secrets.Hide(message).Split('\n'))
                Console.Error.WriteLine($"postrun: {Safe.Text(line)}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Nobody can be told; the exit code says what there is to say.
        }
    }

    private static bool IsPlain(bool redirected) =>
        redirected || Environment.GetEnvironmentVariable("NO_COLOR") is { Length: > 0 } || Environment.GetEnvironmentVariable("TERM") is null or "" or "dumb";

    /// <param name="stream">Not Console.Out: that would switch the terminal to another mode, whatever NO_COLOR says.</param>
    private static IAnsiConsole Create(Stream stream, bool redirected)
    {
        var plain = IsPlain(redirected);
        var console = AnsiConsole.Create(new()
        {
            Out = new AnsiConsoleOutput(new StreamWriter(stream, new UTF8Encoding(false)) { AutoFlush = true }),
            ColorSystem = plain ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
            Ansi = plain ? AnsiSupport.No : AnsiSupport.Yes,
            // Said, not found out: the library would look at standard output and at the variables of build servers.
            Interactive = redirected ? InteractionSupport.No : InteractionSupport.Yes,
            Enrichment = new() { UseDefaultEnrichers = false },
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
