using Postrun.Redaction.Detection;
using Postrun.Redaction.Validation;

namespace Postrun.Redaction.Rules;

/// <summary>One thing to look for, and what is known of it.</summary>
public sealed record Rule
{
    /// <summary>Stable, lower case with hyphens, such as <c>github-personal-access-token</c>. Stands in labels, reports and allow-lists.</summary>
    public required string Id { get; init; }

    /// <summary>A few words for a person, such as <c>GitHub personal access token</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Where its form is described: an https address.</summary>
    public required string Reference { get; init; }

    public required Severity Severity { get; init; }

    public required RuleCategory Category { get; init; }

    public RuleKind Kind => Category >= RuleCategory.PersonalBrazil ? RuleKind.PersonalData : RuleKind.Credential;

    public required Detector Detector { get; init; }

    /// <summary>Whether the rule finds a value at the candidate, and one that is not merely in the place of a secret.</summary>
    internal bool TryFind(in Candidate candidate, out Hit hit) =>
        Detector.TryFind(candidate, out hit) && !(Kind == RuleKind.Credential && IsPlaceholder(candidate, hit));

    /// <summary>A literal within the value is one of its issuer: what else it holds, chance has put there, unless it is all that it holds.</summary>
    private static bool IsPlaceholder(in Candidate candidate, Hit hit)
    {
        var value = candidate.Text.Slice(hit.Start, hit.Length);
        var literal = candidate.At + candidate.Length - hit.Start;
        return literal > 0 && candidate.At < hit.Start + hit.Length && literal < value.Length
            ? Placeholder.IsEvident(value, value[literal..])
            : Placeholder.IsOne(value);
    }
}
