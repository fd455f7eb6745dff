using System.Collections.Immutable;

namespace Postrun.Model;

/// <summary>What was removed, added up while <c>removed.ndjson.zst</c> was written.</summary>
public sealed record RemovedList
{
    public const string FileName = "removed.ndjson.zst";

    public required long Records { get; init; }

    /// <summary>Hexadecimal root of the Merkle tree over the lines, RFC 6962 section 2.1 with SHA-256.</summary>
    public required string MerkleRoot { get; init; }

    /// <summary>Hexadecimal SHA-256 of the compressed file.</summary>
    public required string FileSha256 { get; init; }

    /// <summary>By round (0-based), then by step number.</summary>
    public required ImmutableArray<ImmutableArray<RemovalTally>> Steps { get; init; }

    public required ImmutableSortedDictionary<ResidueKind, RemovalTally> Kinds { get; init; }
}

/// <summary>A sum over removed entries.</summary>
/// <param name="Files">Entries that are not directories.</param>
/// <param name="BytesFreed">Allocated bytes given back; an inode counts when its last name went.</param>
/// <param name="BytesHeld">Allocated bytes of entries that a process still held open: free when it closes them.</param>
public readonly record struct RemovalTally(long Files, long Directories, long BytesFreed, long BytesHeld)
{
    public static RemovalTally operator +(RemovalTally left, RemovalTally right) => new(
        left.Files + right.Files, left.Directories + right.Directories,
        left.BytesFreed + right.BytesFreed, left.BytesHeld + right.BytesHeld);
}
