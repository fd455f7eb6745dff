using System.CommandLine;
using Postrun.Model;

namespace Postrun.Cli;

/// <summary>Options that mean the same wherever they stand; each is declared here and nowhere else.</summary>
internal static class CommonOptions
{
    public const string DefaultConfig = "postrun.yaml";

    public static Option<string> Config() => new("--config", "-c")
    {
        Description = "The run descriptor.",
        DefaultValueFactory = _ => DefaultConfig,
        HelpName = "FILE",
    };

    public static Option<OutputFormat> Output() => new("--output", "-o")
    {
        Description = "text for people, json for programs; results go to standard output.",
        DefaultValueFactory = _ => OutputFormat.Text,
        HelpName = "text|json",
    };

    public static Option<bool> Quiet() => new("--quiet", "-q")
    {
        Description = "No progress and no summary; errors still go to standard error.",
    };

    public static Option<string[]> Rules() => new("--rules", "-r")
    {
        Description = "A file of your own rules, allow-lists and forms; may be given again.",
        HelpName = "FILE",
    };

    public static Option<string?> RedactionKey() => new("--key", "-k")
    {
        Description = "The key of fingerprints: 32 bytes, or 64 hexadecimal digits. Without one they are good for this run alone.",
        HelpName = "FILE",
    };

    public static Option<bool> Yes() => new("--yes", "-y")
    {
        Description = "Do not ask on a terminal before removing.",
    };

    public static Option<TimeSpan?> Deadline() => new("--deadline")
    {
        Description = "Stop in time to write signed evidence within this time, such as 25s, 2m or 500ms. What is cut can be resumed.",
        HelpName = "TIME",
        CustomParser = static argument =>
        {
            if (argument.Tokens is [var token] && Durations.TryParse(token.Value, out var time))
                return time;
            argument.AddError("--deadline takes a time above 0 such as 25s, 2m or 500ms");
            return null;
        },
    };

    public static Option<DateTimeOffset?> NotBefore() => new("--not-before")
    {
        Description = "The clean-up must have started at this instant or later, such as 2026-01-31T12:00:00Z: notices older evidence in its place.",
        HelpName = "INSTANT",
        CustomParser = static argument =>
        {
            if (argument.Tokens is [var token] && Instants.TryParse(token.Value, out var instant))
                return instant;
            argument.AddError("--not-before takes an instant such as 2026-01-31 or 2026-01-31T12:00:00Z; without an offset it is in UTC");
            return null;
        },
    };
}

/// <summary>How results are written.</summary>
internal enum OutputFormat
{
    Text,
    Json,
}
