using System.Security.Cryptography;

namespace Postrun.Redaction.Forms;

/// <summary>Encrypts values for a recipient, so that whoever has to look into it can: <c>[REDACTED:rule:0123456789abcdef:JWE]</c>.</summary>
public sealed class ValueSealer : IDisposable
{
    private readonly ECDiffieHellman _recipient;

    private ValueSealer(ECDiffieHellman recipient) => _recipient = recipient;

    /// <param name="pem">A public key over P-256, as SubjectPublicKeyInfo.</param>
    /// <exception cref="CryptographicException">It is no such key.</exception>
    public static ValueSealer Of(string pem)
    {
        var recipient = ECDiffieHellman.Create();
        try
        {
            recipient.ImportFromPem(pem);
            return recipient.KeySize == 256 ? new(recipient) : throw new CryptographicException("not a key over P-256");
        }
        catch (Exception unfit) when (unfit is ArgumentException or CryptographicException)
        {
            recipient.Dispose();
            throw new CryptographicException("not the public key of a recipient over P-256", unfit);
        }
    }

    public void Dispose() => _recipient.Dispose();

    /// <summary>The values of one text share a key.</summary>
    internal SealedText Begin() => new(Jwe.Agree(_recipient.PublicKey));
}
