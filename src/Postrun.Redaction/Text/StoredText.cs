using System.IO.Compression;
using ZstdSharp;
using ZstdSharp.Unsafe;

namespace Postrun.Redaction.Text;

/// <summary>Has a text gone through as UTF-8 that may be stored compressed, or as UTF-16, and stores the copy as the original was.</summary>
internal static class StoredText
{
    /// <summary>8 MiB: what RFC 8878 wants every decoder to take, and the levels up to 19 need at most. Each thread has one of it.</summary>
    private const int LongestWindow = 23;

    /// <summary>Of binary data only the beginning is read where there is no copy; a copy has it as it is, and nothing goes through it.</summary>
    /// <param name="output">Where the copy goes; null where there is none.</param>
    /// <param name="live">The text comes from a pipe, whose beginning is not waited for.</param>
    /// <param name="pass">Goes through the text, from its beginning to its end.</param>
    /// <exception cref="IOException">A stream fails.</exception>
    /// <exception cref="InvalidDataException">It is compressed, and damaged or not to be read in flat memory.</exception>
    internal static (TextKind Kind, TextCompression Compression) Run(Stream input, Stream? output, bool live, Action<Stream, Stream?> pass)
    {
        var headed = HeadedStream.Of(input, LeastHead(live), TextProbe.Most);
        var compression = TextProbe.CompressionOf(headed.Head);
        try
        {
            switch (compression)
            {
                case TextCompression.Gzip:
                    var consumed = new ConsumedStream(headed);
                    TextKind kind;
                    using (var expanded = new GZipStream(consumed, CompressionMode.Decompress, leaveOpen: true))
                    using (var compressed = output is null ? null : new GZipStream(output, CompressionLevel.Optimal, leaveOpen: true))
                        kind = RunExpanded(expanded, compressed, live, pass);
                    return kind == TextKind.Binary || consumed.IsConsumed ? (kind, compression) : throw new InvalidDataException("something stands behind the compressed data");
                case TextCompression.Zstandard:
                    using (var expanded = new DecompressionStream(headed, leaveOpen: true))
                    using (var compressed = output is null ? null : new CompressionStream(output, leaveOpen: true))
                    {
                        expanded.SetParameter(ZSTD_dParameter.ZSTD_d_windowLogMax, LongestWindow);
                        return (RunExpanded(expanded, compressed, live, pass), compression);
                    }
                default:
                    return (RunExpanded(headed, output, live, pass), compression);
            }
        }
        catch (ZstdException excess) when (excess.Code == ZSTD_ErrorCode.ZSTD_error_frameParameter_windowTooLarge)
        {
            throw new InvalidDataException("the compressed data needs a window of more than 8 MiB, as 'zstd --long' and '--ultra' make it: decompress it first", excess);
        }
        catch (Exception damage) when (damage is ZstdException or EndOfStreamException or InvalidDataException && compression != TextCompression.None)
        {
            throw new InvalidDataException($"the compressed data is damaged, ends too early, or goes on with something else: {damage.Message}", damage);
        }
    }

    private static TextKind RunExpanded(Stream input, Stream? output, bool live, Action<Stream, Stream?> pass)
    {
        var text = input as HeadedStream ?? HeadedStream.Of(input, LeastHead(live), TextProbe.Most);
        var kind = live ? TextProbe.MarkedKindOf(text.Head) : TextProbe.KindOf(text.Head);
        switch (kind)
        {
            case TextKind.Binary:
                if (output is not null)
                    text.CopyTo(output);
                text.Forget();
                break;
            case TextKind.Utf8:
                pass(text, output);
                break;
            default:
                var bigEndian = kind == TextKind.Utf16BigEndian;
                var reader = new Utf16Reader(text, bigEndian);
                pass(reader, output is null ? null : new Utf16Writer(output, bigEndian));
                if (reader.Trailing is { } trailing)
                    output?.WriteByte(trailing);
                break;
        }
        return kind;
    }

    private static int LeastHead(bool live) => live ? TextProbe.Least : TextProbe.Most;
}
