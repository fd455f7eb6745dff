using System.Numerics;

namespace Postrun.Redaction.Literals;

/// <summary>
/// For each of the four places of a window, and for each value of the lower and the upper half of a byte: which of the 16 buckets
/// have a window with such a byte at that place. Where one bucket is left after all eight look-ups, one of its windows may stand.
/// </summary>
/// <remarks>The technique is that of Teddy in Hyperscan (Wang et al., NSDI 2019).</remarks>
internal sealed class NibbleTables
{
    internal const int Buckets = 16;

    private readonly ushort[] _low = new ushort[LiteralWindow.Longest * 16];
    private readonly ushort[] _high = new ushort[LiteralWindow.Longest * 16];

    internal NibbleTables(IEnumerable<LiteralWindow> windows)
    {
        var buckets = new Bucket[Buckets];
        for (var i = 0; i < Buckets; i++)
            buckets[i] = new();
        // Windows that share bytes go together, so that the tables of a bucket stay narrow.
        foreach (var window in windows)
            buckets.MinBy(bucket => bucket.CostOf(window))!.Add(window);
        for (var i = 0; i < Buckets; i++)
            buckets[i].Fill(_low, _high, (ushort)(1 << i));
    }

    /// <summary>For the lower half at a place: the buckets 0 to 7, or 8 to 15, as bytes.</summary>
    internal byte[] Low(int place, bool upperBuckets) => Bytes(_low, place, upperBuckets);

    /// <summary>The same for the upper half.</summary>
    internal byte[] High(int place, bool upperBuckets) => Bytes(_high, place, upperBuckets);

    /// <summary>The buckets that are left for the four bytes, the first of them in the lowest byte.</summary>
    internal int Match(uint window)
    {
        var buckets = 0xFFFF;
        for (var place = 0; place < LiteralWindow.Longest; place++, window >>= 8)
            buckets &= _low[(place * 16) + (int)(window & 15)] & _high[(place * 16) + (int)((window >> 4) & 15)];
        return buckets;
    }

    private static byte[] Bytes(ushort[] table, int place, bool upperBuckets)
    {
        var bytes = new byte[16];
        for (var i = 0; i < 16; i++)
            bytes[i] = (byte)(table[(place * 16) + i] >> (upperBuckets ? 8 : 0));
        return bytes;
    }

    /// <summary>The windows of one bucket, as far as its tables tell them apart.</summary>
    private sealed class Bucket
    {
        private readonly ushort[] _low = new ushort[LiteralWindow.Longest];
        private readonly ushort[] _high = new ushort[LiteralWindow.Longest];
        private double _cost;

        /// <summary>How much more often the bucket will let something pass with this window.</summary>
        internal double CostOf(LiteralWindow window)
        {
            var product = 1.0;
            for (var place = 0; place < LiteralWindow.Longest; place++)
            {
                var (low, high) = With(window, place);
                product *= Frequency(low, high) / 1000;
            }
            return product - _cost;
        }

        internal void Add(LiteralWindow window)
        {
            _cost += CostOf(window);
            for (var place = 0; place < LiteralWindow.Longest; place++)
                (_low[place], _high[place]) = With(window, place);
        }

        internal void Fill(ushort[] low, ushort[] high, ushort bucket)
        {
            for (var place = 0; place < LiteralWindow.Longest; place++)
                for (var nibble = 0; nibble < 16; nibble++)
                {
                    low[(place * 16) + nibble] |= (_low[place] >> nibble & 1) == 0 ? (ushort)0 : bucket;
                    high[(place * 16) + nibble] |= (_high[place] >> nibble & 1) == 0 ? (ushort)0 : bucket;
                }
        }

        private (ushort Low, ushort High) With(LiteralWindow window, int place)
        {
            if (place >= window.Length)
                return (0xFFFF, 0xFFFF);
            var (first, second) = window.BytesAt(place);
            return ((ushort)(_low[place] | 1 << (first & 15) | 1 << (second & 15)), (ushort)(_high[place] | 1 << (first >> 4) | 1 << (second >> 4)));
        }

        private static double Frequency(ushort low, ushort high)
        {
            if (low == 0xFFFF && high == 0xFFFF)
                return 1000;
            var sum = 0.0;
            for (var upper = (uint)high; upper != 0; upper &= upper - 1)
                for (var lower = (uint)low; lower != 0; lower &= lower - 1)
                    sum += ByteFrequency.Of((byte)(BitOperations.TrailingZeroCount(upper) << 4 | BitOperations.TrailingZeroCount(lower)));
            return sum;
        }
    }
}
