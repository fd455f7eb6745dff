using System.Buffers;

namespace Postrun.Redaction.Detection;

/// <summary>How far a value reaches.</summary>
internal static class NamedText
{
    /// <summary>Of what no quotation mark ends: it is read again for each name in it.</summary>
    internal const int LongestBare = 4096;

    /// <summary>What is open for so long, and has no space, goes on where the rule cannot see it.</summary>
    private const int LongestOpen = Candidate.After - 512;

    /// <summary>What ends a value without quotation marks.</summary>
    internal static readonly SearchValues<byte> BareEnds = SearchValues.Create([.. Enumerable.Range(0, ' ' + 1).Select(static value => (byte)value), .. "\"'`,;<>()[]{}|&\\\x7F"u8]);

    /// <summary>The value that begins at <paramref name="at"/>, without quotation marks or the letter of a literal before them.</summary>
    internal static bool TryRead(ReadOnlySpan<byte> text, int at, bool needsQuote, out int start, out int end, out bool quoted)
    {
        (start, end, quoted) = (at, at, false);
        if (at >= text.Length)
            return false;
        var from = at + ConversionLength(text[at..]);
        var opened = SkipQuote(text, from);
        if (from > at && opened == from)
            return false;
        if (opened == at && at + 1 < text.Length && text[at] is (byte)'b' or (byte)'u' or (byte)'r' or (byte)'f' or (byte)'L' or (byte)'@' or (byte)'$')
            opened = SkipQuote(text, at + 1) is var next && next > at + 1 ? next : at;
        if (opened > at)
            return TryReadQuoted(text, opened, out start, out end, out quoted);
        if (needsQuote)
            return false;
        var bare = text[at..Math.Min(text.Length, at + LongestBare)];
        end = at + (bare.IndexOfAny(BareEnds) is var found && found >= 0 ? found : bare.Length);
        quoted = at > 0 && text[at - 1] == '>' && end < text.Length && text[end] == '<';
        while (end > at && text[end - 1] is (byte)'.' or (byte)':')
            end--;
        return end > at;
    }

    /// <summary>Behind the quotation mark at <paramref name="at"/>, escaped or not; <paramref name="at"/> where there is none.</summary>
    internal static int SkipQuote(ReadOnlySpan<byte> text, int at)
    {
        var end = at;
        while (end < text.Length && end - at < 3 && text[end] == '\\')
            end++;
        return end < text.Length && IsQuote(text[end]) ? end + 1 : at;
    }

    /// <summary>What languages write around a literal to give it another type.</summary>
    private static int ConversionLength(ReadOnlySpan<byte> text) =>
        text.StartsWith("[]byte("u8) ? "[]byte(".Length
        : text.StartsWith("SecretStr("u8) ? "SecretStr(".Length
        : text.StartsWith("Buffer.from("u8) ? "Buffer.from(".Length
        : text.StartsWith("new String("u8) ? "new String(".Length
        : text.StartsWith("String("u8) ? "String(".Length
        : 0;

    private static bool TryReadQuoted(ReadOnlySpan<byte> text, int opened, out int start, out int end, out bool quoted)
    {
        (start, end, quoted) = (opened, opened, true);
        var quote = text[opened - 1];
        var escaped = opened > 1 && text[opened - 2] == '\\';
        for (; end < text.Length; end++)
        {
            if (text[end] == quote)
                return end > opened;
            if (text[end] != '\\')
                continue;
            // An escaped mark closes what an escaped mark has opened; otherwise it is part of the value.
            if (escaped && SkipQuote(text, end) is var closed && closed > end && text[closed - 1] == quote)
                return end > opened;
            end++;
        }
        end = text.Length;
        return end - opened >= LongestOpen && !text[opened..].Contains((byte)' ');
    }

    private static bool IsQuote(byte value) => value is (byte)'"' or (byte)'\'' or (byte)'`';
}
