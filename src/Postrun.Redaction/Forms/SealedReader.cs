using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using Postrun.Redaction.Text;

namespace Postrun.Redaction.Forms;

/// <summary>Gives whoever has the key of the recipient the sealed values of a text back.</summary>
public sealed class SealedReader : IDisposable
{
    private const int Chunk = 256 * 1024;

    private readonly ECDiffieHellman _recipient;

    private SealedReader(ECDiffieHellman recipient) => _recipient = recipient;

    /// <param name="pem">A private key over P-256, as PKCS #8 or SEC 1, not encrypted.</param>
    /// <exception cref="CryptographicException">It is no such key.</exception>
    public static SealedReader Of(ReadOnlySpan<char> pem)
    {
        var recipient = ECDiffieHellman.Create();
        try
        {
            recipient.ImportFromPem(pem);
            // Throws where there is a public key only.
            CryptographicOperations.ZeroMemory(recipient.ExportParameters(includePrivateParameters: true).D);
            return recipient.KeySize == 256 ? new(recipient) : throw new CryptographicException("not a key over P-256");
        }
        catch (Exception unfit) when (unfit is ArgumentException or CryptographicException)
        {
            recipient.Dispose();
            throw new CryptographicException("not the private key of a recipient over P-256", unfit);
        }
    }

    /// <summary>Copies a text with the values of this recipient in the place of their labels; it is stored as the original was.</summary>
    /// <param name="live">The text comes from a pipe, whose beginning is not waited for.</param>
    /// <returns>
    /// How many values it gave back, and how many labels of sealed values it left as they are, because they are sealed for another, cut
    /// or changed.
    /// </returns>
    /// <exception cref="IOException">A stream fails.</exception>
    /// <exception cref="InvalidDataException">It is compressed, and damaged or not to be read in flat memory.</exception>
    public (long Revealed, long Left) Reveal(Stream input, Stream output, bool live, CancellationToken cancellation)
    {
        var counts = (0L, 0L);
        StoredText.Run(input, output, live, (text, copy) => counts = RevealExpanded(text, copy!, cancellation));
        return counts;
    }

    public void Dispose() => _recipient.Dispose();

    private (long Revealed, long Left) RevealExpanded(Stream input, Stream output, CancellationToken cancellation)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(Chunk + Labels.Longest);
        try
        {
            var (filled, revealed, left) = (0, 0L, 0L);
            int read;
            do
            {
                cancellation.ThrowIfCancellationRequested();
                read = input.Read(buffer.AsSpan(filled));
                filled += read;
                var text = buffer.AsSpan(0, filled);
                while (text.IndexOf(Labels.Opening) is var at && at >= 0 && (read == 0 || text.Length - at >= Labels.Longest))
                {
                    output.Write(text[..at]);
                    text = text[at..];
                    var length = Labels.LengthOf(text, out var token);
                    var value = length > 0 && token.End.Value > 0 ? Open(text[token]) : null;
                    if (value is not null)
                        revealed++;
                    else if (Labels.BeginsSealed(text))
                        left++;
                    length = Math.Max(length, Labels.Opening.Length);
                    output.Write(value ?? text[..length]);
                    CryptographicOperations.ZeroMemory(value);
                    text = text[length..];
                }
                var kept = read > 0 ? KeptOf(text) : 0;
                output.Write(text[..^kept]);
                output.Flush();
                text[^kept..].CopyTo(buffer);
                filled = kept;
            }
            while (read > 0);
            return (revealed, left);
        }
        finally
        {
            // What it holds is a text that may hold more than its labels.
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }
    }

    /// <summary>How much of the end of a text may be a label that goes on.</summary>
    private static int KeptOf(ReadOnlySpan<byte> text)
    {
        if (text.IndexOf(Labels.Opening) is var at && at >= 0)
            return text.Length - at;
        var kept = Math.Min(text.Length, Labels.Opening.Length - 1);
        while (!Labels.Opening.StartsWith(text[^kept..]))
            kept--;
        return kept;
    }

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
