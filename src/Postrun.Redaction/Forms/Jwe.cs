using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Postrun.Redaction.Forms;

/// <summary>JSON Web Encryption in compact form (RFC 7516), with <c>ECDH-ES</c> over P-256 (RFC 7518, 4.6) and <c>A256GCM</c>.</summary>
internal static class Jwe
{
    private const int CoordinateBytes = 32;
    private const int NonceBytes = 12;
    private const int TagBytes = 16;
    private const string Encryption = "A256GCM";
    private const string Head = "{\"alg\":\"ECDH-ES\",\"enc\":\"" + Encryption + "\",\"epk\":{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"";

    /// <summary>What every header begins with, in whole groups of Base64, and how long each part of a token is.</summary>
    private static readonly byte[] s_beginning = Encoding.ASCII.GetBytes(Base64Url.EncodeToString(Encoding.ASCII.GetBytes(Head[..(Head.Length / 3 * 3)])));
    private static readonly int s_headerLength = Header(new byte[CoordinateBytes], new byte[CoordinateBytes]).Length;
    private static readonly int s_nonceLength = Base64Url.GetEncodedLength(NonceBytes);
    private static readonly int s_tagLength = Base64Url.GetEncodedLength(TagBytes);

    /// <summary>A header with a new key of one side, and the key that the recipient agrees on by it.</summary>
    internal static (string Header, byte[] Key) Agree(ECDiffieHellmanPublicKey recipient)
    {
        using var ephemeral = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        var point = ephemeral.PublicKey.ExportParameters().Q;
        return (Header(point.X, point.Y), Derive(ephemeral, recipient));
    }

    /// <summary>Whether a text can be a token that was made here: all of it but the ciphertext has its length, and the header its beginning.</summary>
    internal static bool HasForm(ReadOnlySpan<byte> token)
    {
        if (!token.StartsWith(s_beginning) || token.IndexOf(".."u8) != s_headerLength)
            return false;
        var rest = token[(s_headerLength + 2)..];
        var ciphertext = rest.Length - s_nonceLength - s_tagLength - 2;
        return ciphertext > 0 && rest[s_nonceLength] == '.' && rest[s_nonceLength + 1 + ciphertext] == '.' && rest.Count((byte)'.') == 2;
    }

    private static string Header(ReadOnlySpan<byte> x, ReadOnlySpan<byte> y) =>
        Base64Url.EncodeToString(Encoding.ASCII.GetBytes($$$"""{{{Head}}}{{{Base64Url.EncodeToString(x)}}}","y":"{{{Base64Url.EncodeToString(y)}}}"}}"""));

    /// <summary>Header, no encrypted key, nonce, ciphertext and tag, with dots between them.</summary>
    internal static string Encrypt(string header, ReadOnlySpan<byte> key, ReadOnlySpan<byte> value)
    {
        Span<byte> nonce = stackalloc byte[NonceBytes];
        Span<byte> tag = stackalloc byte[TagBytes];
        RandomNumberGenerator.Fill(nonce);
        var ciphertext = new byte[value.Length];
        using var cipher = new AesGcm(key, TagBytes);
        cipher.Encrypt(nonce, value, ciphertext, tag, Encoding.ASCII.GetBytes(header));
        return $"{header}..{Base64Url.EncodeToString(nonce)}.{Base64Url.EncodeToString(ciphertext)}.{Base64Url.EncodeToString(tag)}";
    }

    /// <returns>The value, which whoever asked for it clears.</returns>
    /// <exception cref="CryptographicException">It was made for another recipient, changed, or is none.</exception>
    internal static byte[] Decrypt(string token, ECDiffieHellman recipient)
    {
        try
        {
            if (token.Split('.') is not [var header, "", var nonce, var ciphertext, var tag])
                throw new CryptographicException("not a JWE in compact form with direct key agreement");
            var encrypted = Base64Url.DecodeFromChars(ciphertext);
            var value = new byte[encrypted.Length];
            using var sender = SenderOf(Base64Url.DecodeFromChars(header));
            var key = Derive(recipient, sender.PublicKey);
            using var cipher = new AesGcm(key, TagBytes);
            CryptographicOperations.ZeroMemory(key);
            cipher.Decrypt(Base64Url.DecodeFromChars(nonce), encrypted, Base64Url.DecodeFromChars(tag), value, Encoding.ASCII.GetBytes(header));
            return value;
        }
        catch (Exception malformed) when (malformed is FormatException or JsonException or InvalidOperationException or KeyNotFoundException or ArgumentException)
        {
            throw new CryptographicException("not a JWE of this form", malformed);
        }
    }

    private static ECDiffieHellman SenderOf(byte[] header)
    {
        using var document = JsonDocument.Parse(header);
        var root = document.RootElement;
        var key = root.GetProperty("epk");
        if (root.GetProperty("alg").GetString() != "ECDH-ES" || root.GetProperty("enc").GetString() != Encryption || key.GetProperty("crv").GetString() != "P-256")
            throw new CryptographicException("encrypted by a method that is not offered");
        return ECDiffieHellman.Create(new ECParameters
        {
            Curve = ECCurve.NamedCurves.nistP256,
            Q = new() { X = Coordinate(key, "x"), Y = Coordinate(key, "y") },
        });
    }

    private static byte[] Coordinate(JsonElement key, string name) =>
        Base64Url.DecodeFromChars(key.GetProperty(name).GetString()) is { Length: CoordinateBytes } bytes ? bytes : throw new FormatException(name);

    /// <summary>One round of the Concat KDF (NIST SP 800-56A, 5.8.1), as RFC 7518 has it: no names of the parties, 256 bits.</summary>
    private static byte[] Derive(ECDiffieHellman own, ECDiffieHellmanPublicKey other)
    {
        var secret = own.DeriveRawSecretAgreement(other);
        Span<byte> rest = stackalloc byte[4 + Encryption.Length + 12];
        BinaryPrimitives.WriteInt32BigEndian(rest, Encryption.Length);
        Encoding.ASCII.GetBytes(Encryption, rest[4..]);
        BinaryPrimitives.WriteInt32BigEndian(rest[(4 + Encryption.Length + 8)..], 256);
        byte[] input = [0, 0, 0, 1, .. secret, .. rest];
        var key = SHA256.HashData(input);
        CryptographicOperations.ZeroMemory(secret);
        CryptographicOperations.ZeroMemory(input);
        return key;
    }
}
