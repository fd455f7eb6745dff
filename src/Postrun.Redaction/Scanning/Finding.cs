using Postrun.Redaction.Rules;

namespace Postrun.Redaction.Scanning;

/// <summary>A value that was found: where, and by which rule; never the value.</summary>
/// <param name="Offset">Of its first byte, from 0, in the text as it is read: decompressed, and as UTF-8 where it is UTF-16.</param>
/// <param name="Length">In bytes, at least 1.</param>
/// <param name="Line">From 1; lines end with a line feed.</param>
/// <param name="Fingerprint">The keyed hash of the value, 16 hexadecimal digits: equal values have equal ones under one key.</param>
/// <param name="Redacted">Whether a redacted copy does without it.</param>
public sealed record Finding(Rule Rule, Confidence Confidence, long Offset, int Length, long Line, string Fingerprint, bool Redacted);
