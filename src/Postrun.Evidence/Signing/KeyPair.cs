using System.Security.Cryptography;

namespace Postrun.Evidence;

/// <summary>A new signing key, to be written down once.</summary>
public sealed class KeyPair : IDisposable
{
    // OWASP's figure for PBKDF2 with HMAC-SHA-256 (Password Storage Cheat Sheet, 2023).
    private const int Iterations = 600_000;

    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    private KeyPair() => PublicPem = VerificationKey.Of(key).Pem;

    public static KeyPair Generate() => new();

    public string PublicPem { get; }

    /// <summary>PKCS#8 under PBES2: PBKDF2 with HMAC-SHA-256 and AES-256-CBC; OpenSSL reads it. Ends with a line feed.</summary>
    /// <param name="passphrase">Not empty.</param>
    public string ExportEncryptedPem(ReadOnlySpan<char> passphrase)
    {
        if (passphrase.IsEmpty)
            throw new ArgumentException("an empty passphrase protects nothing", nameof(passphrase));
        return key.ExportEncryptedPkcs8PrivateKeyPem(
            passphrase, new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, Iterations)) + "\n";
    }

    /// <summary>PKCS#8 in clear, for a secret store that encrypts by itself. Ends with a line feed.</summary>
    public string ExportClearPem() => key.ExportPkcs8PrivateKeyPem() + "\n";

    public void Dispose() => key.Dispose();
}
