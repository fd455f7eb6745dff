using System.Text;
using System.Text.RegularExpressions;

namespace Postrun.Redaction.Validation;

/// <summary>Dates in the ways that people write them, from 1900 to 2029.</summary>
internal static partial class CalendarDate
{
    private const int LongestDate = 40;

    /// <summary>Whether a date begins at the first byte, and how long it is.</summary>
    internal static bool TryMeasure(ReadOnlySpan<byte> text, out int length)
    {
        Span<char> chars = stackalloc char[LongestDate];
        var taken = Math.Min(text.Length, LongestDate);
        Encoding.Latin1.GetChars(text[..taken], chars);
        foreach (var match in Form.EnumerateMatches(chars[..taken]))
        {
            length = match.Length;
            return true;
        }
        length = 0;
        return false;
    }

    // Months of English, Portuguese, Spanish, French, German and Italian begin alike.
    [GeneratedRegex(@"\A(?:(?:19[0-9]{2}|20[0-2][0-9])([-/.])(?:0?[1-9]|1[0-2])[-/.](?:3[01]|[12][0-9]|0?[1-9])"
        + @"|(?:3[01]|[12][0-9]|0?[1-9])[-/.](?:3[01]|[12][0-9]|0?[1-9])[-/.](?:19[0-9]{2}|20[0-2][0-9]|[0-9]{2})"
        + @"|(?:3[01]|[12][0-9]|0?[1-9])(?:st|nd|rd|th|er|\.)?[ -](?:de |of )?" + Month + @"[a-z\xC3\xA7\xA4\xA9\xBB]{0,8}[.,]?[ -](?:de |del )?(?:19[0-9]{2}|20[0-2][0-9])"
        + @"|" + Month + @"[a-z]{0,7}\.? (?:3[01]|[12][0-9]|0?[1-9])(?:st|nd|rd|th)?,? (?:19[0-9]{2}|20[0-2][0-9])"
        + @")(?![0-9A-Za-z_])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Form { get; }

    private const string Month = "(?:jan|feb|fev|f\u00C3\u00A9v|mar|m\u00C3\u00A4r|apr|abr|avr|may|mai|mag|jun|juin|jui|jul|juil|giu|lug|aug|ago|ao\u00C3\u00BB|sep|set|oct|out|okt|ott|nov|dec|dez|dic|gen|ene|d\u00C3\u00A9c)";
}
