using Postrun.Redaction.Detection;

namespace Postrun.Redaction.Validation;

/// <summary>MAC addresses of single devices: no groups, none of virtual machines and containers, none of documents (RFC 7042), and not a clock.</summary>
internal static class HardwareAddress
{
    internal static Verdict Judge(ReadOnlySpan<byte> value)
    {
        Span<byte> bytes = stackalloc byte[6];
        var letters = false;
        for (var i = 0; i < 6; i++)
        {
            var (high, low) = (value[i * 3], value[(i * 3) + 1]);
            letters |= !char.IsAsciiDigit((char)high) || !char.IsAsciiDigit((char)low);
            bytes[i] = (byte)((Nibble(high) << 4) | Nibble(low));
        }
        var group = (bytes[0] & 1) != 0;
        var nobody = Digits.AreAlike(bytes) || bytes.StartsWith((ReadOnlySpan<byte>)[0x00, 0x00, 0x5E, 0x00, 0x53])
            || bytes.StartsWith((ReadOnlySpan<byte>)[0x02, 0x42]) || bytes.StartsWith((ReadOnlySpan<byte>)[0x52, 0x54, 0x00]);
        var clock = value[2] == '-' && !letters;
        return group || nobody || clock ? Verdict.Rejected : Verdict.Plausible;
    }

    private static int Nibble(byte digit) => digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10;
}
