using System.Text.RegularExpressions;

namespace Postrun.Redaction.Detection;

/// <summary>A value that its own bytes give away: a prefix that its issuer gives to all of them, or a part of it.</summary>
/// <remarks>
/// The pattern matches the whole value, and sees bytes as characters of Latin-1. It may neither look around nor refer back, so
/// that its time is linear; a test holds every pattern against that.
/// </remarks>
internal sealed class TokenDetector(Regex pattern) : Detector
{
    /// <summary>How many bytes before the literal the value may begin; 0 where it begins with the literal.</summary>
    internal int Lead { get; init; }

    /// <summary>Whether a word that goes on before or after the value means that it is none.</summary>
    internal bool Bounded { get; init; } = true;

    internal Validator? Validator { get; init; }

    internal Regex Pattern => pattern;

    /// <summary>What is made of letters, digits and marks of Base64 is part of a run, or no token.</summary>
    internal override LiteralPlace PlaceOf(string literal) => ValueRun.MayHold(literal) ? LiteralPlace.Runs : LiteralPlace.Everywhere;

    internal override string Describe() => $"{base.Describe()} {Lead} {Bounded} {pattern}";

    internal override bool TryFind(in Candidate candidate, out Hit hit)
    {
        hit = default;
        // Short prefixes stand within many words: that costs less to see than a pattern does.
        if (Bounded && Lead == 0 && !Boundary.Before(candidate.Text, candidate.At))
            return false;
        if (!ValueRun.IsAround(candidate.Text, candidate.At, candidate.Length))
            return false;
        var from = Math.Max(0, candidate.At - Lead);
        if (!Latin1Match.TryMatch(pattern, candidate.Text[from..], candidate.At - from, out var index, out var length))
            return false;
        var start = from + index;
        if (Bounded && !(Boundary.Before(candidate.Text, start) && Boundary.After(candidate.Text, start + length)))
            return false;
        return Judgement.TryHit(candidate.Text, start, length, Validator, out hit);
    }
}
