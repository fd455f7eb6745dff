using System.Text.RegularExpressions;

namespace Postrun.Redaction.Detection;

/// <summary>A value that only the name beside it gives away: <c>DATADOG_API_KEY=0123...</c>, <c>"datadog": {"apiKey": "0123..."}</c>.</summary>
/// <remarks>
/// The literals are what the name holds; they are found in any case, and only where the value has a <see cref="ValueRun"/>: a name alone
/// is no reason to look. The value is looked for behind the rest of the name, a mark of assignment and a quotation mark: see
/// <see cref="Assignment"/>. The pattern has to match right there, and is bound as that of <see cref="TokenDetector"/> is.
/// </remarks>
internal sealed class AssignedDetector : Detector
{
    private readonly Regex _pattern;

    internal AssignedDetector(Regex pattern)
    {
        _pattern = pattern;
        IgnoreCase = true;
    }

    internal Validator? Validator { get; init; }

    /// <summary>Whether the name has to say that it is one of a secret, beyond the literal: see <see cref="CredentialName"/>.</summary>
    internal bool NamesSecret { get; init; }

    internal Regex Pattern => _pattern;

    /// <summary>What begins with a mark, such as <c>&amp;sig</c>, reaches out of the name.</summary>
    internal override LiteralPlace PlaceOf(string literal) => Assignment.MayHold(literal) ? LiteralPlace.Names : LiteralPlace.Everywhere;

    internal override string Describe() => $"{base.Describe()} {NamesSecret} {_pattern}";

    internal override bool TryFind(in Candidate candidate, out Hit hit)
    {
        hit = default;
        var text = candidate.Text;
        if (!Assignment.TryFindValue(text, candidate.At + candidate.Length, out var start) || !ValueRun.IsIn(text, start))
            return false;
        if (NamesSecret && !CredentialName.IsOne(text, candidate.At, candidate.Length))
            return false;
        if (!Latin1Match.TryMatch(_pattern, text[start..], 0, out _, out var length) || !Boundary.After(text, start + length))
            return false;
        return Judgement.TryHit(text, start, length, Validator, out hit);
    }
}
