namespace Postrun.Redaction.Validation;

/// <summary>The digits <c>0-9A-Za-z</c>.</summary>
internal static class Base62
{
    private static ReadOnlySpan<byte> Digits => "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"u8;

    /// <summary>Writes a number, filled with zeros from the left.</summary>
    internal static void Write(uint number, Span<byte> digits)
    {
        for (var i = digits.Length - 1; i >= 0; i--, number /= 62)
            digits[i] = Digits[(int)(number % 62)];
    }
}
