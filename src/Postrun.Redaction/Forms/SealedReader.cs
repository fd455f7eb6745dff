using System.Security.Cryptography;
using System.Text;

namespace Postrun.Redaction.Forms;

/// <summary>Gives whoever has the key of the recipient the sealed values of a text back.</summary>
public sealed class SealedReader : IDisposable
{
    private const int Chunk = 256 * 1024;

    /// <summary>A value is at most a window of a candidate, its token a third more, and a header.</summary>
    private const int LongestLabel = 64 * 1024;

    private readonly ECDiffieHellman _recipient;

    private SealedReader(ECDiffieHellman recipient) => _recipient = recipient;

    /// <param name="pem">A private key over P-256, as PKCS #8 or SEC 1.</param>
    /// <exception cref="CryptographicException">It is no such key.</exception>
    public static SealedReader Of(string pem)
    {
        var recipient = ECDiffieHellman.Create();
        try
        {
            recipient.ImportFromPem(pem);
            // Throws where there is a public key only.
            CryptographicOperations.ZeroMemory(recipient.ExportParameters(includePrivateParameters: true).D);
            return new(recipient);
        }
        catch (Exception unfit) when (unfit is ArgumentException or CryptographicException)
        {
            recipient.Dispose();
            throw new CryptographicException("not the private key of a recipient over P-256", unfit);
        }
    }

    /// <summary>Copies a text with the values of this recipient in the place of their labels.</summary>
    /// <returns>How many values it gave back, and how many labels it left because they are sealed for another or were changed.</returns>
    /// <exception cref="IOException">A stream fails.</exception>
    public (long Revealed, long Left) Reveal(Stream input, Stream output, CancellationToken cancellation)
    {
        var buffer = new byte[Chunk + LongestLabel];
        var (filled, revealed, left) = (0, 0L, 0L);
        int read;
        do
        {
            cancellation.ThrowIfCancellationRequested();
            read = input.Read(buffer.AsSpan(filled));
            filled += read;
            var text = buffer.AsSpan(0, filled);
            while (text.IndexOf("["u8) is var at && at >= 0 && (read == 0 || text.Length - at >= LongestLabel))
            {
                output.Write(text[..at]);
                text = text[at..];
                var length = Labels.LengthOf(text, out var token);
                var value = length > 0 && token.End.Value > 0 ? Open(text[token]) : null;
                if (length > 0 && token.End.Value > 0)
                    (revealed, left) = value is null ? (revealed, left + 1) : (revealed + 1, left);
                output.Write(value ?? text[..Math.Max(1, length)]);
                text = text[Math.Max(1, length)..];
            }
            var kept = text.IndexOf("["u8) is var next && next >= 0 && read > 0 ? next : text.Length;
            output.Write(text[..kept]);
            filled = text.Length - kept;
            text[kept..].CopyTo(buffer);
        }
        while (read > 0);
        return (revealed, left);
    }

    public void Dispose() => _recipient.Dispose();

    private byte[]? Open(ReadOnlySpan<byte> token)
    {
        try
        {
            return Jwe.Decrypt(Encoding.ASCII.GetString(token), _recipient);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
