using System.Text;

namespace Postrun.Redaction.Validation;

/// <summary>What stands where a secret would, and is none: <c>YOUR_TOKEN_HERE</c>, <c>xxxxxxxx</c>, <c>${TOKEN}</c>, <c>[REDACTED...]</c>.</summary>
internal static class Placeholder
{
    private const int FewestDistinct = 4;

    /// <summary>Text that is longer is a key or a signed token, which may hold any short word by chance.</summary>
    private const int LongestText = 200;

    /// <summary>Fewer characters in order may be a password that somebody really chose.</summary>
    private const int FewestInOrder = 12;

    /// <summary>Fewer than one in a thousand drawn tokens are words to such a part, and of those nearly none hold one of ours.</summary>
    private const double MostlyWords = 0.7;

    internal static bool IsOne(ReadOnlySpan<byte> value) =>
        Distinct(value) < FewestDistinct || IsTemplate(value) || (value.Length <= LongestText && (IsWording(value) || value.IndexOf("xxxxx"u8) >= 0 || value.IndexOf("XXXXX"u8) >= 0 || IsInOrder(value)));

    /// <summary>Of a value of an issuer: no drawn one is such by chance.</summary>
    /// <param name="body">What is behind the prefix.</param>
    internal static bool IsEvident(ReadOnlySpan<byte> value, ReadOnlySpan<byte> body) =>
        Distinct(body) < FewestDistinct && body.Length >= FewestInOrder || IsTemplate(value)
        || (value.Length <= LongestText && (IsInOrder(value) || IsCrossedOut(body) || (IsWording(value) && (HoldsLongWord(value) || Words.Share(body) >= MostlyWords))));

    /// <summary>Words of so many letters stand in one of many million tokens.</summary>
    private static bool HoldsLongWord(ReadOnlySpan<byte> value)
    {
        Span<byte> small = stackalloc byte[LongestText];
        Ascii.ToLower(value, small, out var written);
        var text = (ReadOnlySpan<byte>)small[..written];
        return text.IndexOf("example"u8) >= 0 || text.IndexOf("placeholder"u8) >= 0 || text.IndexOf("redacted"u8) >= 0 || text.IndexOf("replaceme"u8) >= 0;
    }

    private static bool IsCrossedOut(ReadOnlySpan<byte> value) => (value.Count((byte)'x') + value.Count((byte)'X')) * 2 >= Math.Max(value.Length, FewestInOrder);

    private static int Distinct(ReadOnlySpan<byte> value)
    {
        Span<bool> seen = stackalloc bool[256];
        var count = 0;
        foreach (var each in value)
        {
            count += seen[each] ? 0 : 1;
            seen[each] = true;
        }
        return count;
    }

    /// <summary>Something else is to be put there: by a shell, a template, a format string.</summary>
    private static bool IsTemplate(ReadOnlySpan<byte> value)
    {
        if (value.IsEmpty)
            return true;
        var (first, last) = (value[0], value[^1]);
        if ((first, last) is ((byte)'<', (byte)'>') or ((byte)'{', (byte)'}') or ((byte)'[', (byte)']') or ((byte)'%', (byte)'%'))
            return true;
        if (first == '$' && IsName(value[1..]))
            return true;
        var text = value[..Math.Min(value.Length, LongestText)];
        return text.IndexOf("${"u8) >= 0 || text.IndexOf("$("u8) >= 0 || text.IndexOf("{{"u8) >= 0 || text.IndexOf("%("u8) >= 0
            || text.IndexOf("#{"u8) >= 0 || text.IndexOf("<%"u8) >= 0 || text.IndexOf("..."u8) >= 0 || text.IndexOf("****"u8) >= 0
            || text.IndexOf("REDACTED"u8) >= 0;
    }

    private static bool IsName(ReadOnlySpan<byte> value)
    {
        foreach (var each in value)
            if (!char.IsAsciiLetterUpper((char)each) && each != '_')
                return false;
        return true;
    }

    private static bool IsWording(ReadOnlySpan<byte> value)
    {
        Span<byte> small = stackalloc byte[LongestText];
        Ascii.ToLower(value, small, out var written);
        var text = (ReadOnlySpan<byte>)small[..written];
        return text.StartsWith("your"u8) || text.IndexOf("your_"u8) >= 0 || text.IndexOf("your-"u8) >= 0 || text.IndexOf("_your"u8) >= 0
            || text.IndexOf("-your"u8) >= 0 || text.IndexOf("example"u8) >= 0 || text.IndexOf("placeholder"u8) >= 0
            || text.IndexOf("redacted"u8) >= 0 || text.IndexOf("replace_"u8) >= 0 || text.IndexOf("replace-"u8) >= 0
            || text.IndexOf("replaceme"u8) >= 0 || text.IndexOf("_here"u8) >= 0
            || text.IndexOf("-here"u8) >= 0 || text.IndexOf("insert_"u8) >= 0 || text.IndexOf("insert-"u8) >= 0
            // As a part of a value it may be of a password that was changed no further than this.
            || text.SequenceEqual("changeme"u8) || text.SequenceEqual("change_me"u8) || text.SequenceEqual("change-me"u8);
    }

    /// <summary>Nearly every byte is the one after, or before, its neighbour, or equals it: <c>0123456789abcdef</c>.</summary>
    private static bool IsInOrder(ReadOnlySpan<byte> value)
    {
        var (steps, pairs) = (0, 0);
        for (var i = 1; i < value.Length; i++)
        {
            // A label is seen as one byte over and over: what is beside it counts.
            if (value[i] >= 0x80 && value[i] == value[i - 1])
                continue;
            pairs++;
            steps += Math.Abs(value[i] - value[i - 1]) <= 1 ? 1 : 0;
        }
        return pairs >= FewestInOrder - 1 && steps * 5 >= pairs * 4;
    }
}
