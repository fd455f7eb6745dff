using System.Security.Cryptography;
using System.Text;

namespace Postrun.Evidence;

/// <summary>The public half: what an auditor holds.</summary>
public sealed class VerificationKey
{
    private readonly byte[] subjectPublicKeyInfo;

    private VerificationKey(ECDsa key)
    {
        subjectPublicKeyInfo = key.ExportSubjectPublicKeyInfo();
        Pem = PemEncoding.WriteString("PUBLIC KEY", subjectPublicKeyInfo) + "\n";
        Hint = Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(Pem)));
    }

    /// <summary>SubjectPublicKeyInfo as a PEM text that ends with a line feed, byte for byte what OpenSSL writes.</summary>
    public string Pem { get; }

    /// <summary>The hexadecimal SHA-256 of <see cref="Pem"/>: <c>sha256sum</c> of the key's file says the same.</summary>
    public string Hint { get; }

    /// <exception cref="KeyException">not a PEM block <c>PUBLIC KEY</c>, or not on P-256</exception>
    public static VerificationKey FromPem(ReadOnlySpan<char> pem)
    {
        var (_, der) = PemBlock.Find(pem, label => label == "PUBLIC KEY")
            ?? throw new KeyException("no public key: expected a PEM block 'PUBLIC KEY'");
        using var key = ECDsa.Create();
        try
        {
            key.ImportSubjectPublicKeyInfo(der, out _);
        }
        catch (Exception e) when (e is CryptographicException or PlatformNotSupportedException or ArgumentException)
        {
            throw new KeyException("the public key is damaged or not an ECDSA P-256 key");
        }
        EcCurve.RequireP256(key);
        return new(key);
    }

    /// <summary>Whether <paramref name="signature"/>, in DER, is of this key over the SHA-256 of <paramref name="data"/>.</summary>
    public bool Verify(ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature)
    {
        using var key = ECDsa.Create();
        key.ImportSubjectPublicKeyInfo(subjectPublicKeyInfo, out _);
        return key.VerifyData(data, signature, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
    }

    internal static VerificationKey Of(ECDsa key) => new(key);
}
