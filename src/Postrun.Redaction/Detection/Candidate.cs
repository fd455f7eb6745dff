using Postrun.Redaction.Rules;

namespace Postrun.Redaction.Detection;

/// <summary>A place where a rule may match, with as much of its line as a rule may look at.</summary>
/// <remarks>
/// The text never holds a line feed or a carriage return, and never reaches further than <see cref="Before"/> and
/// <see cref="After"/>: so what a detector says depends on nothing else, wherever a stream is cut into blocks.
/// </remarks>
/// <param name="text">The part of the line, as bytes: UTF-8, or whatever it is.</param>
/// <param name="at">Where the literal, or the shape, begins in it.</param>
/// <param name="length">How long the literal is; of a shape, 1.</param>
internal readonly ref struct Candidate(ReadOnlySpan<byte> text, int at, int length)
{
    /// <summary>How many bytes before the literal a detector may see.</summary>
    internal const int Before = 256;

    /// <summary>How many bytes from the literal on a detector may see: enough for a signed token or a key on one line.</summary>
    internal const int After = 16 * 1024;

    internal ReadOnlySpan<byte> Text { get; } = text;

    internal int At { get; } = at;

    internal int Length { get; } = length;
}

/// <summary>What a detector found, in the text of its candidate: the value alone, without what it stands beside.</summary>
internal readonly record struct Hit(int Start, int Length, Confidence Confidence);
