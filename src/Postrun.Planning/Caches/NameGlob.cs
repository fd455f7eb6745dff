namespace Postrun.Planning;

/// <summary><c>*</c>, <c>?</c> and <c>[a-z]</c> over one name (fnmatch(3)); a leading dot is a letter like any other.</summary>
internal static class NameGlob
{
    public static bool IsGlob(string pattern) => pattern.AsSpan().ContainsAny('*', '?', '[');

    /// <param name="pattern">ASCII.</param>
    public static bool Matches(ReadOnlySpan<char> pattern, ReadOnlySpan<byte> name)
    {
        int p = 0, n = 0, star = -1, resume = 0;
        while (n < name.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                star = ++p;
                resume = n;
            }
            else if (p < pattern.Length && MatchesOne(pattern[p..], name[n], out var length))
            {
                p += length;
                n++;
            }
            else if (star >= 0)
            {
                p = star;
                n = ++resume;
            }
            else
                return false;
        }
        return pattern[p..].TrimStart('*').IsEmpty;
    }

    private static bool MatchesOne(ReadOnlySpan<char> pattern, byte letter, out int length)
    {
        length = 1;
        if (pattern[0] != '[')
            return pattern[0] == '?' || pattern[0] == letter;
        length = pattern.IndexOf(']') + 1;
        var set = pattern[1..(length - 1)];
        for (var i = 0; i < set.Length; i++)
        {
            var last = i + 2 < set.Length && set[i + 1] == '-' ? set[i + 2] : set[i];
            if (letter >= set[i] && letter <= last)
                return true;
            if (last != set[i])
                i += 2;
        }
        return false;
    }
}
