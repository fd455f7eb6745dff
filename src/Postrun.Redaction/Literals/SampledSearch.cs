using System.Buffers.Binary;

namespace Postrun.Redaction.Literals;

/// <summary>Finds literals that are so long that four bytes of them begin at every fourth place, wherever they stand.</summary>
internal sealed class SampledSearch
{
    private const int Step = LiteralWindow.Longest;

    /// <summary>The shortest literal that it finds.</summary>
    private const int Shortest = LiteralWindow.Longest + Step - 1;

    /// <summary>How much is looked at before it is asked whether there was anything.</summary>
    private const int Together = 4 * Step;

    private readonly LiteralIndex _index = new();

    /// <summary>Whether the literal is long enough, and not only in words of every log.</summary>
    internal static bool Takes(Literal literal) => literal.Text.Length >= Shortest && Frequency(literal, Rarest(literal)) < OrdinaryText.Common;

    internal void Add(IndexedLiteral literal)
    {
        var offset = Rarest(literal.Literal);
        for (var i = 0; i < Step; i++)
            _index.Add(literal, offset + i);
    }

    /// <inheritdoc cref="LiteralSearch.Find"/>
    internal void Find(ReadOnlySpan<byte> text, int from, int to, List<LiteralHit> hits)
    {
        if (_index.IsEmpty)
            return;
        var at = from;
        for (; at + Together <= to && at + Together <= text.Length; at += Together)
        {
            var (low, high) = (Fold(text, at), Fold(text, at + sizeof(ulong)));
            if (((_index.MayHold((uint)low) | _index.MayHold((uint)(low >> 32)) | _index.MayHold((uint)high) | _index.MayHold((uint)(high >> 32))) & 1) == 0)
                continue;
            Look(text, at, (uint)low, hits);
            Look(text, at + Step, (uint)(low >> 32), hits);
            Look(text, at + (2 * Step), (uint)high, hits);
            Look(text, at + (3 * Step), (uint)(high >> 32), hits);
        }
        for (; at < to && at + sizeof(uint) <= text.Length; at += Step)
            Look(text, at, WindowFilter.Fold(BinaryPrimitives.ReadUInt32LittleEndian(text[at..])), hits);
    }

    private static ulong Fold(ReadOnlySpan<byte> text, int at) => BinaryPrimitives.ReadUInt64LittleEndian(text[at..]) | 0x2020202020202020;

    private void Look(ReadOnlySpan<byte> text, int at, uint folded, List<LiteralHit> hits)
    {
        if (_index.Holds(folded))
            _index.Find(text, at, folded, hits);
    }

    /// <summary>Where all windows are rarest.</summary>
    private static int Rarest(Literal literal) => Enumerable.Range(0, literal.Text.Length - Shortest + 1).MinBy(offset => Frequency(literal, offset));

    private static double Frequency(Literal literal, int offset) => Enumerable.Range(offset, Step).Sum(window => LiteralWindow.FrequencyOf(literal, window));
}
