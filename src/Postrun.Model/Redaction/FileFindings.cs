using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Postrun.Model;

/// <summary>What was found in one file, and what became of it. Holds no value and nothing of what stands around one.</summary>
public sealed record FileFindings
{
    /// <summary>Absolute.</summary>
    public required UnixPath Path { get; init; }

    /// <summary>The round in which it was looked at, 0-based. A frame of the journal does not say it, for it stands in its round.</summary>
    public int Round { get; init; }

    /// <summary>The step of that round's plan over it.</summary>
    public required int Step { get; init; }

    public required FindingPlace Place { get; init; }

    public required FileOutcome Outcome { get; init; }

    /// <summary>Which rules looked, as <see cref="PlanRedaction.RuleSet"/> names them.</summary>
    public required string RuleSet { get; init; }

    /// <summary>By rule and confidence. Never empty.</summary>
    public required ImmutableArray<FindingCount> Counts { get; init; }

    /// <summary>Where single findings are; only of what waits for a person, and at most <see cref="MaxPlaces"/> of them.</summary>
    public ImmutableArray<FoundAt> Places { get; init; } = [];

    /// <summary>Bytes of the file, and its SHA-256, as it was found.</summary>
    public required long BytesBefore { get; init; }

    public string? Sha256Before { get; init; }

    /// <summary>Of the redacted file; absent where there is none.</summary>
    public long? BytesAfter { get; init; }

    public string? Sha256After { get; init; }

    /// <summary>What the redacted file does not have of the original: names of extended attributes, <c>owner</c>, <c>times</c>.</summary>
    public ImmutableArray<string> Lost { get; init; } = [];

    /// <summary>Why it was left as it was; absent where it was redacted or nothing had to be.</summary>
    public string? Detail { get; init; }

    public const int MaxPlaces = 100;
}

/// <summary>What became of a file in which something was found.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FileOutcome>))]
public enum FileOutcome
{
    /// <summary>A copy without the findings stands in its place; the original was unlinked.</summary>
    [JsonStringEnumMemberName("redacted")] Redacted,

    /// <summary>Everything that was found may stay.</summary>
    [JsonStringEnumMemberName("reported")] Reported,

    /// <summary>It should have been redacted, and could not be.</summary>
    [JsonStringEnumMemberName("left")] Left,

    /// <summary>It may not be rewritten, or the policy says that the finding fails the run: a person has to act.</summary>
    [JsonStringEnumMemberName("incident")] Incident,
}

/// <summary>How often one rule found something in a file, and what that led to.</summary>
/// <param name="Name">Of the rule, for a person.</param>
/// <param name="HasChecksum">Its checksum or its structure holds; else it only looks like one.</param>
/// <param name="Redacted">How many of them the redacted file does without.</param>
public sealed record FindingCount(
    string Rule, string Name, bool IsCredential, FindingSeverity Severity, bool HasChecksum, FindingAction Action, long Found, long Redacted, ImmutableArray<Reason> Reasons);

/// <summary>Where a finding is.</summary>
/// <param name="Fingerprint">A keyed hash of the value: equal values have equal ones under one key. 16 hexadecimal digits.</param>
/// <param name="Line">From 1.</param>
/// <param name="Offset">In bytes, from 0, in the text as it is read.</param>
public sealed record FoundAt(string Rule, string Fingerprint, long Line, long Offset, int Length);
