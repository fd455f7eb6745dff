using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace Postrun.Rego;

[SuppressMessage("Security", "CA5350:Do Not Use Weak Cryptographic Algorithms", Justification = "Policies name the algorithm")]
[SuppressMessage("Security", "CA5351:Do Not Use Broken Cryptographic Algorithms", Justification = "Policies name the algorithm")]
internal static class CryptoBuiltins
{
    public static readonly BuiltinFunction[] All =
    [
        new("crypto.md5", 1, static (context, arguments) => Hex(MD5.HashData(Bytes(context, arguments, 0)))),
        new("crypto.sha1", 1, static (context, arguments) => Hex(SHA1.HashData(Bytes(context, arguments, 0)))),
        new("crypto.sha256", 1, static (context, arguments) => Hex(SHA256.HashData(Bytes(context, arguments, 0)))),
        new("crypto.hmac.md5", 2, static (context, arguments) => Hex(HMACMD5.HashData(Bytes(context, arguments, 1), Bytes(context, arguments, 0)))),
        new("crypto.hmac.sha1", 2, static (context, arguments) => Hex(HMACSHA1.HashData(Bytes(context, arguments, 1), Bytes(context, arguments, 0)))),
        new("crypto.hmac.sha256", 2, static (context, arguments) => Hex(HMACSHA256.HashData(Bytes(context, arguments, 1), Bytes(context, arguments, 0)))),
        new("crypto.hmac.sha512", 2, static (context, arguments) => Hex(HMACSHA512.HashData(Bytes(context, arguments, 1), Bytes(context, arguments, 0)))),
        new("crypto.hmac.equal", 2, static (context, arguments) =>
            RegoBoolean.Of(CryptographicOperations.FixedTimeEquals(Bytes(context, arguments, 0), Bytes(context, arguments, 1)))),
    ];

    private static byte[] Bytes(BuiltinContext context, ReadOnlySpan<RegoValue> arguments, int index)
    {
        var text = Operand.String(arguments, index);
        context.Budget.Spend(1 + text.Length / 64);
        context.Budget.Allocate(text.Length * 3L + Size.Value);
        return Encoding.UTF8.GetBytes(text);
    }

    private static RegoString Hex(byte[] hash) => new(Convert.ToHexStringLower(hash));
}
