using System.Globalization;
using System.Text;

namespace Postrun.Rego;

/// <summary>Strings as YAML writes them: plainly where that reads back as the same text.</summary>
internal static class YamlText
{
    /// <param name="indent">Of the lines of a text that has several.</param>
    public static string Write(string value, int indent)
    {
        if (value.Contains('\n', StringComparison.Ordinal))
            return CanBeBlock(value) ? Block(value, indent) : DoubleQuoted(value);
        return WriteKey(value);
    }

    /// <summary>In one line.</summary>
    public static string WriteKey(string value)
    {
        if (value.Contains('\n', StringComparison.Ordinal) || HasSpecial(value) || YamlScalar.IsResolved(value))
            return DoubleQuoted(value);
        return CanBePlain(value) ? value : "'" + value.Replace("'", "''", StringComparison.Ordinal) + "'";
    }

    private static bool CanBePlain(string value)
    {
        if (value.StartsWith("---", StringComparison.Ordinal) || value.StartsWith("...", StringComparison.Ordinal) || value[0] == ' ' || value[^1] == ' ')
            return false;
        if (value[0] is '#' or ',' or '[' or ']' or '{' or '}' or '&' or '*' or '!' or '|' or '>' or '\'' or '"' or '%' or '@' or '`')
            return false;
        if (value[0] is '-' or '?' or ':' && (value.Length == 1 || value[1] == ' '))
            return false;
        for (var i = 1; i < value.Length; i++)
        {
            if ((value[i] == ':' && (i + 1 == value.Length || value[i + 1] == ' ')) || (value[i] == '#' && value[i - 1] == ' '))
                return false;
        }
        return true;
    }

    private static bool CanBeBlock(string value) =>
        !HasSpecial(value) && !value.EndsWith(' ') && !value.Contains(" \n", StringComparison.Ordinal);

    private static string Block(string value, int indent)
    {
        var text = new StringBuilder("|");
        if (value[0] is ' ' or '\n')
            text.Append('2');
        var trimmed = value.EndsWith('\n') ? value[..^1] : value;
        if (trimmed.Length == value.Length)
            text.Append('-');
        else if (trimmed.Length == 0 || trimmed.EndsWith('\n'))
            text.Append('+');
        foreach (var line in trimmed.AsSpan().EnumerateLines())
        {
            text.Append('\n');
            if (!line.IsEmpty)
                text.Append(' ', indent).Append(line);
        }
        return text.ToString();
    }

    /// <summary>Has characters that only double quotes can hold.</summary>
    private static bool HasSpecial(string value) => value.AsSpan().ContainsAnyExcept(Printable) && value.EnumerateRunes().Any(static rune => rune.Value != '\n' && !IsPrintable(rune.Value));

    private static readonly System.Buffers.SearchValues<char> Printable = System.Buffers.SearchValues.Create([.. Enumerable.Range(' ', '~' - ' ' + 1).Select(static c => (char)c), '\n']);

    private static bool IsPrintable(int point) => point switch
    {
        < ' ' or (> '~' and <= 0xA0) => false,
        0xFEFF or 0xFFFE or 0xFFFF or 0x2028 or 0x2029 => false,
        _ => true,
    };

    private static string DoubleQuoted(string value)
    {
        var text = new StringBuilder(value.Length + 2).Append('"');
        foreach (var rune in value.EnumerateRunes())
        {
            switch (rune.Value)
            {
                case '"' or '\\': text.Append('\\').Append((char)rune.Value); break;
                case 0: text.Append("\\0"); break;
                case 7: text.Append("\\a"); break;
                case 8: text.Append("\\b"); break;
                case 9: text.Append("\\t"); break;
                case 10: text.Append("\\n"); break;
                case 11: text.Append("\\v"); break;
                case 12: text.Append("\\f"); break;
                case 13: text.Append("\\r"); break;
                case 27: text.Append("\\e"); break;
                case 0x85: text.Append("\\N"); break;
                case 0xA0: text.Append("\\_"); break;
                case 0x2028: text.Append("\\L"); break;
                case 0x2029: text.Append("\\P"); break;
                case var point when IsPrintable(point): text.Append(rune); break;
                case <= 0xFF: text.Append(CultureInfo.InvariantCulture, $"\\x{rune.Value:X2}"); break;
                default: text.Append(CultureInfo.InvariantCulture, $"\\u{rune.Value:X4}"); break;
            }
        }
        return text.Append('"').ToString();
    }
}
