using System.Buffers.Binary;
using Postrun.Redaction.Detection;

namespace Postrun.Redaction.Validation;

/// <summary>Addresses of networks that may be those of a person's connection: global unicast, and not what everybody uses or writes about.</summary>
internal static class PublicAddress
{
    internal static Verdict Four(ReadOnlySpan<byte> value)
    {
        Span<byte> parts = stackalloc byte[4];
        var (part, number, digits) = (0, 0, 0);
        foreach (var each in value)
        {
            if (each == '.')
            {
                if (digits == 0 || part == 3)
                    return Verdict.Rejected;
                parts[part++] = (byte)number;
                (number, digits) = (0, 0);
                continue;
            }
            // A leading zero is no part of an address, but of a version.
            if (digits > 0 && number == 0)
                return Verdict.Rejected;
            number = (number * 10) + each - '0';
            digits++;
            if (number > 255)
                return Verdict.Rejected;
        }
        if (part != 3 || digits == 0)
            return Verdict.Rejected;
        parts[3] = (byte)number;
        return IsReserved(parts) || IsResolver(parts) || parts[3] == 0 ? Verdict.Rejected : Verdict.Plausible;
    }

    internal static Verdict Six(ReadOnlySpan<byte> value)
    {
        Span<ushort> groups = stackalloc ushort[8];
        if (!TryRead(value, groups))
            return Verdict.Rejected;
        var documentation = (groups[0] == 0x2001 && groups[1] == 0x0DB8) || groups[0] == 0x3FFF;
        var resolver = value.StartsWith("2001:4860:4860::"u8) || value.StartsWith("2606:4700:4700::"u8) || value.StartsWith("2620:fe::"u8);
        return (groups[0] & 0xE000) == 0x2000 && !documentation && !resolver ? Verdict.Plausible : Verdict.Rejected;
    }

    /// <summary>Private, shared, loopback, link-local, documentation, benchmark, multicast and reserved (RFC 6890).</summary>
    private static bool IsReserved(ReadOnlySpan<byte> parts) => BinaryPrimitives.ReadUInt32BigEndian(parts) is var address
        && (parts[0] is 0 or 10 or 127 or >= 224
            || address >> 22 == 0x6440_0000 >> 22
            || address >> 16 is 0xA9FE or 0xC0A8
            || address >> 20 == 0xAC1
            || address >> 8 is 0xC0_0000 or 0xC0_0002 or 0xC6_3364 or 0xCB_0071 or 0xC0_5863
            || address >> 17 == 0xC612_0000 >> 17);

    private static bool IsResolver(ReadOnlySpan<byte> parts) => BinaryPrimitives.ReadUInt32BigEndian(parts)
        is 0x08080808 or 0x08080404 or 0x01010101 or 0x01000001 or 0x01010102 or 0x01010103 or 0x09090909 or 0x95707070
        or 0xD043DEDE or 0xD043DCDC or 0x04020201 or 0x04020202 or 0x01020304;

    private static int Nibble(byte digit) => digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10;

    private static bool TryRead(ReadOnlySpan<byte> value, Span<ushort> groups)
    {
        var (count, gap, at) = (0, -1, 0);
        while (at < value.Length)
        {
            if (value[at..].StartsWith("::"u8))
            {
                if (gap >= 0)
                    return false;
                gap = count;
                at += 2;
                continue;
            }
            if (count > 0 && gap != count && value[at++] != ':')
                return false;
            var start = at;
            var group = 0;
            while (at < value.Length && at - start < 5 && char.IsAsciiHexDigit((char)value[at]))
                group = (group << 4) | Nibble(value[at++]);
            if (count == 8 || at - start is 0 or 5)
                return false;
            groups[count++] = (ushort)group;
        }
        if (gap < 0)
            return count == 8;
        if (count == 8)
            return false;
        groups[gap..count].CopyTo(groups[(8 - (count - gap))..]);
        groups[gap..(8 - (count - gap))].Clear();
        return true;
    }
}
