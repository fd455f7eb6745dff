using System.Runtime.CompilerServices;

namespace Postrun.Redaction.Detection;

/// <summary>Whether a value begins, or ends, at a place: it does not where a longer word goes on.</summary>
internal static class Boundary
{
    // One bit a byte: of the first 64 bytes, and of the next, '_' among them.
    private const ulong Digits = 0x03FF_0000_0000_0000;
    private const ulong Letters = 0x07FF_FFFE_87FF_FFFE;

    /// <summary>Nothing before <paramref name="at"/> belongs to the same word.</summary>
    /// <remarks>
    /// What an escape ends with is no part of a word: <c>\n</c> of a JSON string, <c>%3D</c> of a URL, the <c>m</c> of a colour
    /// of a terminal.
    /// </remarks>
    internal static bool Before(ReadOnlySpan<byte> text, int at)
    {
        if (at == 0 || !IsWord(text[at - 1]))
            return true;
        var last = text[at - 1];
        if (at >= 2 && text[at - 2] == '\\' && last is (byte)'n' or (byte)'t' or (byte)'r' or (byte)'b' or (byte)'f')
            return true;
        if (at >= 3 && text[at - 3] == '%' && char.IsAsciiHexDigit((char)last) && char.IsAsciiHexDigit((char)text[at - 2]))
            return true;
        return last == 'm' && EndsColour(text[..(at - 1)]);
    }

    /// <summary>Nothing from <paramref name="end"/> on belongs to the same word.</summary>
    internal static bool After(ReadOnlySpan<byte> text, int end) => end >= text.Length || !IsWord(text[end]);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool IsWord(byte value) => value < 128 && ((value < 64 ? Digits : Letters) >> value & 1) != 0;

    /// <summary><c>ESC [ 0;31</c>, as the bytes or as an escape of JSON (<c>\u001b[31</c>).</summary>
    private static bool EndsColour(ReadOnlySpan<byte> text)
    {
        var bracket = text.Length - 1;
        while (bracket > 0 && (char.IsAsciiDigit((char)text[bracket]) || text[bracket] == ';'))
            bracket--;
        if (bracket < 1 || text[bracket] != '[')
            return false;
        var before = text[..bracket];
        return before[^1] == 0x1B || before.EndsWith("\\u001b"u8) || before.EndsWith("\\u001B"u8) || before.EndsWith("\\x1b"u8);
    }
}
