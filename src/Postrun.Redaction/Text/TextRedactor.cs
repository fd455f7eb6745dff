using Postrun.Redaction.Scanning;

namespace Postrun.Redaction.Text;

/// <summary>Finds secrets and personal data in texts of any length, and writes copies without them, in flat memory.</summary>
/// <remarks>Immutable: many threads may use one, each with streams of its own.</remarks>
public sealed class TextRedactor(RuleSet rules, RedactionOptions options)
{
    private const int OutputBuffer = 32 * 1024;

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

    private TextSummary Run(Stream input, Stream? output, Action<Finding>? each, CancellationToken cancellation)
    {
        var (length, counts) = (0L, (IReadOnlyList<RuleCount>)[]);
        var (kind, compression) = StoredText.Run(input, output, Options.Live, (text, copy) =>
        {
            // What is longer than its buffer goes past it.
            var buffered = copy is null ? null : new BufferedStream(copy, OutputBuffer);
            (length, counts) = new TextPass(Rules, Options, buffered, each).Run(text, cancellation);
        });
        return new(kind, compression, length, counts);
    }
}
