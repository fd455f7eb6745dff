using Postrun.Redaction.Detection;

namespace Postrun.Redaction.Scanning;

/// <summary>The part of its line that a candidate may see. Remembers where lines end: a long one is not searched again for each candidate.</summary>
internal struct LineView
{
    private int _clearFrom;
    private int _clearUntil;
    private int _end;

    /// <summary>Forgets everything: the bytes are others.</summary>
    internal void Reset() => (_clearFrom, _clearUntil, _end) = (0, 0, -1);

    internal Candidate At(ReadOnlySpan<byte> text, int at, int length)
    {
        var from = Math.Max(0, at - Candidate.Before);
        var start = from + text[from..at].LastIndexOfAny((byte)'\n', (byte)'\r') + 1;
        var end = EndOf(text, at, Math.Min(text.Length, at + Candidate.After));
        return new(text[start..end], at - start, length);
    }

    /// <summary>The first end of a line from <paramref name="at"/> on, or the limit.</summary>
    internal int EndOf(ReadOnlySpan<byte> text, int at, int limit)
    {
        if (at < _clearFrom || at > _clearUntil)
            (_clearFrom, _clearUntil, _end) = (at, at, -1);
        if (_end < 0 && _clearUntil < limit)
        {
            var found = text[_clearUntil..limit].IndexOfAny((byte)'\n', (byte)'\r');
            (_end, _clearUntil) = found < 0 ? (-1, limit) : (_clearUntil + found, _clearUntil + found);
        }
        return _end < 0 ? limit : Math.Min(_end, limit);
    }
}
