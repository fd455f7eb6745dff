using Postrun.Redaction.Rules;

namespace Postrun.Redaction.Scanning;

/// <summary>What one rule says of a place in the bytes at hand, before overlaps are resolved.</summary>
/// <param name="Rule">Its number in the rule set, or <see cref="Label"/>.</param>
/// <param name="Start">In the bytes at hand.</param>
/// <param name="GoesOn">It belongs to the finding before it, and is not counted.</param>
internal readonly record struct RawHit(int Rule, int Start, int Length, Confidence Confidence, bool GoesOn = false)
{
    /// <summary>No rule: a label of an earlier redaction stands here, and is part of no finding.</summary>
    internal const int Label = -1;

    internal int End => Start + Length;

    internal static RawHit OfLabel(Range place) => new(Label, place.Start.Value, place.End.Value - place.Start.Value, default);
}
