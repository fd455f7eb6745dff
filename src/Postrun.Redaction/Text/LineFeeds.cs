using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Postrun.Redaction.Text;

/// <summary>Counts lines. The whole text goes through it: it has to take next to no time.</summary>
internal static class LineFeeds
{
    /// <summary>So many counts fit into a byte.</summary>
    private const int Together = byte.MaxValue;

    internal static long CountIn(ReadOnlySpan<byte> text)
    {
        var count = 0L;
        var at = 0;
        if (Avx2.IsSupported)
            while (text.Length - at >= Vector256<byte>.Count)
            {
                var end = at + (Math.Min(Together, (text.Length - at) / Vector256<byte>.Count) * Vector256<byte>.Count);
                var counts = Vector256<byte>.Zero;
                for (; at < end; at += Vector256<byte>.Count)
                    counts = Avx2.Subtract(counts, Avx2.CompareEqual(Vector256.Create(text[at..]), Vector256.Create((byte)'\n')));
                var sums = Avx2.SumAbsoluteDifferences(counts, Vector256<byte>.Zero).AsInt64();
                count += sums[0] + sums[1] + sums[2] + sums[3];
            }
        return count + text[at..].Count((byte)'\n');
    }
}
