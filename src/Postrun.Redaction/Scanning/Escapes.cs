namespace Postrun.Redaction.Scanning;

/// <summary>Reads what escapes of JSON strings and of URLs stand for, and passes over what a terminal does not show.</summary>
internal static class Escapes
{
    /// <summary>Where one of these stands, something of a secret may be hidden behind it: marks of URLs and of assignments, colours.</summary>
    internal static IReadOnlyList<string> Literals { get; } = ["\\u00", ":\\/\\/", "%3a%2f%2f", "%3d", "%3a%20", "%22%3a", .. ControlSequence.Literals];

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
        if (value != '\\' || text.Length < 2)
            return 1;
        if (text[1] is (byte)'/' or (byte)'"')
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
