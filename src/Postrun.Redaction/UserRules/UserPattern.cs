using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Postrun.Redaction.UserRules;

/// <summary>A regular expression of a user, in the only kind that is run: linear in the text, and limited in size.</summary>
internal sealed class UserPattern
{
    /// <summary>The group that holds what is to be redacted, where that is not the whole match.</summary>
    internal const string Secret = "secret";

    internal const int Longest = 2000;

    /// <summary>Counted as if repetitions were written out; what is larger takes memory by the megabyte.</summary>
    internal const long Largest = 20_000;

    private UserPattern(Regex regex, IReadOnlyList<string> literals) => (Regex, Literals) = (regex, literals);

    internal Regex Regex { get; }

    internal bool HasSecret => Regex.GroupNumberFromName(Secret) >= 0;

    /// <summary>One of these stands in every match; empty where that cannot be told from the pattern.</summary>
    internal IReadOnlyList<string> Literals { get; }

    /// <param name="problem">What is wrong and what to write instead; null where nothing is.</param>
    internal static bool TryRead(string text, bool ignoreCase, [NotNullWhen(true)] out UserPattern? pattern, [NotNullWhen(false)] out string? problem)
    {
        pattern = null;
        if (text.Length > Longest)
        {
            problem = $"is longer than {Longest} characters: write several rules";
            return false;
        }
        var options = RegexOptions.CultureInvariant | (ignoreCase ? RegexOptions.IgnoreCase : RegexOptions.None);
        try
        {
            // Syntax first: the reading below takes it for granted, and says more of what is not supported.
            _ = new Regex(text, options);
            var read = PatternReader.Read(text);
            problem = read.Problem ?? (read.Size > Largest ? $"repeats too much: written out it has {read.Size} parts, and {Largest} are allowed" : null);
            if (problem is not null)
                return false;
            pattern = new(new(read.Rewritten, options | RegexOptions.NonBacktracking), read.Literals);
            return true;
        }
        catch (RegexParseException exception)
        {
            problem = $"is no regular expression: at character {exception.Offset + 1}: {exception.Error}; '\\' makes the next character stand for itself";
        }
        catch (NotSupportedException)
        {
            problem = "looks around or refers back, which has no limit in time: write a group (?<secret>...) around what is to be redacted";
        }
        return false;
    }
}
