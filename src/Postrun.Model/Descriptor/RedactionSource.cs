using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Postrun.Model;

/// <summary>How what stays is looked through for secrets and personal data.</summary>
public sealed record RedactionSource
{
    /// <summary>Whether it is looked through at all.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>Files of the workspace that are logs: what of them is kept is redacted, also where it is kept as evidence is.</summary>
    public ImmutableArray<DeclaredPattern> Logs { get; init; } = [];

    /// <summary>What stands in the place of what is redacted.</summary>
    public FindingForm Form { get; init; }

    /// <summary>Files with further rules, absolute and outside the roots.</summary>
    public ImmutableArray<UnixPath> Rules { get; init; } = [];

    /// <summary>From this severity on a finding is an incident, and nothing is rewritten; <see langword="null"/>: none is for its severity alone.</summary>
    public FindingSeverity? FailAt { get; init; }

    /// <summary>What is declared to be harmless.</summary>
    public ImmutableArray<AllowedFinding> Allow { get; init; } = [];

    /// <summary>
    /// A file that holds the key of pseudonyms and fingerprints, absolute and outside the roots; <see langword="null"/>: a key of the
    /// run, which is made for it and kept in memory only.
    /// </summary>
    public UnixPath? Key { get; init; }
}

/// <summary>What stands in the place of a value.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FindingForm>))]
public enum FindingForm
{
    /// <summary>The rule and a pseudonym.</summary>
    [JsonStringEnumMemberName("label")] Label,

    /// <summary>Nothing.</summary>
    [JsonStringEnumMemberName("remove")] Remove,

    /// <summary>Asterisks.</summary>
    [JsonStringEnumMemberName("mask")] Mask,

    /// <summary>Asterisks but for the last four bytes.</summary>
    [JsonStringEnumMemberName("last4")] LastFour,
}

/// <summary>Findings that are declared to be harmless.</summary>
/// <param name="Rule">The id of the rule that finds them.</param>
/// <param name="Path">A glob over paths relative to the root, in their text form: <c>docs/**</c>.</param>
/// <param name="Reason">One line for a person.</param>
public sealed record AllowedFinding(string Rule, string Path, string Reason);

/// <summary>How much harm a finding does in the wrong hands.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FindingSeverity>))]
public enum FindingSeverity
{
    [JsonStringEnumMemberName("low")] Low,
    [JsonStringEnumMemberName("medium")] Medium,
    [JsonStringEnumMemberName("high")] High,
    [JsonStringEnumMemberName("critical")] Critical,
}
