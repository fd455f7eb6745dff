using Postrun.Redaction.Detection;

namespace Postrun.Redaction.Validation;

/// <summary>A word, <c>1</c>, data and six characters of checksum: a form in which keys of age and Nostr are written.</summary>
/// <remarks>https://github.com/bitcoin/bips/blob/master/bip-0173.mediawiki</remarks>
internal static class Bech32
{
    internal const int Checksum = 6;

    internal static ReadOnlySpan<byte> Digits => "qpzry9x8gf2tvdw0s3jn54khce6mua7l"u8;

    private static ReadOnlySpan<uint> Generator => [0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3];

    internal static Verdict Judge(ReadOnlySpan<byte> value) => Remainder(value) == 1 ? Verdict.Verified : Verdict.Plausible;

    /// <summary>1 where the checksum holds; capital letters count as small ones.</summary>
    internal static uint Remainder(ReadOnlySpan<byte> value)
    {
        var mark = value.LastIndexOf((byte)'1');
        if (mark < 1)
            return 0;
        var remainder = 1U;
        for (var i = 0; i < mark; i++)
            remainder = Step(remainder, (uint)Small(value[i]) >> 5);
        remainder = Step(remainder, 0);
        for (var i = 0; i < mark; i++)
            remainder = Step(remainder, (uint)Small(value[i]) & 31);
        foreach (var each in value[(mark + 1)..])
        {
            var digit = Digits.IndexOf(Small(each));
            if (digit < 0)
                return 0;
            remainder = Step(remainder, (uint)digit);
        }
        return remainder;
    }

    private static byte Small(byte value) => char.IsAsciiLetterUpper((char)value) ? (byte)(value | 0x20) : value;

    private static uint Step(uint remainder, uint digit)
    {
        var top = remainder >> 25;
        remainder = ((remainder & 0x1FFFFFF) << 5) ^ digit;
        for (var i = 0; i < 5; i++)
            remainder ^= ((top >> i) & 1) == 0 ? 0 : Generator[i];
        return remainder;
    }
}
