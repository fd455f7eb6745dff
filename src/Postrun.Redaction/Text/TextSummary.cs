using Postrun.Redaction.Scanning;

namespace Postrun.Redaction.Text;

/// <summary>What was found in one text, without any of it.</summary>
/// <param name="Length">Of the text as it was read, in bytes, after decompression.</param>
/// <param name="Counts">By rule and confidence, in the order of the rules; empty where nothing was found.</param>
public sealed record TextSummary(TextKind Kind, TextCompression Compression, long Length, IReadOnlyList<RuleCount> Counts)
{
    public bool FoundAny => Counts.Count > 0;

    public bool RedactedAny => Counts.Any(static count => count.Redacted > 0);
}
