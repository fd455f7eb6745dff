using System.Globalization;

namespace Postrun.Redaction.UserRules;

/// <summary>One thing that is wrong with a file of rules.</summary>
/// <param name="File">The name that the reader was given.</param>
/// <param name="Line">1-based.</param>
/// <param name="Column">1-based, in UTF-16 code units.</param>
/// <param name="Message">One line: what is wrong and what to write instead. Never a sample, a stopword or a pattern of values.</param>
public sealed record RuleFileError(string File, int Line, int Column, string Message)
{
    /// <summary>As compilers write it: <c>rules.yaml:12:5: message</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{File}:{Line}:{Column}: {Message}");
}
