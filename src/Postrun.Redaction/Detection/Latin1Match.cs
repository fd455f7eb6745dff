using System.Text;
using System.Text.RegularExpressions;

namespace Postrun.Redaction.Detection;

/// <summary>Matches a regular expression over bytes, each as the character of Latin-1 that has its number: so offsets stay those of bytes.</summary>
internal static class Latin1Match
{
    /// <summary>What is widened first. Most values are shorter; the others are tried again with four times as much.</summary>
    private const int FirstWindow = 512;

    /// <summary>Whether the pattern matches with <paramref name="literalAt"/> inside the match; where that is 0, from there on.</summary>
    internal static bool TryMatch(Regex pattern, ReadOnlySpan<byte> text, int literalAt, out int index, out int length)
    {
        Span<char> first = stackalloc char[FirstWindow];
        var window = first;
        while (true)
        {
            var taken = Math.Min(window.Length, text.Length);
            Encoding.Latin1.GetChars(text[..taken], window);
            var found = TryMatch(pattern, window[..taken], literalAt, out index, out length);
            // What ends where the window does might go on, or might match only further on.
            var isSettled = taken == text.Length || (found && index + length < taken) || (!found && taken > FirstWindow);
            // A value that stays on a stack, or in a heap, can be read there long afterwards.
            window[..taken].Clear();
            if (isSettled)
                return found;
            // Pinned: what the collector moves, it leaves behind where it was.
            window = GC.AllocateArray<char>((int)Math.Min(window.Length * 4L, text.Length), pinned: true);
        }
    }

    private static bool TryMatch(Regex pattern, ReadOnlySpan<char> text, int literalAt, out int index, out int length)
    {
        foreach (var match in pattern.EnumerateMatches(text))
        {
            if (match.Index > literalAt)
                break;
            if (match.Index + match.Length <= literalAt)
                continue;
            index = match.Index;
            length = match.Length;
            return true;
        }
        index = length = 0;
        return false;
    }
}
