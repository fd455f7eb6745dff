using System.Text.RegularExpressions;

namespace Postrun.Redaction.Detection;

/// <summary>
/// A value that what stands right before it gives away: <c>Authorization: SSWS 00...</c>, <c>/v3/0123...</c> of a URL of one host,
/// or a prefix so short that it counts only where a value begins.
/// </summary>
/// <remarks>
/// The context begins with the literal and ends where the value begins; both patterns have to match right there, and are bound as
/// that of <see cref="TokenDetector"/> is.
/// </remarks>
internal sealed class FollowingDetector(Regex context, Regex value) : Detector
{
    internal Validator? Validator { get; init; }

    internal Regex Context => context;

    internal Regex Value => value;

    internal override string Describe() => $"{base.Describe()} {context} {value}";

    internal override bool TryFind(in Candidate candidate, out Hit hit)
    {
        hit = default;
        var text = candidate.Text;
        if (!Latin1Match.TryMatch(context, text[candidate.At..], 0, out _, out var before))
            return false;
        var start = candidate.At + before;
        if (!Latin1Match.TryMatch(value, text[start..], 0, out _, out var length) || !Boundary.After(text, start + length))
            return false;
        return Judgement.TryHit(text, start, length, Validator, out hit);
    }
}
