namespace Postrun.Redaction.Detection;

/// <summary>Letters, digits and the marks of Base64 in a row, so many that no word of a log is so long: what values of services are made of.</summary>
/// <remarks>
/// They lead to values that a name gives away, and to tokens of which three bytes are all that is always the same. Names of services
/// and three bytes stand everywhere, and would lead the search astray.
/// </remarks>
internal static class ValueRun
{
    /// <summary>The shortest that is one.</summary>
    internal const int Shortest = 16;

    internal static bool IsMember(byte value) => char.IsAsciiLetterOrDigit((char)value) || value is (byte)'+' or (byte)'/' or (byte)'-' or (byte)'_';

    internal static int LengthAt(ReadOnlySpan<byte> text, int at)
    {
        var end = at;
        while (end < text.Length && IsMember(text[end]))
            end++;
        return end - at;
    }

    /// <summary>Whether a literal is looked for in runs only: a longer one is rare enough to be looked for everywhere.</summary>
    internal static bool LeadsTo(string literal) => literal.Length <= 3 && literal.All(static letter => IsMember((byte)letter));
}
