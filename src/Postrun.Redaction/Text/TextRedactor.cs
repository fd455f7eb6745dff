using System.IO.Compression;
using Postrun.Redaction.Scanning;
using ZstdSharp;
using ZstdSharp.Unsafe;

namespace Postrun.Redaction.Text;

/// <summary>Finds secrets and personal data in texts of any length, and writes copies without them, in flat memory.</summary>
/// <remarks>Immutable: many threads may use one, each with streams of its own.</remarks>
public sealed class TextRedactor(RuleSet rules, RedactionOptions options)
{
    private const int OutputBuffer = 32 * 1024;

    /// <summary>8 MiB: what RFC 8878 wants every decoder to take, and the levels up to 19 need at most. Each thread has one of it.</summary>
    private const int LongestWindow = 23;

    public RuleSet Rules { get; } = rules;

    public RedactionOptions Options { get; } = options;

    /// <summary>Reads a text to its end, but for binary data, of which only the beginning is read.</summary>
    /// <param name="each">Is told of every finding, in the order of the text; null where counts are enough.</param>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="InvalidDataException">It is compressed, and damaged or not to be read in flat memory.</exception>
    public TextSummary Scan(Stream input, Action<Finding>? each, CancellationToken cancellation) => Run(input, output: null, each, cancellation);

    /// <summary>Copies a text without what it must not say. What is not redacted is copied byte for byte.</summary>
    /// <remarks>
    /// Where nothing is redacted the copy of an uncompressed text equals it; a compressed one may be compressed otherwise, so that
    /// the caller keeps the original. Binary data is copied as it is. After a cancellation or an error the copy is cut, and worth nothing.
    /// The output is flushed after each read of the input: of a pipe, no more than the last line waits.
    /// </remarks>
    /// <inheritdoc cref="Scan"/>
    public TextSummary Redact(Stream input, Stream output, Action<Finding>? each, CancellationToken cancellation) => Run(input, output, each, cancellation);

    private int LeastHead => Options.Live ? TextProbe.Least : TextProbe.Most;

    private TextSummary Run(Stream input, Stream? output, Action<Finding>? each, CancellationToken cancellation)
    {
        var headed = HeadedStream.Of(input, LeastHead, TextProbe.Most);
        var compression = TextProbe.CompressionOf(headed.Head);
        try
        {
            switch (compression)
            {
                case TextCompression.Gzip:
                    var consumed = new ConsumedStream(headed);
                    TextSummary summary;
                    using (var expanded = new GZipStream(consumed, CompressionMode.Decompress, leaveOpen: true))
                    using (var compressed = output is null ? null : new GZipStream(output, CompressionLevel.Optimal, leaveOpen: true))
                        summary = RunExpanded(expanded, compressed, compression, each, cancellation);
                    return summary.Kind == TextKind.Binary || consumed.IsConsumed ? summary : throw new InvalidDataException("something stands behind the compressed data");
                case TextCompression.Zstandard:
                    using (var expanded = new DecompressionStream(headed, leaveOpen: true))
                    using (var compressed = output is null ? null : new CompressionStream(output, leaveOpen: true))
                    {
                        expanded.SetParameter(ZSTD_dParameter.ZSTD_d_windowLogMax, LongestWindow);
                        return RunExpanded(expanded, compressed, compression, each, cancellation);
                    }
                default:
                    return RunExpanded(headed, output, compression, each, cancellation);
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

    private TextSummary RunExpanded(Stream input, Stream? output, TextCompression compression, Action<Finding>? each, CancellationToken cancellation)
    {
        var text = input as HeadedStream ?? HeadedStream.Of(input, LeastHead, TextProbe.Most);
        var kind = Options.Live ? TextProbe.MarkedKindOf(text.Head) : TextProbe.KindOf(text.Head);
        if (kind == TextKind.Binary)
        {
            if (output is not null)
                text.CopyTo(output);
            text.Forget();
            return new(kind, compression, Length: 0, []);
        }
        if (kind == TextKind.Utf8)
            return RunUtf8(text, output, new(kind, compression, 0, []), each, cancellation);
        var bigEndian = kind == TextKind.Utf16BigEndian;
        var reader = new Utf16Reader(text, bigEndian);
        var summary = RunUtf8(reader, output is null ? null : new Utf16Writer(output, bigEndian), new(kind, compression, 0, []), each, cancellation);
        if (reader.Trailing is { } trailing)
            output?.WriteByte(trailing);
        return summary;
    }

    private TextSummary RunUtf8(Stream input, Stream? output, TextSummary summary, Action<Finding>? each, CancellationToken cancellation)
    {
        // What is longer than its buffer goes past it.
        var buffered = output is null ? null : new BufferedStream(output, OutputBuffer);
        var (length, counts) = new TextPass(Rules, Options, buffered, each).Run(input, cancellation);
        return summary with { Length = length, Counts = counts };
    }
}
