using System.Numerics;

namespace Postrun.Rego;

/// <summary>Integers in the bases two, eight and sixteen.</summary>
internal static class IntegerText
{
    /// <param name="shift">How many bits a digit has: 1, 3 or 4.</param>
    public static string InBase(BigInteger value, int shift)
    {
        var magnitude = BigInteger.Abs(value);
        var bytes = magnitude.ToByteArray(isUnsigned: true);
        var count = Math.Max(1, (int)((magnitude.GetBitLength() + shift - 1) / shift));
        var digits = new char[count + 1];
        for (var i = 0; i < count; i++)
        {
            var bit = i * shift;
            var pair = bytes[bit / 8] | (bit / 8 + 1 < bytes.Length ? bytes[bit / 8 + 1] << 8 : 0);
            digits[count - i] = "0123456789abcdef"[(pair >> (bit % 8)) & ((1 << shift) - 1)];
        }
        digits[0] = '-';
        return value.Sign < 0 ? new(digits) : new(digits, 1, count);
    }
}
