namespace Postrun.Redaction.Personal;

/// <summary>Words around a value that say what it is.</summary>
internal static class Nearby
{
    /// <summary>How far before a value its name may stand; after it the half.</summary>
    internal const int Reach = 48;

    /// <summary>One of the words stands near, in any case; one that ends with <c>*</c> is only the beginning of a word.</summary>
    internal static bool Holds(ReadOnlySpan<byte> text, int start, int length, ReadOnlySpan<string> words)
    {
        var before = text[Math.Max(0, start - Reach)..start];
        var end = start + length;
        var after = text[end..Math.Min(text.Length, end + (Reach / 2))];
        foreach (var word in words)
            if (HoldsWord(before, word) || HoldsWord(after, word))
                return true;
        return false;
    }

    private static bool HoldsWord(ReadOnlySpan<byte> text, string word)
    {
        var open = word[^1] == '*';
        var length = open ? word.Length - 1 : word.Length;
        for (var at = 0; at + length <= text.Length; at++)
            if (Is(text.Slice(at, length), word) && Begins(text, at) && (open || Ends(text, at + length)))
                return true;
        return false;
    }

    private static bool Is(ReadOnlySpan<byte> text, string word)
    {
        for (var i = 0; i < text.Length; i++)
            if ((char.IsAsciiLetterUpper((char)text[i]) ? text[i] | 0x20 : text[i]) != word[i])
                return false;
        return true;
    }

    /// <summary>Also in the middle of <c>userCpf</c>.</summary>
    private static bool Begins(ReadOnlySpan<byte> text, int at) => at == 0 || !char.IsAsciiLetter((char)text[at - 1])
        || (char.IsAsciiLetterLower((char)text[at - 1]) && char.IsAsciiLetterUpper((char)text[at]));

    /// <summary>Also in the middle of <c>cpfNumber</c>.</summary>
    private static bool Ends(ReadOnlySpan<byte> text, int end) => end == text.Length || !char.IsAsciiLetter((char)text[end])
        || (char.IsAsciiLetterUpper((char)text[end]) && char.IsAsciiLetterLower((char)text[end - 1]));
}
