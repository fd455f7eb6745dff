using System.Security.Cryptography;
using System.Text;

namespace Postrun.Redaction.Forms;

/// <summary>The pseudonym of a value: the first 64 bits of its HMAC-SHA-256. Without the key nobody can try values out.</summary>
internal static class Fingerprint
{
    /// <summary>In hexadecimal digits.</summary>
    internal const int Length = 16;

    internal static string Of(ReadOnlySpan<byte> value, ReadOnlySpan<byte> key)
    {
        Span<byte> digits = stackalloc byte[Length];
        Write(value, key, digits);
        return Encoding.ASCII.GetString(digits);
    }

    internal static void Write(ReadOnlySpan<byte> value, ReadOnlySpan<byte> key, Span<byte> digits)
    {
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key, value, hash);
        Convert.TryToHexStringLower(hash[..(Length / 2)], digits, out _);
    }
}
