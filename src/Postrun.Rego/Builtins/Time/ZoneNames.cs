namespace Postrun.Rego;

/// <summary>Abbreviated names of time zones, as texts have them.</summary>
internal static class ZoneNames
{
    /// <summary>How much of a text's beginning is such a name; 0 for nothing of it.</summary>
    public static int Length(string text)
    {
        if (text.Length < 3)
            return 0;
        if (text.StartsWith("ChST", StringComparison.Ordinal) || text.StartsWith("MeST", StringComparison.Ordinal))
            return 4;
        if (text.StartsWith("GMT", StringComparison.Ordinal))
            return 3 + SignedLength(text.AsSpan(3));
        if (text[0] is '+' or '-')
            return SignedLength(text);
        var upper = 0;
        while (upper < 6 && upper < text.Length && char.IsAsciiLetterUpper(text[upper]))
            upper++;
        return upper switch
        {
            3 => 3,
            4 when text[3] == 'T' || text.StartsWith("WITA", StringComparison.Ordinal) => 4,
            5 when text[4] == 'T' => 5,
            _ => 0,
        };
    }

    /// <summary>A sign and hours up to 23.</summary>
    public static int SignedLength(ReadOnlySpan<char> text)
    {
        if (text.Length < 2 || text[0] is not ('+' or '-'))
            return 0;
        var end = text[1..].IndexOfAnyExceptInRange('0', '9');
        var digits = end < 0 ? text[1..] : text[1..(end + 1)];
        return digits.Length > 0 && int.TryParse(digits, out var hours) && hours <= 23 ? digits.Length + 1 : 0;
    }
}
