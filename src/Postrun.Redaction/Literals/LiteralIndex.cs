using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Text;

namespace Postrun.Redaction.Literals;

/// <summary>From the bytes of a window to the literals that have them there.</summary>
internal sealed class LiteralIndex
{
    private const int Bits = 14;

    /// <summary>By what <see cref="LiteralWindow.Folded"/> says: a window of three bytes has none above them.</summary>
    private readonly Dictionary<uint, Entry[]> _entries;

    /// <summary>Whether there are windows of a hash: first of four bytes, then of three.</summary>
    private Flags _long, _short;

    internal LiteralIndex(IReadOnlyList<LiteralWindow> windows)
    {
        _entries = windows.Select(static (window, index) => (window.Folded, Entry: new Entry(window, index)))
            .GroupBy(static pair => pair.Folded, static pair => pair.Entry).ToDictionary(static same => same.Key, static same => same.ToArray());
        foreach (var window in windows)
        {
            if (window.Length == LiteralWindow.Longest)
                _long[(int)Hash(window.Folded)] = 1;
            else
                _short[(int)HashOfThree(window.Folded)] = 1;
        }
    }

    /// <summary>Keeps the places, at the beginning of the list, where a window may stand; says how many.</summary>
    internal int Keep(ReadOnlySpan<byte> text, Span<int> places)
    {
        var kept = 0;
        // No jump depends on what is found: it could not be foreseen.
        foreach (var at in places)
        {
            var window = LiteralWindow.Fold(Window(text, at));
            places[kept] = at;
            kept += _long[(int)Hash(window)] | _short[(int)HashOfThree(window)];
        }
        return kept;
    }

    /// <summary>Whether a window may stand at <paramref name="at"/>.</summary>
    internal bool MayStand(ReadOnlySpan<byte> text, int at)
    {
        var window = LiteralWindow.Fold(Window(text, at));
        return (_long[(int)Hash(window)] | _short[(int)HashOfThree(window)]) != 0;
    }

    /// <summary>Adds the literals of which the window stands at <paramref name="at"/>.</summary>
    internal void Find(ReadOnlySpan<byte> text, int at, List<LiteralHit> hits)
    {
        var window = LiteralWindow.Fold(Window(text, at));
        if (_long[(int)Hash(window)] != 0)
            Find(window, text, at, hits);
        if (_short[(int)HashOfThree(window)] != 0)
            Find(window & 0x00FFFFFF, text, at, hits);
    }

    private void Find(uint window, ReadOnlySpan<byte> text, int at, List<LiteralHit> hits)
    {
        if (!_entries.TryGetValue(window, out var entries))
            return;
        foreach (var entry in entries)
            if (entry.StandsAt(text, at - entry.Offset))
                hits.Add(new(at - entry.Offset, entry.Index));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Hash(uint folded) => folded * 0x9E3779B1 >> (32 - Bits);

    /// <summary>Of the three lowest bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint HashOfThree(uint folded) => Hash(folded << 8);

    /// <summary>Four bytes, the first in the lowest; zeros beyond the end.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Window(ReadOnlySpan<byte> text, int at) =>
        at <= text.Length - sizeof(uint) ? BinaryPrimitives.ReadUInt32LittleEndian(text[at..]) : LastWindow(text, at);

    private static uint LastWindow(ReadOnlySpan<byte> text, int at)
    {
        var window = 0u;
        for (var i = text.Length - 1; i >= at; i--)
            window = window << 8 | text[i];
        return window;
    }

    private sealed class Entry(LiteralWindow window, int index)
    {
        private readonly byte[] _text = Encoding.ASCII.GetBytes(window.Literal.Text);
        private readonly bool _ignoreCase = window.Literal.IgnoreCase;

        internal int Offset { get; } = window.Offset;

        internal int Index { get; } = index;

        internal bool StandsAt(ReadOnlySpan<byte> text, int start)
        {
            if (start < 0 || start + _text.Length > text.Length)
                return false;
            var found = text.Slice(start, _text.Length);
            return _ignoreCase ? Ascii.EqualsIgnoreCase(found, _text) : found.SequenceEqual(_text);
        }
    }

    /// <summary>As long as the numbers are, so that nothing has to be checked.</summary>
    [InlineArray(1 << Bits)]
    private struct Flags
    {
        private byte _first;
    }
}
