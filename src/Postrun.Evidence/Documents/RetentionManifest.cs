using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Postrun.Model;

namespace Postrun.Evidence;

/// <summary><c>retention_manifest.json</c>: what stays until when, on whose word and on which ground; and what does not.</summary>
public sealed record RetentionManifest
{
    public const string DocumentKind = "RetentionManifest";

    public string ApiVersion { get; init; } = RunDescriptor.ApiVersion;

    public string Kind { get; init; } = DocumentKind;

    public required RunIdentity Run { get; init; }

    /// <summary>By round.</summary>
    public required ImmutableArray<ManifestPlan> Plans { get; init; }

    public required PolicyIdentity Policy { get; init; }

    /// <summary>When the clean-up began; <see cref="ManifestEntry.State"/> is as of its end.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>
    /// Whether <see cref="ManifestEntry.Hashes"/> has every kept regular file; <see langword="null"/> where the descriptor
    /// did not ask for hashes.
    /// </summary>
    public bool? HashesComplete { get; init; }

    /// <summary>The terms that the decisions came to, each once.</summary>
    public required ImmutableArray<ManifestClass> Classes { get; init; }

    /// <summary>By round, then by step. A decision of a later round over the same path stands after the earlier one.</summary>
    public required ImmutableArray<ManifestEntry> Entries { get; init; }
}

public sealed record ManifestPlan(int Round, Guid Id, string Digest);

/// <summary>A row of the class table, and what it came to hold.</summary>
public sealed record ManifestClass
{
    public required DataClass Class { get; init; }

    public RetentionCode? Retention { get; init; }

    public required Treatment Treatment { get; init; }

    public string? LegalBasis { get; init; }

    public string? Responsible { get; init; }

    /// <summary>Entries of the manifest.</summary>
    public required long Entries { get; init; }

    /// <summary>As planned.</summary>
    public required long Files { get; init; }

    /// <inheritdoc cref="Files"/>
    public required long Bytes { get; init; }
}

/// <summary>A decision over one entry or over a tree but for what other entries name.</summary>
public sealed record ManifestEntry
{
    public required int Round { get; init; }

    public required int Step { get; init; }

    /// <summary>Absolute.</summary>
    public required UnixPath Path { get; init; }

    public required ItemType Type { get; init; }

    public required DataClass Class { get; init; }

    public RetentionCode? Retention { get; init; }

    public required Treatment Treatment { get; init; }

    public required ManifestState State { get; init; }

    public DateTimeOffset? DeleteAfter { get; init; }

    public string? LegalBasis { get; init; }

    public string? Responsible { get; init; }

    /// <summary>As planned.</summary>
    public required long Files { get; init; }

    /// <inheritdoc cref="Files"/>
    public required long Bytes { get; init; }

    /// <summary>Rules disagreed; keeping won.</summary>
    public bool Conflict { get; init; }

    public required ImmutableArray<Reason> Reasons { get; init; }

    /// <summary>Of kept files, where they were read.</summary>
    public ImmutableArray<FileHash>? Hashes { get; init; }
}

public sealed record FileHash(UnixPath Path, string Sha256);

/// <summary>What became of an entry.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ManifestState>))]
public enum ManifestState
{
    [JsonStringEnumMemberName("kept")] Kept,
    [JsonStringEnumMemberName("deleted")] Deleted,

    /// <summary>Some of it was deleted; or some of what should be kept was missing.</summary>
    [JsonStringEnumMemberName("partial")] Partial,

    /// <summary>It is still there although nothing says that it should be; everything undecided is.</summary>
    [JsonStringEnumMemberName("left")] Left,
}
