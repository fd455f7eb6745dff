namespace Postrun.Redaction.Validation;

/// <summary>How evenly a value uses its bytes (Shannon): 0 of one byte repeated, 4 at most of hexadecimal digits.</summary>
internal static class Entropy
{
    /// <summary>Bits per byte, by how often each byte occurs: at most the logarithm of the length.</summary>
    internal static double Of(ReadOnlySpan<byte> value)
    {
        Span<int> counts = stackalloc int[256];
        var total = 0;
        for (var i = 0; i < value.Length; i++)
        {
            // A label is seen as one byte over and over: it says nothing of what is beside it.
            if (i > 0 && value[i] >= 0x80 && value[i] == value[i - 1])
                continue;
            counts[value[i]]++;
            total++;
        }
        var bits = 0.0;
        foreach (var count in counts)
            if (count > 0)
                bits -= (double)count / total * Math.Log2((double)count / total);
        return bits;
    }
}
