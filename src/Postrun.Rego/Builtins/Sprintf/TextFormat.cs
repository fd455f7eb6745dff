using System.Globalization;
using System.Text;

namespace Postrun.Rego;

/// <summary>Verbs for texts.</summary>
internal static class TextFormat
{
    /// <returns><see langword="null"/> where texts do not have the verb.</returns>
    public static string? Print(string text, int verb, in FormatFlags flags, Budget budget)
    {
        // Quoted, a unit takes ten at most; as digits with a prefix each, fifteen.
        budget.Allocate(text.Length * (verb is 'q' or 'x' or 'X' || flags.SharpV ? 32L : 2L));
        budget.Spend(1 + text.Length / 8);
        return verb switch
        {
            'v' when flags.SharpV => Padding.Pad(Quote(text, flags), flags),
            'v' or 's' => Padding.Pad(Cut(text, flags), flags),
            'q' => Padding.Pad(Quote(Cut(text, flags), flags), flags),
            'x' or 'X' => Padding.Pad(Digits(text, verb == 'X', flags), flags),
            _ => null,
        };
    }

    private static string Cut(string text, in FormatFlags flags) =>
        flags.Precision is { } precision ? text[..CodePoints.IndexOf(text, precision)] : text;

    private static string Quote(string text, in FormatFlags flags) =>
        flags.Sharp && !text.AsSpan().ContainsAnyInRange('\0', '\u0008') && !text.AsSpan().ContainsAnyInRange('\n', '\u001F') && !text.AsSpan().ContainsAny('`', '\u007F', '\uFEFF')
            ? $"`{text}`"
            : QuotedText.Quote(text, flags.Plus);

    private static string Digits(string text, bool upper, in FormatFlags flags)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var length = Math.Min(bytes.Length, flags.Precision ?? bytes.Length);
        var result = new StringBuilder();
        for (var i = 0; i < length; i++)
        {
            if (flags.Space && i > 0)
                result.Append(' ');
            if (flags.Sharp && (flags.Space || i == 0))
                result.Append(upper ? "0X" : "0x");
            result.Append(bytes[i].ToString(upper ? "X2" : "x2", CultureInfo.InvariantCulture));
        }
        return result.ToString();
    }
}
