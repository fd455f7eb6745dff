using System.Globalization;
using System.Text;

namespace Postrun.Model;

/// <summary>Text from a hostile place made safe to show: what a reader could not see, or be misled by, is spelled out.</summary>
public static class VisibleText
{
    /// <summary>Whether a character shows as itself: no control, no change of direction, no line of its own, and one that exists.</summary>
    public static bool IsVisible(Rune rune) => Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse
        or UnicodeCategory.OtherNotAssigned);

    /// <summary>One line for a terminal or a log; others as <c>\u</c> and four to six hexadecimal digits.</summary>
    public static string Of(string text) => text.AsSpan().ContainsAnyExceptInRange(' ', '~') ? Escape(text) : text;

    /// <summary>The first characters of a text, and three dots where there are more.</summary>
    public static string Shorten(string text, int most) => text.Length > most ? Of(text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)]) + "..." : Of(text);

    private static string Escape(string text)
    {
        var safe = new StringBuilder(text.Length + 16);
        for (var at = 0; at < text.Length;)
            if (Rune.TryGetRuneAt(text, at, out var rune))
            {
                if (IsVisible(rune))
                    safe.Append(text, at, rune.Utf16SequenceLength);
                else
                    safe.Append(CultureInfo.InvariantCulture, $"\\u{rune.Value:x4}");
                at += rune.Utf16SequenceLength;
            }
            else
                safe.Append(CultureInfo.InvariantCulture, $"\\u{(int)text[at++]:x4}");
        return safe.ToString();
    }
}
