namespace Postrun.Redaction.Literals;

/// <summary>The part of a literal that is looked for first: its rarest four bytes, or all three.</summary>
internal readonly struct LiteralWindow
{
    internal const int Longest = 4;

    private readonly Literal _literal;

    private LiteralWindow(Literal literal, int offset) => (_literal, Offset) = (literal, offset);

    /// <summary>Where it begins in the literal.</summary>
    internal int Offset { get; }

    internal int Length => Math.Min(_literal.Text.Length, Longest);

    internal static LiteralWindow Of(Literal literal)
    {
        var best = new LiteralWindow(literal, 0);
        for (var offset = 1; offset + best.Length <= literal.Text.Length; offset++)
            if (new LiteralWindow(literal, offset) is var next && next.Frequency < best.Frequency)
                best = next;
        return best;
    }

    /// <summary>The bytes that may stand at a place of the window: one, or a letter in both cases.</summary>
    internal (byte First, byte Second) BytesAt(int place)
    {
        var letter = (byte)_literal.Text[Offset + place];
        return _literal.IgnoreCase && char.IsAsciiLetter((char)letter) ? ((byte)(letter | 0x20), (byte)(letter & ~0x20)) : (letter, letter);
    }

    private double Frequency
    {
        get
        {
            var product = 1.0;
            for (var place = 0; place < Length; place++)
            {
                var (first, second) = BytesAt(place);
                product *= ByteFrequency.Of(first) + (first == second ? 0 : ByteFrequency.Of(second));
            }
            return product;
        }
    }
}
