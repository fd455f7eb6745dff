using System.Buffers;
using System.Buffers.Text;
using Postrun.Redaction.Detection;
using Postrun.Redaction.Literals;

namespace Postrun.Redaction.Scanning;

/// <summary>Looks into what is encoded within a line: escapes of JSON and of URLs, and Base64, also within each other.</summary>
/// <remarks>Bounded: each takes at most a window, which decoding makes shorter, and they are at most <see cref="Deepest"/> deep.</remarks>
internal sealed class Encodings(RuleSet rules, SearchPath path, int depth)
{
    private const int Deepest = 3;

    /// <summary>How much of a line is looked into after an escape, and how far a further escape must be to be looked into by itself.</summary>
    private const int EscapedWindow = 4096;
    private const int EscapedStep = 3072;

    /// <summary>What this many characters of Base64 stand for tells text from the rest.</summary>
    private const int FirstLook = 32;

    /// <summary>Lines of PEM have 64 signs, and those of mail 76.</summary>
    private const int ShortestWrapped = 60;
    private const int LongestWrapped = 76;

    private readonly List<RawHit> _found = [];
    private BlockScanner? _inner;
    private byte[] _decoded = [];
    private int[] _places = [];
    private long _origin;
    private long _escapedUntil;

    /// <summary>The bytes at hand begin elsewhere in the stream.</summary>
    internal void MoveTo(long origin) => _origin = origin;

    /// <summary>Another text begins.</summary>
    internal void Restart() => _escapedUntil = 0;

    /// <inheritdoc cref="BlockScanner.Forget"/>
    internal void Forget()
    {
        _decoded.AsSpan().Clear();
        _inner?.Forget();
    }

    /// <summary>Adds what is found in the line around an escape and is not there without it.</summary>
    internal void FindEscaped(in Candidate candidate, int at, List<RawHit> hits)
    {
        if (depth >= Deepest || _origin + at < _escapedUntil)
            return;
        var text = candidate.Text[..Math.Min(candidate.Text.Length, candidate.At + EscapedWindow)];
        _escapedUntil = _origin + at + (text.Length < candidate.Text.Length ? EscapedStep : text.Length - candidate.At);
        Prepare(text.Length);
        var count = Escapes.Decode(text, _decoded, _places);
        var offset = at - candidate.At;
        foreach (var hit in FindIn(_decoded.AsSpan(0, count)))
        {
            var (start, end) = PlaceOf(hit, text, _places);
            // Without an escape in it, or within reach before it, it was found as it stands; at the ends of a part of a line it may be cut.
            var from = Math.Max(0, hit.Start - Candidate.Before);
            var escaped = end - start > hit.Length || start - (from == 0 ? 0 : _places[from]) > hit.Start - from;
            var cut = (hit.Start == 0 && candidate.At >= Candidate.Before) || (hit.End == count && text.Length < candidate.Text.Length);
            if (escaped && !cut)
                hits.Add(hit with { Start = offset + start, Length = end - start });
        }
    }

    /// <summary>Adds what is found in Base64: the finding is all of it.</summary>
    internal void FindBase64(in Candidate candidate, int at, List<RawHit> hits)
    {
        if (depth >= Deepest)
            return;
        var text = candidate.Text[candidate.At..];
        var length = LengthOfWrapped(text, LengthOfRun(text));
        Prepare(length + 4);
        var decoded = Decode(text[..length]);
        if (decoded.IsEmpty || FindIn(decoded) is not [var best, ..] found)
            return;
        foreach (var hit in found)
            best = rules.IsBetter(hit, best) ? hit : best;
        while (PaddingLength(text[length..]) is > 0 and var padding)
            length += padding;
        hits.Add(best with { Start = at, Length = length });
    }

    private List<RawHit> FindIn(ReadOnlySpan<byte> text)
    {
        _inner ??= new(rules, path, depth + 1);
        _inner.Restart();
        _found.Clear();
        _inner.Find(text, 0, 0, text.Length, _found);
        return _found;
    }

    /// <summary>What the run stands for, of either alphabet; nothing where its beginning is no text.</summary>
    private ReadOnlySpan<byte> Decode(ReadOnlySpan<byte> run)
    {
        var start = DecodeInPlace(run[..Math.Min(run.Length, FirstLook)]);
        return LooksLikeText(start) ? DecodeInPlace(run) : [];
    }

    private ReadOnlySpan<byte> DecodeInPlace(ReadOnlySpan<byte> run)
    {
        var count = Unwrap(run, _decoded);
        var length = count % 4 == 1 ? count - 1 : count;
        var padded = _decoded.AsSpan(0, (length + 3) / 4 * 4);
        // Zeros, and not padding: before it, bits that say nothing would have to be zero.
        padded[length..].Fill((byte)'A');
        padded.Replace((byte)'-', (byte)'+');
        padded.Replace((byte)'_', (byte)'/');
        return Base64.DecodeFromUtf8InPlace(padded, out var bytes) == OperationStatus.Done ? _decoded.AsSpan(0, Math.Min(bytes, length * 3 / 4)) : [];
    }

    private static bool LooksLikeText(ReadOnlySpan<byte> text)
    {
        foreach (var value in text)
            if (value is < 0x20 or 0x7F and not ((byte)'\t' or (byte)'\n' or (byte)'\r'))
                return false;
        return !text.IsEmpty && text.IndexOfAnyInRange((byte)0x80, (byte)0xFF) < 0;
    }

    /// <summary>From the first to the last byte of the value, and nothing of what is not seen around it.</summary>
    private static (int Start, int End) PlaceOf(RawHit hit, ReadOnlySpan<byte> text, ReadOnlySpan<int> places)
    {
        var last = places[hit.End - 1];
        return (places[hit.Start], last + Escapes.LengthAt(text[last..]));
    }

    /// <summary>How long the sign of padding is that stands here, as it is or escaped; 0 where there is none.</summary>
    private static int PaddingLength(ReadOnlySpan<byte> text) => text.StartsWith("="u8) ? 1
        : text.StartsWith("%3D"u8) || text.StartsWith("%3d"u8) ? 3
        : text.StartsWith("\\u003d"u8) || text.StartsWith("\\u003D"u8) ? 6
        : 0;

    /// <summary>Of Base64 that is wrapped (RFC 2045), in a string that escapes its line feeds: all lines are as long as the first, but for the last.</summary>
    private static int LengthOfWrapped(ReadOnlySpan<byte> text, int first)
    {
        var length = first;
        if (first is < ShortestWrapped or > LongestWrapped || first % 4 != 0)
            return length;
        while (BreakLength(text[length..]) is > 0 and var mark)
        {
            var next = LengthOfRun(text[(length + mark)..]);
            var padding = next < first && text[(length + mark + next)..].StartsWith("="u8) ? 4 - (next % 4) : 0;
            if (next == 0 || next > first || (next + padding) % 4 != 0)
                break;
            length += mark + next;
            if (next < first)
                break;
        }
        return length;
    }

    /// <summary>A line feed, with or without a carriage return, as a string escapes it; 0 where there is none.</summary>
    private static int BreakLength(ReadOnlySpan<byte> text)
    {
        var end = 0;
        while (end + 1 < text.Length && text[end] == '\\' && text[end + 1] is (byte)'n' or (byte)'r' && end < 4)
            end += 2;
        return end;
    }

    /// <summary>Copies the signs without the breaks between them.</summary>
    private static int Unwrap(ReadOnlySpan<byte> run, Span<byte> signs)
    {
        var count = 0;
        while (!run.IsEmpty)
        {
            var length = LengthOfRun(run);
            run[..length].CopyTo(signs[count..]);
            count += length;
            run = run[length..];
            run = run[BreakLength(run)..];
        }
        return count;
    }

    private static int LengthOfRun(ReadOnlySpan<byte> text)
    {
        var length = 0;
        while (length < text.Length && (char.IsAsciiLetterOrDigit((char)text[length]) || text[length] is (byte)'+' or (byte)'/' or (byte)'-' or (byte)'_'))
            length++;
        return length;
    }

    private void Prepare(int length)
    {
        if (_decoded.Length >= length)
            return;
        _decoded.AsSpan().Clear();
        // Pinned: what the collector moves, it leaves behind where it was.
        (_decoded, _places) = (GC.AllocateArray<byte>(length, pinned: true), new int[length]);
    }
}
