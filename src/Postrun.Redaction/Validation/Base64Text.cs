using System.Buffers;
using System.Buffers.Text;

namespace Postrun.Redaction.Validation;

/// <summary>Looks into text of Base64, of either alphabet, with or without its padding.</summary>
internal static class Base64Text
{
    /// <summary>As much as a header, or a pair of name and password, ever takes.</summary>
    private const int Longest = 4096;

    /// <summary>How many bytes of the alphabets the value begins with.</summary>
    internal static int Run(ReadOnlySpan<byte> value)
    {
        var end = 0;
        while (end < value.Length && (char.IsAsciiLetterOrDigit((char)value[end]) || value[end] is (byte)'+' or (byte)'/' or (byte)'-' or (byte)'_'))
            end++;
        return end;
    }

    /// <summary>Whether the value, decoded, is printable text with a colon that is neither its first nor its last byte.</summary>
    internal static bool HoldsPair(ReadOnlySpan<byte> value)
    {
        Span<byte> decoded = stackalloc byte[Longest];
        if (!TryDecode(value, decoded, out var length))
            return false;
        var text = decoded[..length];
        return text.IndexOf((byte)':') is var colon && colon > 0 && colon < length - 1 && text.IndexOfAnyExceptInRange((byte)' ', (byte)'~') < 0;
    }

    /// <summary>Whether the value, decoded, holds a text.</summary>
    internal static bool Holds(ReadOnlySpan<byte> value, ReadOnlySpan<byte> text)
    {
        Span<byte> decoded = stackalloc byte[Longest];
        return TryDecode(value, decoded, out var length) && decoded[..length].IndexOf(text) >= 0;
    }

    private static bool TryDecode(ReadOnlySpan<byte> value, Span<byte> decoded, out int length)
    {
        length = 0;
        value = value.TrimEnd((byte)'=');
        if (value.IsEmpty || value.Length > Longest || value.Length % 4 == 1)
            return false;
        Span<byte> url = stackalloc byte[Longest];
        value.CopyTo(url);
        url = url[..value.Length];
        url.Replace((byte)'+', (byte)'-');
        url.Replace((byte)'/', (byte)'_');
        return Base64Url.DecodeFromUtf8(url, decoded, out _, out length) == OperationStatus.Done;
    }
}
