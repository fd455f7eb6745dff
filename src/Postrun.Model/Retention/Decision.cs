using System.Collections.Immutable;

namespace Postrun.Model;

/// <summary>Why: the rule that spoke and the fact it stood on.</summary>
/// <param name="Rule">A stable name, such as <c>workspace.evidence</c>.</param>
/// <param name="Fact">One line for a person, such as <c>matches 'reports/**' (postrun.yaml line 14)</c>.</param>
public sealed record Reason(string Rule, string Fact);

/// <summary>What is to become of an item, and why.</summary>
public sealed record Decision
{
    public required DataClass Class { get; init; }

    /// <summary><see langword="null"/> only where the class is <see cref="DataClass.Undecided"/>.</summary>
    public RetentionCode? Retention { get; init; }

    /// <summary>The item is due for disposal after this instant; <see langword="null"/> for a hold and for the undecided.</summary>
    public DateTimeOffset? DeleteAfter { get; init; }

    public string? LegalBasis { get; init; }

    public string? Responsible { get; init; }

    public required Treatment Treatment { get; init; }

    /// <summary>
    /// Where what is found in its text lies, for the redaction policy; <see langword="null"/>: it is not looked through, for it goes, or
    /// nothing is.
    /// </summary>
    public FindingPlace? Place { get; init; }

    /// <summary>Rules disagreed; keeping won.</summary>
    public bool Conflict { get; init; }

    /// <summary>Never empty.</summary>
    public required ImmutableArray<Reason> Reasons { get; init; }
}
