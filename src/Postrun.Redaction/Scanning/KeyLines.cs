using Postrun.Redaction.Validation;

namespace Postrun.Redaction.Scanning;

/// <summary>What a line within a private key is.</summary>
internal enum KeyLineKind
{
    /// <summary>It holds Base64 of the key.</summary>
    Body,

    /// <summary>None of the key, which may go on behind it: empty, a header, a line of somebody else.</summary>
    Other,

    /// <summary>The end of the key, or one line of others too many.</summary>
    End,
}

/// <summary>
/// Follows the lines of a private key. Each may have something before and behind its Base64: the time of a log, a record of JSON, a
/// colour, quotation marks.
/// </summary>
internal struct KeyLines
{
    /// <summary>So many lines of others in a row are no longer an interruption.</summary>
    private const int MostOthers = 8;

    /// <summary>A shorter word counts only where what is around it is as it was around the line before.</summary>
    private const int ShortestAnywhere = 32;

    private const double MostWords = 0.6;

    private Surroundings _opening;
    private Surroundings _last;
    private int _others;

    /// <summary>Whether a line of the body has been read.</summary>
    internal bool HasBody { get; private set; }

    /// <summary>A key is opened on the line that has this before and behind its title.</summary>
    internal static KeyLines OpenedBetween(ReadOnlySpan<byte> before, ReadOnlySpan<byte> behind)
    {
        var opening = new Surroundings(Skeleton.Of(before), FirstOf(behind));
        return new() { _opening = opening, _last = opening };
    }

    /// <param name="value">Where the Base64 is, if it is a line of the body.</param>
    internal KeyLineKind Read(ReadOnlySpan<byte> line, out Range value)
    {
        value = default;
        if (line.IndexOf(KeyBlock.Ending) >= 0)
            return KeyLineKind.End;
        var alone = KeyBlock.AloneIn(line);
        if (!line[alone].IsEmpty && (_others == 0 || IsDrawn(line[alone])))
            value = alone;
        else if (KeyBlock.IsHeader(line))
            return KeyLineKind.Other;
        else if (!TryFind(line, out value))
            return ++_others > MostOthers ? KeyLineKind.End : KeyLineKind.Other;
        _others = 0;
        HasBody = true;
        return KeyLineKind.Body;
    }

    /// <summary>The Base64 of the line that can be a part of the key: of several that are long all, and what is between them; else the longest.</summary>
    private bool TryFind(ReadOnlySpan<byte> line, out Range value)
    {
        value = default;
        var (best, around) = (0, _last);
        var (first, last) = (0, 0);
        var skeleton = default(Skeleton);
        for (var at = 0; at < line.Length;)
        {
            if (ControlSequence.LengthAt(line[at..]) is > 0 and var unseen)
            {
                at += unseen;
                continue;
            }
            var (end, signs) = (at, 0);
            for (; end < line.Length && LengthOfBase64(line[end..]) is > 0 and var length; signs++)
                end += length;
            var run = line[at..end];
            if (run.Length > best || run.Length >= ShortestAnywhere)
            {
                var here = new Surroundings(skeleton, FirstOf(line[end..]));
                if (MayBePart(run, signs, here == _opening || here == _last))
                {
                    (first, last) = (Math.Min(run.Length, best) >= ShortestAnywhere ? first : at, end);
                    (best, around) = run.Length > best ? (run.Length, here) : (best, around);
                }
            }
            // An escape of a line feed is no letter.
            end = run.IsEmpty ? at + (line[at] == '\\' && at + 1 < line.Length && line[at + 1] is (byte)'n' or (byte)'r' or (byte)'t' ? 2 : 1) : end;
            skeleton = skeleton.With(line[at..end]);
            at = end;
        }
        _last = around;
        value = first..last;
        return best > 0;
    }

    private readonly bool MayBePart(ReadOnlySpan<byte> run, int signs, bool isAtItsPlace)
    {
        if (run.IsEmpty)
            return false;
        if (run.Length >= ShortestAnywhere)
            return run.ContainsAnyInRange((byte)'A', (byte)'Z') && (isAtItsPlace || (run.ContainsAnyInRange((byte)'a', (byte)'z') && Words.Share(run) < MostWords));
        return isAtItsPlace && (signs % 4 == 0 || run[0] == '=') && (_others == 0 || IsDrawn(run));
    }

    /// <summary>It is no word that somebody else wrote.</summary>
    private static bool IsDrawn(ReadOnlySpan<byte> run) =>
        run[^1] == '=' || (run.ContainsAnyInRange((byte)'0', (byte)'9') && run.ContainsAnyInRange((byte)'A', (byte)'Z')) || run.Length >= ShortestAnywhere;

    /// <summary>A sign of Base64, as it is or as JSON escapes it; 0 where there is none.</summary>
    private static int LengthOfBase64(ReadOnlySpan<byte> text) => KeyBlock.IsBase64(text[0]) ? 1
        : text.StartsWith(@"\/"u8) ? 2
        : text.StartsWith(@"\u002b"u8) || text.StartsWith(@"\u002B"u8) || text.StartsWith(@"\u003d"u8) || text.StartsWith(@"\u003D"u8) || text.StartsWith(@"\u002f"u8) || text.StartsWith(@"\u002F"u8) ? 6
        : 0;

    /// <summary>The first byte that is seen and no space; 0 at the end of a line.</summary>
    private static byte FirstOf(ReadOnlySpan<byte> text)
    {
        var at = 0;
        while (at < text.Length)
        {
            if (ControlSequence.LengthAt(text[at..]) is > 0 and var unseen)
                at += unseen;
            else if (text[at] is (byte)' ' or (byte)'\t')
                at++;
            else
                return text[at];
        }
        return 0;
    }

    /// <summary>What is around the Base64 of a line.</summary>
    private readonly record struct Surroundings(Skeleton Before, byte Behind);

    /// <summary>A text without its digits, so that two times are alike: as a hash.</summary>
    private readonly record struct Skeleton(uint Hash)
    {
        internal static Skeleton Of(ReadOnlySpan<byte> text)
        {
            var skeleton = default(Skeleton);
            for (var at = 0; at < text.Length; at++)
            {
                if (ControlSequence.LengthAt(text[at..]) is > 0 and var unseen)
                    at += unseen - 1;
                else
                    skeleton = skeleton.With(text.Slice(at, 1));
            }
            return skeleton;
        }

        internal Skeleton With(ReadOnlySpan<byte> text)
        {
            var hash = Hash;
            foreach (var value in text)
                hash = char.IsAsciiDigit((char)value) ? hash : (hash + value + 1) * 0x9E3779B1;
            return new(hash);
        }
    }
}
