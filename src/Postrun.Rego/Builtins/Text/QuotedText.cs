using System.Globalization;
using System.Text;

namespace Postrun.Rego;

/// <summary>Text in quotation marks as a literal of Go has it.</summary>
internal static class QuotedText
{
    public static string Quote(string value, bool ascii = false)
    {
        var text = new StringBuilder(value.Length + 2).Append('"');
        for (var i = 0; i < value.Length;)
        {
            Escape(text, CodePoints.At(value, i, out var width), '"', ascii);
            i += width;
        }
        return text.Append('"').ToString();
    }

    public static string QuoteRune(int codePoint, bool ascii)
    {
        var text = new StringBuilder().Append('\'');
        Escape(text, Rune.IsValid(codePoint) ? codePoint : 0xFFFD, '\'', ascii);
        return text.Append('\'').ToString();
    }

    /// <summary>Letters, marks, numbers, punctuation, symbols and the space of ASCII.</summary>
    public static bool IsPrintable(int codePoint) => codePoint == ' ' || CharUnicodeInfo.GetUnicodeCategory(codePoint) is not (
        UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Control
        or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);

    private static void Escape(StringBuilder text, int codePoint, char mark, bool ascii)
    {
        if (codePoint == mark || codePoint == '\\')
            text.Append('\\').Append((char)codePoint);
        else if (codePoint < 128 ? codePoint is >= ' ' and < 127 : !ascii && IsPrintable(codePoint))
            CodePoints.Append(text, codePoint);
        else if (codePoint is >= 7 and <= 13)
            text.Append('\\').Append("abtnvfr"[codePoint - 7]);
        else if (codePoint < 128)
            text.Append(CultureInfo.InvariantCulture, $"\\x{codePoint:x2}");
        else if (codePoint < 0x10000)
            text.Append(CultureInfo.InvariantCulture, $"\\u{codePoint:x4}");
        else
            text.Append(CultureInfo.InvariantCulture, $"\\U{codePoint:x8}");
    }
}
