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

    /// <inheritdoc cref="LiteralSearch.Find"/>
    internal void Find(ReadOnlySpan<byte> text, int from, int to, List<LiteralHit> hits)
    {
        var at = from;
        if (!_any)
            return;
        for (; at + Together <= to && at + sizeof(ulong) <= text.Length; at += Together)
        {
            var bytes = BinaryPrimitives.ReadUInt64LittleEndian(text[at..]) | 0x2020202020202020;
            if (((_index.Bit((uint)bytes) | _index.Bit((uint)(bytes >> 16)) | _index.Bit((uint)(bytes >> 32))) & 1) == 0)
                continue;
            _index.Find(text, at, (uint)bytes, hits);
            _index.Find(text, at + Step, (uint)(bytes >> 16), hits);
            _index.Find(text, at + (2 * Step), (uint)(bytes >> 32), hits);
        }
        for (; at < to && at + sizeof(uint) <= text.Length; at += Step)
            _index.Find(text, at, WindowFilter.Fold(BinaryPrimitives.ReadUInt32LittleEndian(text[at..])), hits);
    }

    /// <summary>Where both windows are rarest.</summary>
    private static int Rarest(Literal literal)
    {
        var (best, least) = (0, double.MaxValue);
        for (var offset = 0; offset + Shortest <= literal.Text.Length; offset++)
        {
            var frequency = LiteralWindow.FrequencyOf(literal, offset) + LiteralWindow.FrequencyOf(literal, offset + 1);
            if (frequency < least)
                (best, least) = (offset, frequency);
        }
        return best;
    }
}
