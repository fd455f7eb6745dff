using System.Text.RegularExpressions;

namespace Postrun.Cli.Output;

/// <summary>Takes keys out of what is printed: whoever gives a key where its path is expected must not find it in a log.</summary>
internal static partial class Secrets
{
    public const string NotShown = "(a PEM block, not shown)";

    public static bool IsIn(string text) => Beginning().IsMatch(text);

    /// <summary>
    /// Replaces PEM blocks, with line feeds as they are, escaped or folded. One without its last line, as after a message
    /// has cut it, goes on to the next quotation mark, which no block contains, or to the end.
    /// </summary>
    public static string Hide(string text) => IsIn(text) ? Block().Replace(text, NotShown) : text;

    // RFC 7468 has five hyphens; RFC 4716, for SSH, has four and a space.
    [GeneratedRegex("-----BEGIN|---- BEGIN")]
    private static partial Regex Beginning();

    [GeneratedRegex(
        "(?:-----BEGIN|---- BEGIN)(?:(?:(?!-----BEGIN|---- BEGIN).)*?(?:-----END|---- END)[^-']*(?:-----| ----)|[^']*)",
        RegexOptions.Singleline)]
    private static partial Regex Block();
}
