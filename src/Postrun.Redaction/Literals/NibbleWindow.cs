namespace Postrun.Redaction.Literals;

/// <summary>Which lower and which upper halves of bytes may stand at each of four places: 16 bits a place, the first the lowest.</summary>
internal readonly record struct NibbleWindow(ulong Low, ulong High)
{
    /// <summary>Behind a short window anything may stand.</summary>
    internal static NibbleWindow Of(LiteralWindow window)
    {
        var (low, high) = (0UL, 0UL);
        for (var place = 0; place < LiteralWindow.Longest; place++)
        {
            if (place >= window.Length)
            {
                low |= 0xFFFFUL << (16 * place);
                high |= 0xFFFFUL << (16 * place);
                continue;
            }
            var (first, second) = window.BytesAt(place);
            low |= (1UL << (first & 15) | 1UL << (second & 15)) << (16 * place);
            high |= (1UL << (first >> 4) | 1UL << (second >> 4)) << (16 * place);
        }
        return new(low, high);
    }

    /// <summary>All halves of bytes.</summary>
    internal const uint Any = 0xFFFF;

    /// <summary>Of the lower half at places 0 to 3, and of the upper half at places 4 to 7: one bit a value.</summary>
    internal uint HalvesAt(int half) => (uint)((half < LiteralWindow.Longest ? Low : High) >> (16 * half)) & Any;

    internal NibbleWindow Without(NibbleWindow other) => new(Low & ~other.Low, High & ~other.High);

    internal NibbleWindow With(NibbleWindow other) => new(Low | other.Low, High | other.High);

    internal void Fill(ushort[] low, ushort[] high, ushort bucket)
    {
        for (var i = 0; i < low.Length; i++)
        {
            low[i] |= (Low >> i & 1) == 0 ? (ushort)0 : bucket;
            high[i] |= (High >> i & 1) == 0 ? (ushort)0 : bucket;
        }
    }
}
