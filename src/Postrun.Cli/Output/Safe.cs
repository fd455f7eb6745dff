using System.Globalization;
using System.Text;

namespace Postrun.Cli.Output;

/// <summary>
/// Makes text from a hostile workspace or a careless operator safe to show: no escape sequence, no change of direction
/// and no key reaches the terminal.
/// </summary>
internal static class Safe
{
    public static string Text(string text)
    {
        text = Secrets.Hide(text);
        if (!text.Any(IsUnsafe))
            return text;
        var safe = new StringBuilder(text.Length + 16);
        foreach (var unit in text)
            if (IsUnsafe(unit))
                safe.Append(CultureInfo.InvariantCulture, $"\\u{(int)unit:x4}");
            else
                safe.Append(unit);
        return safe.ToString();
    }

    private static bool IsUnsafe(char unit) =>
        char.IsControl(unit) || CharUnicodeInfo.GetUnicodeCategory(unit) is UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
