using System.Security.Cryptography;

namespace Postrun.Evidence;

/// <summary>The private key that signs evidence: ECDSA on P-256.</summary>
public sealed class SigningKey : IDisposable
{
    private readonly ECDsa key;

    private SigningKey(ECDsa key)
    {
        this.key = key;
        PublicKey = VerificationKey.Of(key);
    }

    public VerificationKey PublicKey { get; }

    /// <summary>
    /// Reads <c>ENCRYPTED PRIVATE KEY</c> and <c>PRIVATE KEY</c> (PKCS#8), and <c>EC PRIVATE KEY</c> (SEC 1).
    /// </summary>
    /// <param name="passphrase">Needed for the encrypted form; empty: none was given.</param>
    /// <exception cref="KeyException">not such a key, another curve, or a wrong passphrase</exception>
    public static SigningKey FromPem(ReadOnlySpan<char> pem, ReadOnlySpan<char> passphrase)
    {
        var (label, der) = PemBlock.Find(pem, l => l.EndsWith("PRIVATE KEY", StringComparison.Ordinal))
            ?? throw new KeyException("no private key: expected a PEM block 'ENCRYPTED PRIVATE KEY', 'PRIVATE KEY' or 'EC PRIVATE KEY'");
        var key = ECDsa.Create();
        try
        {
            Import(key, label, der, passphrase);
            EcCurve.RequireP256(key);
            return new(key);
        }
        catch
        {
            key.Dispose();
            throw;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(der);
        }
    }

    /// <summary>A signature over the SHA-256 of <paramref name="data"/>, in DER (RFC 3279), as Sigstore writes it.</summary>
    public byte[] Sign(ReadOnlySpan<byte> data) =>
        key.SignData(data, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);

    public void Dispose() => key.Dispose();

    private static void Import(ECDsa key, string label, byte[] der, ReadOnlySpan<char> passphrase)
    {
        try
        {
            switch (label)
            {
                case "ENCRYPTED PRIVATE KEY" when passphrase.IsEmpty:
                    throw new KeyException("the private key is encrypted and no passphrase was given");
                case "ENCRYPTED PRIVATE KEY":
                    key.ImportEncryptedPkcs8PrivateKey(passphrase, der, out _);
                    break;
                case "PRIVATE KEY":
                    key.ImportPkcs8PrivateKey(der, out _);
                    break;
                case "EC PRIVATE KEY":
                    key.ImportECPrivateKey(der, out _);
                    break;
                default:
                    throw new KeyException($"'{label}' is not supported: convert the key to PKCS#8, such as with 'openssl pkcs8 -topk8'");
            }
        }
        catch (Exception e) when (e is CryptographicException or PlatformNotSupportedException or ArgumentException)
        {
            throw new KeyException(
                IsAnotherAlgorithm(label, der, passphrase) ? "the private key is not an ECDSA P-256 key"
                : label == "ENCRYPTED PRIVATE KEY" ? "the passphrase does not open the private key, or the key is damaged"
                : "the private key is damaged or not an ECDSA P-256 key");
        }
    }

    private static bool IsAnotherAlgorithm(string label, byte[] der, ReadOnlySpan<char> passphrase)
    {
        using var rsa = RSA.Create();
        try
        {
            if (label == "ENCRYPTED PRIVATE KEY")
                rsa.ImportEncryptedPkcs8PrivateKey(passphrase, der, out _);
            else
                rsa.ImportPkcs8PrivateKey(der, out _);
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
