using Postrun.Model;

namespace Postrun.Evidence;

/// <summary>One removed entry, as it is written; its spans are read before <see cref="RemovedLine.Write"/> returns.</summary>
public readonly ref struct RemovedEntry
{
    /// <summary>Absolute; the directory of the entry where <see cref="Name"/> is given, else the entry itself.</summary>
    public required ReadOnlySpan<byte> Path { get; init; }

    /// <summary>Appended to <see cref="Path"/> after a slash; empty: nothing is.</summary>
    public ReadOnlySpan<byte> Name { get; init; }

    public required ItemType Type { get; init; }

    /// <summary>Apparent size in bytes (<c>st_size</c>).</summary>
    public required long Size { get; init; }

    /// <summary>Allocated bytes given back: zero while another name of the inode remains.</summary>
    public required long Freed { get; init; }

    /// <summary>0-based.</summary>
    public required int Round { get; init; }

    /// <summary>Number of the step in the plan of that round.</summary>
    public required int Step { get; init; }

    /// <summary>A process held it open: <see cref="Freed"/> comes back when that process closes it.</summary>
    public bool Held { get; init; }

    /// <summary>The 32 bytes of the SHA-256 of its content; empty where it was not read.</summary>
    public ReadOnlySpan<byte> Sha256 { get; init; }
}

/// <summary>One removed entry, as it is read back.</summary>
public sealed record RemovedRecord
{
    public required UnixPath Path { get; init; }

    public required ItemType Type { get; init; }

    public required long Size { get; init; }

    public required long Freed { get; init; }

    public required int Round { get; init; }

    public required int Step { get; init; }

    public bool Held { get; init; }

    /// <summary>64 lower-case hexadecimal digits, or <see langword="null"/>.</summary>
    public string? Sha256 { get; init; }
}
