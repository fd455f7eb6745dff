using Postrun.Redaction.Detection;

namespace Postrun.Redaction.UserRules;

/// <summary>Finds what another detector finds, but for values that are known to be harmless.</summary>
internal sealed class AllowingDetector : Detector
{
    private readonly Detector _inner;
    private readonly IReadOnlyList<Allowance> _allowances;
    private readonly Fingerprinter? _fingerprint;

    internal AllowingDetector(Detector inner, IReadOnlyList<Allowance> allowances, Fingerprinter? fingerprint)
    {
        (_inner, _allowances, _fingerprint) = (inner, allowances, fingerprint);
        (Literals, IgnoreCase, Shape) = (inner.Literals, inner.IgnoreCase, inner.Shape);
    }

    internal override LiteralPlace PlaceOf(string literal) => _inner.PlaceOf(literal);

    internal override string Describe() => $"{_inner.Describe()} {string.Join(' ', _allowances.Select(static allowance => allowance.Describe()))}";

    internal override bool TryFind(in Candidate candidate, out Hit hit)
    {
        if (!_inner.TryFind(candidate, out hit))
            return false;
        var value = candidate.Text.Slice(hit.Start, hit.Length);
        foreach (var allowance in _allowances)
            if (allowance.Holds(value, _fingerprint))
                return false;
        return true;
    }
}
