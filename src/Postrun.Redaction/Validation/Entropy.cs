namespace Postrun.Redaction.Validation;

/// <summary>How evenly a value uses its bytes (Shannon): 0 of one byte repeated, 4 at most of hexadecimal digits.</summary>
internal static class Entropy
{
    /// <summary>Bits per byte, by how often each byte occurs: at most the logarithm of the length.</summary>
    internal static double Of(ReadOnlySpan<byte> value)
    {
        Span<int> counts = stackalloc int[256];
        foreach (var each in value)
            counts[each]++;
        var bits = 0.0;
        foreach (var count in counts)
            if (count > 0)
                bits -= (double)count / value.Length * Math.Log2((double)count / value.Length);
        return bits;
    }
}
