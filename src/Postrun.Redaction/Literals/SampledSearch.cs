using System.Buffers.Binary;

namespace Postrun.Redaction.Literals;

/// <summary>Finds literals that are so long that four bytes of them begin at an even place, wherever they stand.</summary>
internal sealed class SampledSearch
{
    /// <summary>The shortest literal: two windows of four bytes that begin one after the other.</summary>
    internal const int Shortest = LiteralWindow.Longest + Step - 1;

    private const int Step = 2;

    /// <summary>So many windows begin in eight bytes.</summary>
    private const int Together = 3 * Step;

    private readonly LiteralIndex _index = new();
    private readonly bool _any;

    internal SampledSearch(IReadOnlyList<IndexedLiteral> literals)
    {
        foreach (var literal in literals)
        {
            _any = true;
            var offset = Rarest(literal.Literal);
            for (var i = 0; i < Step; i++)
                _index.Add(literal, offset + i);
        }
    }

    /// <summary>Whether the literal is long enough, and not only in words of every log.</summary>
    internal static bool Takes(Literal literal) => literal.Text.Length >= Shortest && Rarity(literal, Rarest(literal)) < OrdinaryText.Common;

    /// <inheritdoc cref="LiteralSearch.Find"/>
    internal void Find(ReadOnlySpan<byte> text, int from, int to, List<LiteralHit> hits)
    {
        var at = from;
        if (!_any)
            return;
        for (; at + Together <= to && at + sizeof(ulong) <= text.Length; at += Together)
        {
            var bytes = BinaryPrimitives.ReadUInt64LittleEndian(text[at..]) | 0x2020202020202020;
            if ((_index.MayHold((uint)bytes) | _index.MayHold((uint)(bytes >> 16)) | _index.MayHold((uint)(bytes >> 32))) == 0)
                continue;
            Look(text, at, (uint)bytes, hits);
            Look(text, at + Step, (uint)(bytes >> 16), hits);
            Look(text, at + (2 * Step), (uint)(bytes >> 32), hits);
        }
        for (; at < to && at + sizeof(uint) <= text.Length; at += Step)
            Look(text, at, WindowFilter.Fold(BinaryPrimitives.ReadUInt32LittleEndian(text[at..])), hits);
    }

    private void Look(ReadOnlySpan<byte> text, int at, uint folded, List<LiteralHit> hits)
    {
        if (_index.MayHold(folded) != 0)
            _index.Find(text, at, folded, hits);
    }

    /// <summary>Where both windows are rarest.</summary>
    private static int Rarest(Literal literal) =>
        Enumerable.Range(0, literal.Text.Length - Shortest + 1).MinBy(offset => Rarity(literal, offset));

    private static double Rarity(Literal literal, int offset) =>
        LiteralWindow.FrequencyOf(literal, offset) + LiteralWindow.FrequencyOf(literal, offset + 1);
}
