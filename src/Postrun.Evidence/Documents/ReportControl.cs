using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Postrun.Evidence;

/// <summary>A risk, what this run did about it, and what it did not.</summary>
public sealed record ReportControl
{
    public required ControlId Id { get; init; }

    public required string Risk { get; init; }

    public required string Controls { get; init; }

    public required ImmutableArray<string> References { get; init; }

    public required ControlStatus Status { get; init; }

    /// <summary>Why the status is what it is; in English in <see cref="Detail"/>.</summary>
    public required ImmutableArray<ControlFinding> Findings { get; init; }

    public required string Detail { get; init; }
}

[JsonConverter(typeof(JsonStringEnumConverter<ControlId>))]
public enum ControlId
{
    [JsonStringEnumMemberName("residue")] Residue,
    [JsonStringEnumMemberName("secrets")] Secrets,
    [JsonStringEnumMemberName("retention")] Retention,
    [JsonStringEnumMemberName("orphans")] Orphans,
    [JsonStringEnumMemberName("forensics")] Forensics,
}

[JsonConverter(typeof(JsonStringEnumConverter<ControlStatus>))]
public enum ControlStatus
{
    [JsonStringEnumMemberName("met")] Met,
    [JsonStringEnumMemberName("partial")] Partial,
    [JsonStringEnumMemberName("notMet")] NotMet,

    /// <summary>Nothing in this version does anything about it.</summary>
    [JsonStringEnumMemberName("notCovered")] NotCovered,
}

/// <param name="Count">How many, or how many bytes, where the code counts something.</param>
public sealed record ControlFinding(ControlFindingCode Code, long? Count = null);

[JsonConverter(typeof(JsonStringEnumConverter<ControlFindingCode>))]
public enum ControlFindingCode
{
    [JsonStringEnumMemberName("deletedFiles")] DeletedFiles,
    [JsonStringEnumMemberName("nothingToDelete")] NothingToDelete,
    [JsonStringEnumMemberName("deletionOnly")] DeletionOnly,
    [JsonStringEnumMemberName("leftItems")] LeftItems,
    [JsonStringEnumMemberName("incomplete")] Incomplete,
    [JsonStringEnumMemberName("noRevocation")] NoRevocation,
    [JsonStringEnumMemberName("everythingClassified")] EverythingClassified,
    [JsonStringEnumMemberName("undecidedSteps")] UndecidedSteps,
    [JsonStringEnumMemberName("withoutGround")] WithoutGround,
    [JsonStringEnumMemberName("intermediatesInClear")] IntermediatesInClear,
    [JsonStringEnumMemberName("storageReleased")] StorageReleased,
    [JsonStringEnumMemberName("storageHeld")] StorageHeld,
    [JsonStringEnumMemberName("computeNotCovered")] ComputeNotCovered,
    [JsonStringEnumMemberName("signedTrail")] SignedTrail,
    [JsonStringEnumMemberName("unsignedTrail")] UnsignedTrail,
    [JsonStringEnumMemberName("noAuditEvents")] NoAuditEvents,
    [JsonStringEnumMemberName("notLookedThrough")] NotLookedThrough,
    [JsonStringEnumMemberName("lookedThrough")] LookedThrough,
    [JsonStringEnumMemberName("redactedFiles")] RedactedFiles,
    [JsonStringEnumMemberName("unredactedFiles")] UnredactedFiles,
    [JsonStringEnumMemberName("secretIncidents")] SecretIncidents,
    [JsonStringEnumMemberName("unreadFiles")] UnreadFiles,
    [JsonStringEnumMemberName("revokedCredentials")] RevokedCredentials,
    [JsonStringEnumMemberName("openCredentials")] OpenCredentials,
    [JsonStringEnumMemberName("damagedCredentials")] DamagedCredentials,
    [JsonStringEnumMemberName("unknownCredentials")] UnknownCredentials,
}
