namespace Postrun.Redaction.Text;

/// <summary>Tells from the beginning of a file how it is stored.</summary>
internal static class TextProbe
{
    /// <summary>The longest mark that is looked for.</summary>
    internal const int Least = 4;

    /// <summary>How much is looked at, where there is so much.</summary>
    internal const int Most = 8 * 1024;

    /// <summary>Fewer are no gap, but may be how an encoding begins.</summary>
    private const int LeastZeros = 16;

    internal static TextCompression CompressionOf(ReadOnlySpan<byte> head) =>
        head.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B, 0x08]) ? TextCompression.Gzip
        : head.StartsWith((ReadOnlySpan<byte>)[0x28, 0xB5, 0x2F, 0xFD]) || IsSkippable(head) ? TextCompression.Zstandard
        : TextCompression.None;

    /// <summary>A frame that is no data; some compressors begin with one (RFC 8878, 3.1.2).</summary>
    private static bool IsSkippable(ReadOnlySpan<byte> head) => head is [>= 0x50 and <= 0x5F, 0x2A, 0x4D, 0x18, ..];

    /// <summary>What the byte order mark says.</summary>
    internal static TextKind MarkedKindOf(ReadOnlySpan<byte> head) =>
        head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) ? TextKind.Utf16LittleEndian
        : head.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) ? TextKind.Utf16BigEndian
        : TextKind.Utf8;

    /// <summary>What the mark says, or else what most bytes look like.</summary>
    internal static TextKind KindOf(ReadOnlySpan<byte> head)
    {
        if (MarkedKindOf(head) is not TextKind.Utf8 and var marked)
            return marked;
        // A log that was cut while it was written to begins with zeros.
        head = head.IndexOfAnyExcept((byte)0) is >= LeastZeros or < 0 ? head.TrimStart((byte)0) : head;
        var (length, even, odd, controls) = (head.Length, 0, 0, 0);
        for (var i = 0; i < head.Length; i++)
        {
            if (head[i] == 0)
                (even, odd) = i % 2 == 0 ? (even + 1, odd) : (even, odd + 1);
            controls += IsControl(head[i]) ? 1 : 0;
        }
        // ASCII as UTF-16 has a zero in every other place, and hardly one in the places between.
        if (Most(odd) && !Some(even))
            return TextKind.Utf16LittleEndian;
        if (Most(even) && !Some(odd))
            return TextKind.Utf16BigEndian;
        // Of bytes without meaning every tenth is one of these; a log that was cut by a crash has a few.
        return controls * 20 > head.Length ? TextKind.Binary : TextKind.Utf8;

        bool Most(int zeros) => zeros * 10 > length * 4 && zeros > 1;
        bool Some(int zeros) => zeros * 20 > length;
    }

    /// <summary>What neither writes, nor moves, nor colours.</summary>
    private static bool IsControl(byte value) => value is < 0x07 or (> 0x0D and < 0x20 and not 0x1B) or 0x7F;
}
