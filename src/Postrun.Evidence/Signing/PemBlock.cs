using System.Security.Cryptography;

namespace Postrun.Evidence;

internal static class PemBlock
{
    /// <summary>The first block whose label is wanted; what stands before it, such as <c>EC PARAMETERS</c>, is passed over.</summary>
    public static (string Label, byte[] Der)? Find(ReadOnlySpan<char> text, Func<string, bool> wanted)
    {
        while (PemEncoding.TryFind(text, out var fields))
        {
            var label = text[fields.Label].ToString();
            if (wanted(label))
            {
                var der = new byte[fields.DecodedDataLength];
                return Convert.TryFromBase64Chars(text[fields.Base64Data], der, out _) ? (label, der) : null;
            }
            text = text[fields.Location.End..];
        }
        return null;
    }
}
