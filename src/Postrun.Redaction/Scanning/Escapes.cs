using System.Text;

namespace Postrun.Redaction.Scanning;

/// <summary>Reads what escapes of JSON strings, of URLs and of HTML stand for, and passes over what a terminal does not show.</summary>
internal static class Escapes
{
    /// <summary>Where one of these stands, something of a secret may be hidden behind it: marks of URLs and of assignments, colours.</summary>
    /// <remarks>A slash that JSON escapes counts within Base64; quotation marks are read as they are up to three backslashes.</remarks>
    internal static IReadOnlyList<string> Literals { get; } =
    [
        "\\u00", ":\\/\\/", "%3a%2f%2f", "%3d", "%3a%20", "%22%3a", "%25", @"\\\\""", "&quot;", "&amp;", "&apos;", "&#3", "&#6", "&#x",
        .. "abcdefghijklmnopqrstuvwxyz0123456789+/=".Select(static letter => $@"\/{letter}"),
        .. ControlSequence.Literals,
    ];

    private static readonly (string Entity, char Value)[] s_entities =
    [
        ("&quot;", '"'), ("&amp;", '&'), ("&apos;", '\''), ("&lt;", '<'), ("&gt;", '>'), ("&#34;", '"'), ("&#38;", '&'), ("&#39;", '\''), ("&#039;", '\''), ("&#58;", ':'),
        ("&#61;", '='), ("&#x22;", '"'), ("&#x26;", '&'), ("&#x27;", '\''), ("&#x2f;", '/'), ("&#x3a;", ':'), ("&#x3d;", '='),
    ];

    /// <summary>Writes the text without its escapes, and for each byte where it stood.</summary>
    /// <returns>How many bytes were written.</returns>
    internal static int Decode(ReadOnlySpan<byte> text, Span<byte> decoded, Span<int> places)
    {
        var count = 0;
        for (var at = 0; at < text.Length;)
        {
            if (ControlSequence.LengthAt(text[at..]) is > 0 and var unseen)
            {
                at += unseen;
                continue;
            }
            var length = Read(text[at..], out var value);
            decoded[count] = value;
            places[count++] = at;
            at += length;
        }
        return count;
    }

    /// <summary>How many bytes say the one that stands at the beginning.</summary>
    internal static int LengthAt(ReadOnlySpan<byte> text) => Read(text, out _);

    /// <summary>The byte at the beginning, and how many bytes say it.</summary>
    private static int Read(ReadOnlySpan<byte> text, out byte value)
    {
        value = text[0];
        if (value == '%' && text.Length >= 3 && Hexadecimal(text[1..3], out var escaped))
        {
            value = escaped;
            return 3;
        }
        if (value == '&')
            return ReadEntity(text, ref value);
        if (value != '\\' || text.Length < 2)
            return 1;
        if (text[1] is (byte)'/' or (byte)'"' or (byte)'\\')
        {
            value = text[1];
            return 2;
        }
        if (text[1] == 'u' && text.Length >= 6 && text[2] == '0' && text[3] == '0' && Hexadecimal(text[4..6], out escaped) && escaped < 0x80)
        {
            value = escaped;
            return 6;
        }
        return 1;
    }

    private static int ReadEntity(ReadOnlySpan<byte> text, ref byte value)
    {
        foreach (var (entity, stands) in s_entities)
        {
            if (text.Length < entity.Length || !Ascii.EqualsIgnoreCase(text[..entity.Length], entity))
                continue;
            value = (byte)stands;
            return entity.Length;
        }
        return 1;
    }

    private static bool Hexadecimal(ReadOnlySpan<byte> digits, out byte value)
    {
        value = 0;
        if (!char.IsAsciiHexDigit((char)digits[0]) || !char.IsAsciiHexDigit((char)digits[1]))
            return false;
        value = (byte)(Digit(digits[0]) << 4 | Digit(digits[1]));
        return true;
    }

    private static int Digit(byte digit) => digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10;
}
