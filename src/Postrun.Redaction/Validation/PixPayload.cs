using System.Text;
using Postrun.Redaction.Detection;

namespace Postrun.Redaction.Validation;

/// <summary>What a PIX code of two dimensions says (BR Code, EMV): fields of two digits, two digits of length and a value; the last, 63, is a CRC-16.</summary>
internal static class PixPayload
{
    private const int ChecksumField = 8;

    /// <summary>Reads fields from the first byte to the checksum, and says how long all are; 0 where they do not end with one.</summary>
    internal static int Measure(ReadOnlySpan<byte> text)
    {
        for (var at = 0; at + 4 <= text.Length;)
        {
            if (!AreDigits(text.Slice(at, 4)))
                return 0;
            var length = ((text[at + 2] - '0') * 10) + text[at + 3] - '0';
            if (at + 4 + length > text.Length)
                return 0;
            if (text.Slice(at, 2).SequenceEqual("63"u8))
                return length == 4 ? at + ChecksumField : 0;
            at += 4 + length;
        }
        return 0;
    }

    internal static Verdict Judge(ReadOnlySpan<byte> value)
    {
        if (value.Length < ChecksumField)
            return Verdict.Rejected;
        Span<byte> expected = stackalloc byte[4];
        _ = Crc(value[..^4]).TryFormat(expected, out _, "X4", null);
        return Ascii.EqualsIgnoreCase(value[^4..], expected) ? Verdict.Verified : Verdict.Plausible;
    }

    /// <summary>CRC-16 with the polynomial 0x1021 that begins with 0xFFFF.</summary>
    internal static ushort Crc(ReadOnlySpan<byte> value)
    {
        var crc = 0xFFFF;
        foreach (var each in value)
        {
            crc ^= each << 8;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc & 0x8000) != 0 ? ((crc << 1) ^ 0x1021) & 0xFFFF : (crc << 1) & 0xFFFF;
        }
        return (ushort)crc;
    }

    private static bool AreDigits(ReadOnlySpan<byte> value) => !value.ContainsAnyExceptInRange((byte)'0', (byte)'9');
}
