namespace Postrun.Redaction.Detection;

/// <summary>Finds a value by code, where a pattern would not do: what has structure, or a checksum that decides.</summary>
internal delegate bool Matcher(in Candidate candidate, out Hit hit);

/// <summary>A value whose form is checked by code.</summary>
internal sealed class MatchDetector(Matcher matcher) : Detector
{
    internal override bool TryFind(in Candidate candidate, out Hit hit) => matcher(candidate, out hit);
}
