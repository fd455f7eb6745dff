namespace Postrun.Redaction.Scanning;

/// <summary>What a terminal obeys and does not show (ECMA-48): colours, links, titles. As bytes, or as escapes of JSON, of programs and of shells.</summary>
internal static class ControlSequence
{
    private const byte Escape = 0x1B;
    private const byte Bell = 0x07;

    /// <summary>A program may write an escape into a string that is itself written into one.</summary>
    private const int MostBackslashes = 8;

    /// <summary>What may follow a bracket, in either case; titles and links; the set of characters that <c>tput sgr0</c> chooses.</summary>
    internal static IEnumerable<string> Literals =>
    [
        .. Enumerable.Range(' ', '~' - ' ' + 1).Where(static letter => !char.IsAsciiLetterUpper((char)letter)).Select(static letter => $"\u001b[{(char)letter}"),
        .. Enumerable.Range('0', 10).Select(static digit => $"\u001b]{(char)digit}"),
        "\u001b(b", "\u001b(0", @"\x1b", @"\033", @"\e[",
    ];

    /// <summary>How long the sequence at the beginning of the text is; 0 where there is none.</summary>
    /// <remarks>None goes on over the beginning of another, so that all of a text are read in linear time.</remarks>
    internal static int LengthAt(ReadOnlySpan<byte> text)
    {
        var start = EscapeLength(text);
        if (start == 0 || start >= text.Length)
            return 0;
        var kind = text[start];
        if (kind == '[')
            return EndOf(text, start + 1, 0x30, 0x3F, 0x40);
        return kind is (byte)']' or (byte)'P' or (byte)'X' or (byte)'^' or (byte)'_'
            ? EndOfString(text, start + 1)
            : EndOf(text, start, 0x20, 0x2F, 0x30);
    }

    /// <summary>Parameters, bytes between, and the one byte that ends it.</summary>
    private static int EndOf(ReadOnlySpan<byte> text, int at, byte first, byte last, byte least)
    {
        var end = at;
        while (end < text.Length && ((text[end] >= first && text[end] <= last) || text[end] is >= 0x20 and <= 0x2F))
            end++;
        return end < text.Length && text[end] >= least && text[end] <= 0x7E ? end + 1 : 0;
    }

    /// <summary>Up to a bell or a string terminator; where another sequence begins before, or none ends it, the text goes on behind its beginning.</summary>
    private static int EndOfString(ReadOnlySpan<byte> text, int begin)
    {
        for (var at = begin; text[at..].IndexOfAny(Bell, Escape, (byte)'\\') is var next && next >= 0; at++)
        {
            at += next;
            if (text[at] == Bell)
                return at + 1;
            if (BellLength(text[at..]) is > 0 and var bell)
                return at + bell;
            if (EscapeLength(text[at..]) is > 0 and var escape)
                return TerminatorLength(text[(at + escape)..]) is > 0 and var end ? at + escape + end : begin;
        }
        return begin;
    }

    private static int TerminatorLength(ReadOnlySpan<byte> text) => text.StartsWith(@"\\"u8) ? 2 : text.StartsWith(@"\"u8) ? 1 : 0;

    private static int BellLength(ReadOnlySpan<byte> text) => text.StartsWith(@"\u0007"u8) ? 6
        : text.StartsWith(@"\x07"u8) || text.StartsWith(@"\007"u8) ? 4
        : text.StartsWith(@"\a"u8) ? 2
        : 0;

    private static int EscapeLength(ReadOnlySpan<byte> text)
    {
        if (text[0] == Escape)
            return 1;
        var marks = 0;
        while (marks < text.Length && marks < MostBackslashes && text[marks] == '\\')
            marks++;
        if (marks == 0)
            return 0;
        var name = text[marks..];
        return name.StartsWith("u001b"u8) || name.StartsWith("u001B"u8) ? marks + 5
            : name.StartsWith("x1b"u8) || name.StartsWith("x1B"u8) || name.StartsWith("033"u8) ? marks + 3
            : name.StartsWith("e["u8) || name.StartsWith("e]"u8) ? marks + 1
            : 0;
    }
}
