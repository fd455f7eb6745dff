using System.Buffers;
using System.Buffers.Text;
using System.Text;
using Postrun.Model;

namespace Postrun.Evidence;

/// <summary>
/// A line of <c>removed.ndjson.zst</c>: one JSON object in UTF-8, its members always in the same order, ended by a
/// line feed. The line feed is not part of the leaf of the Merkle tree.
/// </summary>
public static class RemovedLine
{
    /// <summary>A longer line is not ours: 4,000 levels of the longest names, a byte at most six characters here.</summary>
    public const int MaxLength = 8 * 1024 * 1024;

    // {"path":"", "type":"characterDevice", four numbers, held, sha256, and their names.
    private const int FixedLength = 320;
    private const int LongestEscape = 6;

    private static readonly SearchValues<byte> NeedsEscape = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Select(b => (byte)b), (byte)'"', (byte)'\\', .. Enumerable.Range(0x80, 0x80).Select(b => (byte)b)]);

    /// <summary>Writes the line and its line feed, and allocates nothing.</summary>
    /// <returns>the bytes written without the line feed: the length of the leaf</returns>
    /// <exception cref="ArgumentException">a SHA-256 that is neither empty nor 32 bytes</exception>
    public static int Write(IBufferWriter<byte> output, in RemovedEntry entry)
    {
        if (entry.Sha256.Length is not (0 or 32))
            throw new ArgumentException("a SHA-256 has 32 bytes", nameof(entry));
        var line = output.GetSpan(FixedLength + LongestEscape * (entry.Path.Length + entry.Name.Length));
        var at = 0;
        Put(line, ref at, "{\"path\":\""u8);
        Escape(line, ref at, entry.Path);
        if (!entry.Name.IsEmpty)
        {
            if (entry.Path is not [.., (byte)'/'])
                line[at++] = (byte)'/';
            Escape(line, ref at, entry.Name);
        }
        Put(line, ref at, "\",\"type\":\""u8);
        Put(line, ref at, Name(entry.Type));
        Put(line, ref at, "\",\"size\":"u8);
        Number(line, ref at, entry.Size);
        Put(line, ref at, ",\"freed\":"u8);
        Number(line, ref at, entry.Freed);
        Put(line, ref at, ",\"round\":"u8);
        Number(line, ref at, entry.Round);
        Put(line, ref at, ",\"step\":"u8);
        Number(line, ref at, entry.Step);
        if (entry.Held)
            Put(line, ref at, ",\"held\":true"u8);
        if (!entry.Sha256.IsEmpty)
        {
            Put(line, ref at, ",\"sha256\":\""u8);
            Convert.TryToHexStringLower(entry.Sha256, line[at..], out var digits);
            at += digits;
            line[at++] = (byte)'"';
        }
        line[at++] = (byte)'}';
        line[at++] = (byte)'\n';
        output.Advance(at);
        return at - 1;
    }

    /// <summary>Reads a line back, without its line feed. Strict: what <see cref="Write"/> would not write is refused.</summary>
    public static bool TryParse(ReadOnlySpan<byte> line, out RemovedRecord record) => RemovedLineReader.TryParse(line, out record);

    internal static ReadOnlySpan<byte> Name(ItemType type) => type switch
    {
        ItemType.RegularFile => "file"u8,
        ItemType.Directory => "directory"u8,
        ItemType.SymbolicLink => "symbolicLink"u8,
        ItemType.Fifo => "fifo"u8,
        ItemType.Socket => "socket"u8,
        ItemType.CharacterDevice => "characterDevice"u8,
        ItemType.BlockDevice => "blockDevice"u8,
        _ => "unknown"u8,
    };

    private static void Put(Span<byte> line, ref int at, ReadOnlySpan<byte> text)
    {
        text.CopyTo(line[at..]);
        at += text.Length;
    }

    private static void Number(Span<byte> line, ref int at, long number)
    {
        Utf8Formatter.TryFormat(number, line[at..], out var written);
        at += written;
    }

    private static void Escape(Span<byte> line, ref int at, ReadOnlySpan<byte> path)
    {
        while (true)
        {
            var plain = path.IndexOfAny(NeedsEscape);
            if (plain < 0)
            {
                Put(line, ref at, path);
                return;
            }
            Put(line, ref at, path[..plain]);
            path = path[(plain + EscapeOne(line, ref at, path[plain..]))..];
        }
    }

    /// <summary>JSON's escapes over those of <see cref="UnixPath"/>: a backslash of the text form is written twice.</summary>
    private static int EscapeOne(Span<byte> line, ref int at, ReadOnlySpan<byte> rest)
    {
        var value = rest[0];
        switch (value)
        {
            case (byte)'"':
                Put(line, ref at, "\\\""u8);
                return 1;
            case (byte)'\\':
                Put(line, ref at, @"\\\\"u8);
                return 1;
            case < 0x20:
                Put(line, ref at, "\\u00"u8);
                Hex(line, ref at, value);
                return 1;
        }
        var wellFormed = Rune.DecodeFromUtf8(rest, out _, out var consumed) == OperationStatus.Done;
        if (wellFormed)
            Put(line, ref at, rest[..consumed]);
        else
            foreach (var invalid in rest[..consumed])
            {
                Put(line, ref at, @"\\x"u8);
                Hex(line, ref at, invalid);
            }
        return consumed;
    }

    private static void Hex(Span<byte> line, ref int at, byte value)
    {
        line[at++] = "0123456789ABCDEF"u8[value >> 4];
        line[at++] = "0123456789ABCDEF"u8[value & 15];
    }
}
