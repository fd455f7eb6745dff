using System.Globalization;

namespace Postrun.Planning;

/// <summary>One thing that is wrong with a descriptor.</summary>
/// <param name="File">The name that the reader was given.</param>
/// <param name="Line">1-based.</param>
/// <param name="Column">1-based, in UTF-16 code units.</param>
/// <param name="Message">One line: what is wrong and what to write instead. Never the value of an environment variable.</param>
public sealed record DescriptorError(string File, int Line, int Column, string Message)
{
    /// <summary>As compilers write it: <c>postrun.yaml:12:5: message</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{File}:{Line}:{Column}: {Message}");
}
