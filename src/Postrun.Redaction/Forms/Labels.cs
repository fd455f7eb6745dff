using System.Text;
using Postrun.Redaction.Rules;

namespace Postrun.Redaction.Forms;

/// <summary>What stands for a value: <c>[REDACTED:rule:0123456789abcdef]</c>, or <c>[SEALED:rule:0123456789abcdef:JWE]</c>.</summary>
internal static class Labels
{
    internal const string Redacted = "[REDACTED:";
    internal const string Sealed = "[SEALED:";

    private const int LongestId = 96;

    internal static void Write(Rule rule, ReadOnlySpan<byte> fingerprint, Stream output)
    {
        output.Write(Encoding.ASCII.GetBytes(Redacted + rule.Id + ":"));
        output.Write(fingerprint);
        output.WriteByte((byte)']');
    }

    internal static void WriteSealed(Rule rule, ReadOnlySpan<byte> fingerprint, string token, Stream output)
    {
        output.Write(Encoding.ASCII.GetBytes(Sealed + rule.Id + ":"));
        output.Write(fingerprint);
        output.Write(Encoding.ASCII.GetBytes(":" + token + "]"));
    }

    /// <summary>How long the label at the beginning of the text is; 0 where there is none. Its token is then where <paramref name="token"/> says.</summary>
    internal static int LengthOf(ReadOnlySpan<byte> text, out Range token)
    {
        token = default;
        var isSealed = text.StartsWith("[SEALED:"u8);
        if (!isSealed && !text.StartsWith("[REDACTED:"u8))
            return 0;
        var id = isSealed ? Sealed.Length : Redacted.Length;
        var digits = id + Count(text[id..], LongestId, static letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-') + 1;
        var end = digits + Fingerprint.Length;
        if (digits == id + 1 || end >= text.Length || text[digits - 1] != ':'
            || Count(text[digits..], Fingerprint.Length, char.IsAsciiHexDigitLower) != Fingerprint.Length)
            return 0;
        if (!isSealed)
            return text[end] == ']' ? end + 1 : 0;
        var length = Count(text[(end + 1)..], int.MaxValue, static letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.');
        token = (end + 1)..(end + 1 + length);
        return text[end] == ':' && end + 1 + length < text.Length && text[end + 1 + length] == ']' ? end + 2 + length : 0;
    }

    private static int Count(ReadOnlySpan<byte> text, int most, Func<char, bool> belongs)
    {
        var count = 0;
        while (count < text.Length && count < most && belongs((char)text[count]))
            count++;
        return count;
    }
}
