using Postrun.Redaction.Detection;
using Postrun.Redaction.Scanning;
using Postrun.Redaction.Validation;

namespace Postrun.Redaction.Personal;

/// <summary>What is paid by PIX: codes to copy and paste, and random keys.</summary>
internal static class PixMatcher
{
    private const int Uuid = 36;

    /// <summary>From the name of the scheme back to where the code begins.</summary>
    internal static bool TryFindCode(in Candidate candidate, out Hit hit)
    {
        hit = default;
        var text = candidate.Text;
        var start = text[..candidate.At].LastIndexOf("000201"u8);
        if (start < 0)
            return false;
        var length = PixPayload.Measure(text[start..]);
        return length > 0 && Judgement.TryHit(text, start, length, PixPayload.Judge, out hit);
    }

    /// <summary>A UUID of version 4 behind the word: the form that random keys have.</summary>
    internal static bool TryFindKey(in Candidate candidate, out Hit hit)
    {
        hit = default;
        var text = candidate.Text;
        var from = candidate.At + candidate.Length;
        for (var at = from; at < text.Length && at - from <= 32; at++)
            if (ShapeForms.Stands(text, at, "hhhhhhhh-hhhh-4hhh-hhhh-hhhhhhhhhhhh"u8))
                return Judgement.TryHit(text, at, Uuid, null, out hit);
        return false;
    }
}
