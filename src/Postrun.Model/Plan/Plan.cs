using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Postrun.Model;

/// <summary>
/// What will be done, and why: a value. Its digest is the SHA-256 of its canonical form (RFC 8785); a plan runs once.
/// </summary>
/// <remarks>
/// The steps label a tree. A step over a directory holds for everything beneath it but for what a deeper step names:
/// a million files with one decision are one step, and the exceptions are steps of their own.
/// </remarks>
public sealed record Plan
{
    public string ApiVersion { get; init; } = RunDescriptor.ApiVersion;

    public string Kind { get; init; } = "Plan";

    public required Guid Id { get; init; }

    public required RunIdentity Run { get; init; }

    public required string DescriptorDigest { get; init; }

    public required PolicyIdentity Policy { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>
    /// What was created or changed at this instant or later (its <c>ctime</c>) was not seen as it is now, and this plan
    /// does not touch it.
    /// </summary>
    public required DateTimeOffset AsOf { get; init; }

    public required UnixPath EvidenceDirectory { get; init; }

    public required Confirmation Confirmation { get; init; }

    /// <summary>How what stays is looked through; <see langword="null"/>: it is not.</summary>
    public PlanRedaction? Redaction { get; init; }

    public required ImmutableArray<PlanRoot> Roots { get; init; }

    public required ImmutableArray<Decision> Decisions { get; init; }

    public required ImmutableArray<PlanStep> Steps { get; init; }

    /// <summary>What could not be looked at or may not be entered. It stays, and the report says so.</summary>
    public required ImmutableArray<LeftItem> Left { get; init; }
}

/// <summary>A directory that may be changed, and what it was when the plan was made.</summary>
public sealed record PlanRoot
{
    public required UnixPath Path { get; init; }

    public required RootOrigin Origin { get; init; }

    public string? Cache { get; init; }

    public string? User { get; init; }

    /// <summary>Written as text: JSON numbers end at 2^53.</summary>
    [JsonNumberHandling(JsonNumberHandling.WriteAsString | JsonNumberHandling.AllowReadingFromString)]
    public required ulong Device { get; init; }

    /// <inheritdoc cref="Device"/>
    [JsonNumberHandling(JsonNumberHandling.WriteAsString | JsonNumberHandling.AllowReadingFromString)]
    public required ulong Inode { get; init; }

    /// <summary>Such as <c>ext4</c>, <c>tmpfs</c>, <c>overlay</c>.</summary>
    public required string FileSystem { get; init; }

    /// <summary>
    /// Where this root lies beneath its workspace root: empty for the workspace root itself, the relative path for a
    /// mount point that the descriptor allows to be entered. Patterns are relative to the workspace root.
    /// </summary>
    public UnixPath Prefix { get; init; } = UnixPath.Empty;
}

/// <summary>One decision over one entry or over one tree.</summary>
public sealed record PlanStep
{
    /// <summary>Position in <see cref="Plan.Steps"/>.</summary>
    public required int Number { get; init; }

    /// <summary>Position in <see cref="Plan.Roots"/>.</summary>
    public required int Root { get; init; }

    /// <summary>Relative to the root; empty for the content of the root, which itself stays.</summary>
    public required UnixPath Path { get; init; }

    public required ItemType Type { get; init; }

    /// <summary>Position in <see cref="Plan.Decisions"/>.</summary>
    public required int Decision { get; init; }

    /// <summary>Entries that are not directories.</summary>
    public required long Files { get; init; }

    public required long Directories { get; init; }

    /// <summary>Allocated bytes (<c>st_blocks</c> times 512), each inode counted once.</summary>
    public required long Bytes { get; init; }

    /// <summary>Processes that hold one of the entries open, such as <c>python (4711)</c>.</summary>
    public ImmutableArray<string> HeldBy { get; init; } = [];
}

/// <summary>Something that stays although nothing says it should, and why.</summary>
public sealed record LeftItem
{
    /// <summary>Absolute.</summary>
    public required UnixPath Path { get; init; }

    public required LeftReason Reason { get; init; }

    /// <summary>One line for a person: what, and what to do.</summary>
    public required string Detail { get; init; }
}

/// <summary>Why something was left.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<LeftReason>))]
public enum LeftReason
{
    [JsonStringEnumMemberName("undecided")] Undecided,
    [JsonStringEnumMemberName("changedSincePlan")] ChangedSincePlan,
    [JsonStringEnumMemberName("mountPoint")] MountPoint,
    [JsonStringEnumMemberName("symbolicLink")] SymbolicLink,
    [JsonStringEnumMemberName("notOwned")] NotOwned,
    [JsonStringEnumMemberName("unreadable")] Unreadable,
    [JsonStringEnumMemberName("permissionDenied")] PermissionDenied,
    [JsonStringEnumMemberName("immutable")] Immutable,
    [JsonStringEnumMemberName("readOnlyFileSystem")] ReadOnlyFileSystem,
    [JsonStringEnumMemberName("inputOutputError")] InputOutputError,
    [JsonStringEnumMemberName("notEmpty")] NotEmpty,
    [JsonStringEnumMemberName("linkedToEvidence")] LinkedToEvidence,
    [JsonStringEnumMemberName("deadline")] Deadline,
    [JsonStringEnumMemberName("interrupted")] Interrupted,
    [JsonStringEnumMemberName("evidenceMissing")] EvidenceMissing,
    [JsonStringEnumMemberName("other")] Other,
    [JsonStringEnumMemberName("hardLinked")] HardLinked,
    [JsonStringEnumMemberName("openForWriting")] OpenForWriting,
    [JsonStringEnumMemberName("noSpace")] NoSpace,
}
