namespace Postrun.Redaction.Forms;

/// <summary>Encrypts the values of one text.</summary>
internal sealed class SealedText((string Header, byte[] Key) agreed)
{
    internal string Encrypt(ReadOnlySpan<byte> value) => Jwe.Encrypt(agreed.Header, agreed.Key, value);
}
