using Postrun.Redaction.Rules;

namespace Postrun.Redaction.Detection;

/// <summary>From a verdict to a hit.</summary>
internal static class Judgement
{
    internal static bool TryHit(ReadOnlySpan<byte> text, int start, int length, Validator? validator, out Hit hit)
    {
        var verdict = validator?.Invoke(text.Slice(start, length)) ?? Verdict.Plausible;
        hit = new(start, length, verdict == Verdict.Verified ? Confidence.Checksum : Confidence.Shape);
        return verdict != Verdict.Rejected;
    }
}
