using Postrun.Redaction.Detection;
using Postrun.Redaction.Rules;
using Postrun.Redaction.Validation;

namespace Postrun.Redaction.Secrets;

/// <summary>The name and the password for a registry of images, in Base64, as <c>config.json</c> of Docker holds them.</summary>
internal static class DockerAuthorization
{
    internal static bool TryFind(in Candidate candidate, out Hit hit)
    {
        hit = default;
        if (!Assignment.TryFindValue(candidate.Text, candidate.At + candidate.Length, out var start))
            return false;
        var text = candidate.Text[start..];
        var length = Base64Text.Run(text);
        while (length < text.Length && text[length] == '=')
            length++;
        if (length < 8 || !Base64Text.HoldsPair(text[..length]))
            return false;
        hit = new(start, length, Confidence.Checksum);
        return true;
    }
}
