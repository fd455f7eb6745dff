using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Postrun.Planning;

/// <summary>Reads a character class: <c>[a-z]</c>, <c>[!x]</c>, <c>[^x]</c>; a <c>]</c> that stands first is itself.</summary>
internal static class PatternClass
{
    /// <param name="at">At the opening bracket; afterwards behind the closing one.</param>
    public static bool TryRead(string text, ref int at, [NotNullWhen(true)] out GlobToken? token, [NotNullWhen(false)] out string? error)
    {
        token = null;
        error = null;
        var next = at + 1;
        var negated = next < text.Length && text[next] is '!' or '^';
        if (negated)
            next++;
        var ranges = new List<(int, int)>();
        while (next < text.Length && (text[next] != ']' || ranges.Count == 0))
        {
            if (text[next] == '[' && next + 1 < text.Length && text[next + 1] == ':')
                error = "named classes such as [:alpha:] are not known: write the range, such as [A-Za-z]";
            else if (TryCharacter(text, ref next, out var first, out error))
            {
                var last = first;
                if (next + 1 < text.Length && text[next] == '-' && text[next + 1] != ']')
                {
                    next++;
                    if (!TryCharacter(text, ref next, out last, out error))
                        return false;
                }
                if (last < first)
                    error = "a range in '[...]' runs backwards: write the smaller character first";
                ranges.Add((first, last));
            }
            if (error is not null)
                return false;
        }
        if (next >= text.Length)
        {
            error = @"'[' is never closed: add ']', or write '\[' for a bracket";
            return false;
        }
        at = next + 1;
        token = new(GlobTokenKind.Class) { Negated = negated, Ranges = [.. ranges] };
        return true;
    }

    private static bool TryCharacter(string text, ref int next, out int character, [NotNullWhen(false)] out string? error)
    {
        character = 0;
        error = null;
        if (text[next] == '\\')
            next++;
        if (next >= text.Length)
            error = @"'[' is never closed: add ']', or write '\[' for a bracket";
        else if (text[next] == '/')
            error = @"'/' in '[...]' never matches, for a name has none: take it out, or write '\[' for a bracket";
        else if (!Rune.TryGetRuneAt(text, next, out var rune))
            error = "the pattern is not well-formed Unicode: write '?' for a byte that is not text";
        else
        {
            character = rune.Value;
            next += rune.Utf16SequenceLength;
        }
        return error is null;
    }
}
