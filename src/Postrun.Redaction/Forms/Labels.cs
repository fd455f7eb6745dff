using System.Text;
using Postrun.Redaction.Rules;

namespace Postrun.Redaction.Forms;

/// <summary>What stands for a value that was redacted: <c>[REDACTED:rule:0123456789abcdef]</c>.</summary>
internal static class Labels
{
    internal const string Opening = "[REDACTED:";

    private const int LongestId = 96;

    internal static void Write(Rule rule, ReadOnlySpan<byte> fingerprint, Stream output)
    {
        output.Write("[REDACTED:"u8);
        output.Write(Encoding.ASCII.GetBytes(rule.Id));
        output.Write(":"u8);
        output.Write(fingerprint);
        output.Write("]"u8);
    }

    /// <summary>How long the label at the beginning of the text is; 0 where there is none.</summary>
    internal static int LengthOf(ReadOnlySpan<byte> text)
    {
        var rest = text[Opening.Length..];
        var id = rest[..Math.Min(LongestId, rest.Length)].IndexOf((byte)':');
        if (id <= 0)
            return 0;
        foreach (var letter in rest[..id])
            if (!char.IsAsciiLetterLower((char)letter) && !char.IsAsciiDigit((char)letter) && letter != '-')
                return 0;
        var digits = rest[(id + 1)..];
        if (digits.Length <= Fingerprint.Length || digits[Fingerprint.Length] != ']')
            return 0;
        foreach (var digit in digits[..Fingerprint.Length])
            if (!char.IsAsciiHexDigitLower((char)digit))
                return 0;
        return Opening.Length + id + 1 + Fingerprint.Length + 1;
    }
}
