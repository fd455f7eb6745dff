using System.Globalization;
using System.Text;

namespace Postrun.Rego;

/// <summary>An address of IPv4 or IPv6, as the 128 bits of IPv6; IPv4 stands under <c>::ffff:0:0/96</c>.</summary>
internal static class IpAddress
{
    private const int Groups = 8;

    private static readonly UInt128 MappedPrefix = (UInt128)0xFFFF << 32;

    /// <summary>Written or mapped, it is IPv4.</summary>
    public static bool IsV4(UInt128 address) => address >> 32 == 0xFFFF;

    /// <param name="v4">Written as IPv4.</param>
    public static bool TryParse(ReadOnlySpan<char> text, out UInt128 address, out bool v4)
    {
        v4 = text.IndexOfAny('.', ':') is >= 0 and var first && text[first] == '.';
        if (!v4)
            return TryParseV6(text, out address);
        var parsed = TryParseV4(text, out var bits);
        address = MappedPrefix | bits;
        return parsed;
    }

    public static string Format(UInt128 address)
    {
        if (IsV4(address))
            return string.Create(CultureInfo.InvariantCulture, $"{(byte)(address >> 24)}.{(byte)(address >> 16)}.{(byte)(address >> 8)}.{(byte)address}");
        var (zeros, length) = LongestZeros(address);
        var text = new StringBuilder(40);
        for (var i = 0; i < Groups; i++)
        {
            if (i == zeros)
            {
                text.Append("::");
                i += length - 1;
                continue;
            }
            if (i > 0 && text[^1] != ':')
                text.Append(':');
            text.Append(CultureInfo.InvariantCulture, $"{Group(address, i):x}");
        }
        return text.ToString();
    }

    private static bool TryParseV4(ReadOnlySpan<char> text, out uint address)
    {
        address = 0;
        var fields = 0;
        foreach (var range in text.Split('.'))
        {
            var field = text[range];
            // A leading zero is octal to some.
            if (++fields > 4 || field.Length is 0 or > 3 || (field.Length > 1 && field[0] == '0') || field.ContainsAnyExceptInRange('0', '9'))
                return false;
            var value = uint.Parse(field, NumberStyles.None, CultureInfo.InvariantCulture);
            if (value > byte.MaxValue)
                return false;
            address = (address << 8) | value;
        }
        return fields == 4;
    }

    private static bool TryParseV6(ReadOnlySpan<char> text, out UInt128 address)
    {
        address = 0;
        var gap = text.IndexOf("::", StringComparison.Ordinal);
        if (gap < 0)
            return TryParseGroups(text, out address, out var all) && all == Groups;
        if (!TryParseGroups(text[..gap], out var high, out var before, last: false) || !TryParseGroups(text[(gap + 2)..], out var low, out var after))
            return false;
        address = before == 0 ? low : (high << (16 * (Groups - before))) | low;
        return before + after < Groups;
    }

    private static bool TryParseGroups(ReadOnlySpan<char> text, out UInt128 bits, out int count, bool last = true)
    {
        (bits, count) = (0, 0);
        if (text.IsEmpty)
            return true;
        foreach (var range in text.Split(':'))
        {
            var group = text[range];
            if (last && range.End.GetOffset(text.Length) == text.Length && group.Contains('.'))
            {
                if (!TryParseV4(group, out var v4))
                    return false;
                (bits, count) = ((bits << 32) | v4, count + 2);
                continue;
            }
            if (++count > Groups || group.Length is 0 or > 4 || !ushort.TryParse(group, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
                return false;
            bits = (bits << 16) | value;
        }
        return count <= Groups;
    }

    private static ushort Group(UInt128 address, int index) => (ushort)(address >> (16 * (Groups - 1 - index)));

    /// <summary>The first of the longest runs of two or more groups of zeros.</summary>
    private static (int Start, int Length) LongestZeros(UInt128 address)
    {
        var best = (Start: -1, Length: 1);
        for (var i = 0; i < Groups; i++)
        {
            var end = i;
            while (end < Groups && Group(address, end) == 0)
                end++;
            if (end - i > best.Length)
                best = (i, end - i);
            i = Math.Max(i, end - 1);
        }
        return best;
    }
}
