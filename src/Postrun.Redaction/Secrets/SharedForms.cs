using System.Text.RegularExpressions;

namespace Postrun.Redaction.Secrets;

/// <summary>Forms that the values of many services share, so that only what stands beside them tells them apart.</summary>
internal static partial class SharedForms
{
    /// <summary>Literals of a prefix that is too common to be looked for alone: it counts where a value begins.</summary>
    internal static string[] AtStart(string prefix) => [.. "\"'=: ".Select(mark => mark + prefix)];

    /// <summary>The mark that <see cref="AtStart"/> puts before a prefix.</summary>
    [GeneratedRegex("""["'=: ]""")]
    internal static partial Regex Start { get; }

    [GeneratedRegex("[0-9A-Za-z]{16}")]
    internal static partial Regex Alphanumeric16 { get; }

    [GeneratedRegex("[0-9A-Za-z]{24}")]
    internal static partial Regex Alphanumeric24 { get; }

    [GeneratedRegex("[0-9A-Za-z]{25}")]
    internal static partial Regex Alphanumeric25 { get; }

    [GeneratedRegex("[0-9A-Za-z]{32}")]
    internal static partial Regex Alphanumeric32 { get; }

    [GeneratedRegex("[0-9A-Za-z]{40}")]
    internal static partial Regex Alphanumeric40 { get; }

    [GeneratedRegex("[0-9A-Za-z_-]{32}")]
    internal static partial Regex Base64Url32 { get; }

    [GeneratedRegex("[0-9A-Za-z_-]{43}")]
    internal static partial Regex Base64Url43 { get; }

    [GeneratedRegex("[0-9a-f]{32}")]
    internal static partial Regex Hexadecimal32 { get; }

    [GeneratedRegex("[0-9a-f]{40}")]
    internal static partial Regex Hexadecimal40 { get; }

    [GeneratedRegex("[0-9a-f]{64}")]
    internal static partial Regex Hexadecimal64 { get; }

    [GeneratedRegex("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")]
    internal static partial Regex Uuid { get; }
}
