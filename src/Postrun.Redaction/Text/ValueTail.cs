using Postrun.Redaction.Detection;

namespace Postrun.Redaction.Text;

/// <summary>Follows a value beyond what its rule saw of it, so that nothing of a long one stays behind what stands for it.</summary>
internal sealed class ValueTail
{
    /// <summary>What is shorter was seen to its end: a value begins behind the literal that led to it.</summary>
    private const int ShortestCut = Candidate.After - 512;

    /// <summary>Dots and colons at the end of a bare value are taken for those of the sentence around it.</summary>
    private const int MostTrimmed = 16;

    private byte _quote;
    private bool _isEscaped;
    private bool _skips;

    /// <summary>What comes next may belong to the value.</summary>
    internal bool IsOpen { get; private set; }

    /// <param name="before">What stands before the value.</param>
    /// <param name="length">How long what was replaced of it is.</param>
    internal void Open(ReadOnlySpan<byte> before, int length)
    {
        var isCut = length >= ShortestCut;
        IsOpen = isCut || length is >= NamedText.LongestBare - MostTrimmed and <= NamedText.LongestBare;
        _quote = isCut && before is [.., (byte)'"' or (byte)'\'' or (byte)'`'] ? before[^1] : default;
        _isEscaped = _quote != default && before is [.., (byte)'\\', _];
        _skips = false;
    }

    /// <summary>How many of the first <paramref name="count"/> bytes belong to the value; where it is not all, it has ended.</summary>
    /// <param name="text">From where the last look ended, as far as it is known.</param>
    internal int Take(ReadOnlySpan<byte> text, int count)
    {
        var taken = _quote == default ? text[..count].IndexOfAny(NamedText.BareEnds) : EndOfQuoted(text, count);
        IsOpen = taken < 0;
        return IsOpen ? count : taken;
    }

    private int EndOfQuoted(ReadOnlySpan<byte> text, int count)
    {
        for (var at = 0; at < count; at++)
        {
            if (text[at] is (byte)'\n' or (byte)'\r')
                return at;
            if (_skips)
            {
                _skips = false;
                continue;
            }
            // An escaped mark closes what an escaped mark has opened; otherwise it is part of the value.
            if (text[at] == _quote || _isEscaped && text[at] == '\\' && at + 1 < text.Length && text[at + 1] == _quote)
                return at;
            _skips = text[at] == '\\';
        }
        return -1;
    }
}
