using System.Globalization;
using System.Text;
using Postrun.Redaction.Detection;
using Postrun.Redaction.Rules;
using Postrun.Redaction.Validation;

namespace Postrun.Redaction.UserRules;

/// <summary>Finds what a pattern of a user matches around one of its literals, or what its group <c>secret</c> captures there.</summary>
/// <remarks>The pattern comes from <see cref="UserPattern"/>: it takes linear time, and sees bytes as characters of Latin-1.</remarks>
internal sealed class UserDetector(UserPattern pattern, double leastEntropy) : Detector
{
    /// <summary>Nobody knows what the values of users look like.</summary>
    internal override LiteralPlace PlaceOf(string literal) => LiteralPlace.Everywhere;

    internal override string Describe() => string.Create(CultureInfo.InvariantCulture, $"{base.Describe()} {leastEntropy} {pattern.Regex}");

    internal override bool TryFind(in Candidate candidate, out Hit hit)
    {
        hit = default;
        if (!Latin1Match.TryMatch(pattern.Regex, candidate.Text, candidate.At, out var start, out var length))
            return false;
        if (pattern.HasSecret && !TryCapture(candidate.Text, ref start, ref length))
            return false;
        if (length == 0 || Entropy.Of(candidate.Text.Slice(start, length)) < leastEntropy)
            return false;
        hit = new(start, length, Confidence.Shape);
        return true;
    }

    /// <summary>Spans know no groups: what matched is matched once more, as a text.</summary>
    private bool TryCapture(ReadOnlySpan<byte> text, ref int start, ref int length)
    {
        var group = pattern.Regex.Match(Encoding.Latin1.GetString(text), start).Groups[UserPattern.Secret];
        (start, length) = (group.Index, group.Length);
        return group.Success;
    }
}
