namespace Postrun.Redaction.Detection;

/// <summary>How a rule finds its values. Has no state: many threads use one.</summary>
public abstract class Detector
{
    private protected Detector()
    {
    }

    /// <summary>
    /// One of these stands in every match. ASCII, at least three bytes each, the rarer in ordinary logs the better. Empty where
    /// <see cref="Shape"/> leads to the candidates.
    /// </summary>
    internal IReadOnlyList<string> Literals { get; init; } = [];

    /// <summary>The literals are found in any case.</summary>
    internal bool IgnoreCase { get; init; }

    /// <summary>The arrangement of digits and marks that leads to candidates, where no literal does.</summary>
    internal Shape Shape { get; init; }

    /// <summary>Where one of its literals is looked for. Elsewhere it leads to nothing.</summary>
    internal virtual LiteralPlace PlaceOf(string literal) => literal.Length <= 3 && ValueRun.MayHold(literal) ? LiteralPlace.Runs : LiteralPlace.Everywhere;

    /// <summary>What it looks for, as far as that is data: rule sets that differ here differ in version.</summary>
    internal virtual string Describe() => $"{string.Join(' ', Literals)} {IgnoreCase} {Shape}";

    /// <summary>Whether there is a value at the candidate. It may begin before the literal, and need not contain it.</summary>
    internal abstract bool TryFind(in Candidate candidate, out Hit hit);
}
