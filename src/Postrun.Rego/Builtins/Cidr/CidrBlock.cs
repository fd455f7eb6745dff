using System.Globalization;

namespace Postrun.Rego;

/// <summary>A block of addresses: an address and how many of its 128 leading bits all addresses in the block share.</summary>
/// <param name="Address">As it was written: it may have bits beyond the prefix.</param>
/// <param name="Prefix">Of 128 bits, for IPv4 too.</param>
/// <param name="V4">The block is one of IPv4, and contains nothing else.</param>
internal readonly record struct CidrBlock(UInt128 Address, int Prefix, bool V4)
{
    private const int V4Offset = 96;

    public UInt128 First => Address & Mask(Prefix);

    public UInt128 Last => Address | ~Mask(Prefix);

    /// <exception cref="BuiltinException">not a block</exception>
    public static CidrBlock Parse(string text) =>
        TryParse(text, out var block) ? block : throw new BuiltinException($"invalid CIDR address: {text}");

    public static bool TryParse(string text, out CidrBlock block)
    {
        block = default;
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0 || !IpAddress.TryParse(text.AsSpan(0, slash), out var address, out var v4))
            return false;
        var digits = text.AsSpan(slash + 1);
        if (digits.Length is 0 or > 8 || digits.ContainsAnyExceptInRange('0', '9'))
            return false;
        var length = int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
        if (length > (v4 ? 32 : 128))
            return false;
        var prefix = v4 ? length + V4Offset : length;
        var mapped = IpAddress.IsV4(address & Mask(prefix));
        block = new(address, mapped ? Math.Max(prefix, V4Offset) : prefix, mapped);
        return true;
    }

    /// <summary>An address as the block that its class stands for.</summary>
    /// <exception cref="BuiltinException">IPv6 has no classes</exception>
    public static CidrBlock OfClass(UInt128 address)
    {
        if (!IpAddress.IsV4(address))
            throw new BuiltinException("IPv6 invalid: needs prefix length");
        var length = (byte)(address >> 24) switch { < 128 => 8, < 192 => 16, _ => 24 };
        return new(address, length + V4Offset, true);
    }

    public bool Contains(UInt128 address) => IpAddress.IsV4(address) == V4 && (address & Mask(Prefix)) == First;

    public bool Contains(CidrBlock other) => Contains(other.First) && Contains(other.Last);

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{IpAddress.Format(Address)}/{(V4 ? Prefix - V4Offset : Prefix)}");

    internal static UInt128 Mask(int prefix) => prefix == 0 ? 0 : UInt128.MaxValue << (128 - prefix);
}
