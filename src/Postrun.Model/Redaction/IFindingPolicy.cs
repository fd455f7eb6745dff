using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Postrun.Model;

/// <summary>Decides what a finding leads to. A pure function of the facts; many threads ask at once.</summary>
public interface IFindingPolicy
{
    PolicyIdentity Identity { get; }

    /// <summary>The decision. Where there is none, or it is malformed, the finding fails: the reason says why.</summary>
    FindingDecision Decide(in FindingFacts facts);
}

/// <summary>What is known of a finding; never the value.</summary>
/// <param name="Detector">The id of the rule that found it.</param>
/// <param name="IsCredential">A credential; else personal data.</param>
/// <param name="HasChecksum">Its checksum or its structure holds; else it only looks like one.</param>
/// <param name="Path">Relative to its workspace root.</param>
public readonly record struct FindingFacts(
    string Detector, bool IsCredential, FindingSeverity Severity, bool HasChecksum, FindingPlace Place, UnixPath Path);

/// <summary>What becomes of a finding, and why.</summary>
/// <param name="Original">What becomes of the text as it was.</param>
/// <param name="Reasons">Never empty.</param>
public sealed record FindingDecision(FindingAction Action, OriginalText Original, ImmutableArray<Reason> Reasons);

/// <summary>What a finding leads to.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FindingAction>))]
public enum FindingAction
{
    /// <summary>The text does without it.</summary>
    [JsonStringEnumMemberName("redact")] Redact,

    /// <summary>It is listed, and stays.</summary>
    [JsonStringEnumMemberName("report")] Report,

    /// <summary>It is an incident, and nothing is rewritten.</summary>
    [JsonStringEnumMemberName("fail")] Fail,
}

/// <summary>What becomes of a text as it was.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<OriginalText>))]
public enum OriginalText
{
    [JsonStringEnumMemberName("replace")] Replace,
    [JsonStringEnumMemberName("seal")] Seal,
    [JsonStringEnumMemberName("leave")] Leave,
}
