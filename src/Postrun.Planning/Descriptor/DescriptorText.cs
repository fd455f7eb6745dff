using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace Postrun.Planning;

/// <summary>Turns the bytes of a descriptor into text, or says why they are not a YAML file at all.</summary>
internal static class DescriptorText
{
    /// <summary>1 MiB. A descriptor is written by hand; a larger file is a wrong file.</summary>
    public const int MaxLength = 1 << 20;

    public static bool TryDecode(ReadOnlySpan<byte> bytes, ErrorList errors, [NotNullWhen(true)] out string? text)
    {
        text = null;
        if (bytes.Length > MaxLength)
            errors.Add(1, 1, "the file is larger than 1 MiB, which no descriptor is: is this the right file?");
        else if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
            errors.Add(1, 1, "the file is UTF-16: save it as UTF-8 without a byte order mark");
        else if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
            errors.Add(1, 1, "the file begins with a byte order mark: save it as UTF-8 without one");
        else if (!Utf8.IsValid(bytes))
            ReportBadByte(bytes, errors);
        else
        {
            var decoded = Encoding.UTF8.GetString(bytes);
            if (string.IsNullOrWhiteSpace(decoded))
                errors.Add(1, 1, "the file is empty: 'postrun init' writes a descriptor to begin with");
            else if (HasOnlyText(decoded, errors))
                text = decoded;
        }
        return text is not null;
    }

    private static void ReportBadByte(ReadOnlySpan<byte> bytes, ErrorList errors)
    {
        // The replacement character is valid input itself, so the position comes from the decoder and not from a search.
        var valid = 0;
        while (Rune.DecodeFromUtf8(bytes[valid..], out _, out var consumed) == System.Buffers.OperationStatus.Done)
            valid += consumed;
        var (line, column) = PositionOf(Encoding.UTF8.GetString(bytes[..valid]));
        errors.Add(line, column, $"the byte 0x{bytes[valid].ToString("X2", CultureInfo.InvariantCulture)} is not UTF-8: save the file as UTF-8");
    }

    private static bool HasOnlyText(string text, ErrorList errors)
    {
        var indenting = true;
        for (var i = 0; i < text.Length; i++)
        {
            var unit = text[i];
            var wrong = unit switch
            {
                '\0' => "the file contains NUL: it is not text, is this the right file?",
                '\t' when indenting => "a tab in the indentation: YAML indents by spaces only, replace it",
                '\n' or '\r' or '\t' => null,
                // YAML 1.2.2, 5.1 allows none of these; shown on a terminal, they could rewrite what stands there.
                _ when char.IsControl(unit) => $"the control character U+{(int)unit:X4} is not allowed: remove it, or write it as an escape in a quoted text",
                _ => null,
            };
            if (wrong is not null)
            {
                var (line, column) = PositionOf(text[..i]);
                errors.Add(line, column, wrong);
                return false;
            }
            indenting = unit is '\n' or '\r' || (indenting && unit == ' ');
        }
        return true;
    }

    private static (int Line, int Column) PositionOf(string before) =>
        (before.Count(unit => unit == '\n') + 1, before.Length - before.LastIndexOf('\n'));
}
