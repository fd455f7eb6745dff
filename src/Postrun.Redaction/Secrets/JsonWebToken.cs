using Postrun.Redaction.Detection;
using Postrun.Redaction.Rules;
using Postrun.Redaction.Validation;

namespace Postrun.Redaction.Secrets;

/// <summary>Signed and encrypted tokens: a header, a body, a signature, in Base64 with dots between (RFC 7519).</summary>
internal static class JsonWebToken
{
    private const int ShortestPart = 8;

    internal static bool TryFind(in Candidate candidate, out Hit hit)
    {
        hit = default;
        if (!Boundary.Before(candidate.Text, candidate.At))
            return false;
        var text = candidate.Text[candidate.At..];
        var header = Base64Text.Run(text);
        if (header < ShortestPart || header >= text.Length || text[header] != '.')
            return false;
        var end = header;
        var parts = 1;
        for (; end < text.Length && text[end] == '.' && parts < 5; parts++)
            end += 1 + Base64Text.Run(text[(end + 1)..]);
        // Longer than what can be seen: all of it, and what goes on behind.
        var isCut = end == text.Length && text.Length >= Candidate.After;
        if (parts < 3 && !isCut || end < header + ShortestPart || !Base64Text.Holds(text[..header], "\"alg\""u8))
            return false;
        hit = new(candidate.At, end, isCut ? Confidence.Shape : Confidence.Checksum);
        return true;
    }
}
