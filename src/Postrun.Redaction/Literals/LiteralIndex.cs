using System.Runtime.CompilerServices;
using System.Text;

namespace Postrun.Redaction.Literals;

/// <summary>From four bytes to the literals that have them at a certain place.</summary>
internal sealed class LiteralIndex
{
    private readonly WindowFilter _filter = new();
    private readonly Dictionary<uint, List<Entry>> _entries = [];

    internal bool IsEmpty => _entries.Count == 0;

    /// <summary>Of a literal of three bytes the window ends with <c>0xFF</c>.</summary>
    internal void Add(IndexedLiteral literal, int offset)
    {
        var length = Math.Min(LiteralWindow.Longest, literal.Text.Length - offset);
        var text = Encoding.ASCII.GetBytes(literal.Text);
        var key = 0u;
        for (var place = 0; place < length; place++)
            key |= (uint)text[offset + place] << (8 * place);
        key = WindowFilter.Fold(key) | (length < LiteralWindow.Longest ? 0xFF000000 : 0);
        _filter.Add(key);
        if (!_entries.TryGetValue(key, out var list))
            _entries[key] = list = [];
        list.Add(new(text, offset, literal.Literal.IgnoreCase, literal.Index));
    }

    /// <inheritdoc cref="WindowFilter.MayHold"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal uint MayHold(uint folded) => _filter.MayHold(folded);

    /// <inheritdoc cref="WindowFilter.Holds"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool Holds(uint folded) => _filter.Holds(folded);

    /// <summary>Adds the literals that have the four bytes at <paramref name="at"/> where they were put in.</summary>
    internal void Find(ReadOnlySpan<byte> text, int at, uint folded, List<LiteralHit> hits)
    {
        if (!_entries.TryGetValue(folded, out var entries))
            return;
        foreach (var entry in entries)
            if (entry.StandsAt(text, at - entry.Offset))
                hits.Add(new(at - entry.Offset, entry.Index));
    }

    private sealed record Entry(byte[] Text, int Offset, bool IgnoreCase, int Index)
    {
        internal bool StandsAt(ReadOnlySpan<byte> text, int start)
        {
            if (start < 0 || start + Text.Length > text.Length)
                return false;
            var found = text.Slice(start, Text.Length);
            return IgnoreCase ? Ascii.EqualsIgnoreCase(found, Text) : found.SequenceEqual(Text);
        }
    }
}
