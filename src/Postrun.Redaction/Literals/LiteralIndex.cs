using System.Runtime.CompilerServices;
using System.Text;

namespace Postrun.Redaction.Literals;

/// <summary>From the bytes of a window to the literals that have it there.</summary>
internal sealed class LiteralIndex
{
    private const int FilterBits = 16;
    private const uint ShortMask = 0x00FFFFFF;

    private readonly byte[][] _texts;
    private readonly Literal[] _literals;
    private readonly LiteralWindow[] _windows;
    private readonly int[] _next;
    private readonly Dictionary<uint, int> _first = [];
    private readonly ulong[] _filter = new ulong[1 << (FilterBits - 6)];
    private readonly bool _anyShort;

    internal LiteralIndex(IReadOnlyList<Literal> literals, IReadOnlyList<LiteralWindow> windows)
    {
        _literals = [.. literals];
        _windows = [.. windows];
        _texts = [.. literals.Select(static literal => Encoding.ASCII.GetBytes(literal.Text))];
        _next = new int[_literals.Length];
        for (var i = 0; i < _literals.Length; i++)
        {
            var key = Key(_windows[i]);
            _anyShort |= _windows[i].Length < LiteralWindow.Longest;
            _next[i] = _first.TryGetValue(key, out var first) ? first : -1;
            _first[key] = i;
            var bit = Hash(key);
            _filter[bit >> 6] |= 1UL << (int)(bit & 63);
        }
    }

    /// <summary>Whether a literal may have a window with these bytes: of those that have none, one in a hundred or fewer may.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool MayHold(uint window)
    {
        var folded = Fold(window);
        return IsSet(folded) || (_anyShort && IsSet(folded & ShortMask));
    }

    /// <summary>Adds the literals whose window begins at <paramref name="at"/> and holds these four bytes.</summary>
    internal void Add(ReadOnlySpan<byte> text, int at, uint window, List<LiteralHit> hits)
    {
        var folded = Fold(window);
        Add(text, at, folded, short.MaxValue, hits);
        if (_anyShort)
            Add(text, at, folded & ShortMask, LiteralWindow.Longest, hits);
    }

    private void Add(ReadOnlySpan<byte> text, int at, uint key, int below, List<LiteralHit> hits)
    {
        if (!_first.TryGetValue(key, out var index))
            return;
        for (; index >= 0; index = _next[index])
        {
            var start = at - _windows[index].Offset;
            var literal = _texts[index];
            if (_windows[index].Length < below && start >= 0 && start + literal.Length <= text.Length
                && Holds(text.Slice(start, literal.Length), literal, _literals[index].IgnoreCase))
                hits.Add(new(start, index));
        }
    }

    private static bool Holds(ReadOnlySpan<byte> text, ReadOnlySpan<byte> literal, bool ignoreCase) =>
        ignoreCase ? Ascii.EqualsIgnoreCase(text, literal) : text.SequenceEqual(literal);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool IsSet(uint key)
    {
        var bit = Hash(key);
        return (_filter[bit >> 6] >> (int)(bit & 63) & 1) != 0;
    }

    private static uint Hash(uint key) => key * 0x9E3779B1 >> (32 - FilterBits);

    /// <summary>Letters of both cases become one; other bytes may collide, and are compared later.</summary>
    private static uint Fold(uint window) => window | 0x20202020;

    private static uint Key(LiteralWindow window)
    {
        var key = 0u;
        for (var place = 0; place < window.Length; place++)
            key |= (uint)window.BytesAt(place).First << (8 * place);
        return window.Length == LiteralWindow.Longest ? Fold(key) : Fold(key) & ShortMask;
    }
}
