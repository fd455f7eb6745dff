using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Postrun.Redaction.Forms;

/// <summary>
/// A value of the same form that is another one: digits become digits, letters letters of the same case, the rest stays. Keyed,
/// the same for the same value, and not reversible.
/// </summary>
internal static class LookAlike
{
    private const int BytesPerLetter = 4;

    internal static byte[] Of(ReadOnlySpan<byte> value, ReadOnlySpan<byte> key)
    {
        var alike = value.ToArray();
        var seed = HMACSHA256.HashData(key, value);
        Span<byte> block = stackalloc byte[HMACSHA256.HashSizeInBytes];
        Span<byte> number = stackalloc byte[sizeof(int)];
        for (var i = 0; i < alike.Length; i++)
        {
            var place = i * BytesPerLetter % block.Length;
            if (place == 0)
            {
                BinaryPrimitives.WriteInt32LittleEndian(number, i);
                HMACSHA256.HashData(seed, number, block);
            }
            var random = BinaryPrimitives.ReadUInt32LittleEndian(block[place..]);
            alike[i] = (char)alike[i] switch
            {
                >= '0' and <= '9' => (byte)('0' + random % 10),
                >= 'a' and <= 'z' => (byte)('a' + random % 26),
                >= 'A' and <= 'Z' => (byte)('A' + random % 26),
                _ => alike[i],
            };
        }
        return alike;
    }
}
