namespace Postrun.Model;

/// <summary>Where a root comes from.</summary>
[System.Text.Json.Serialization.JsonConverter(typeof(System.Text.Json.Serialization.JsonStringEnumConverter<RootOrigin>))]
public enum RootOrigin
{
    /// <summary>Declared under <c>workspace.roots</c>.</summary>
    [System.Text.Json.Serialization.JsonStringEnumMemberName("workspace")] Workspace,

    /// <summary>A cache, found or declared.</summary>
    [System.Text.Json.Serialization.JsonStringEnumMemberName("cache")] Cache,
}

/// <summary>
/// What is known of one item when the policy is asked. The declared patterns come as positions in the descriptor's
/// lists, -1 where no pattern of that list matches (the last match wins, a negated one counts as none).
/// </summary>
public readonly ref struct ItemFacts
{
    public required RootOrigin Origin { get; init; }

    /// <summary>The name of the cache a root is; <see langword="null"/> in a workspace.</summary>
    public string? Cache { get; init; }

    /// <summary>The absolute path of its root.</summary>
    public required UnixPath Root { get; init; }

    /// <summary>Relative to its root, without leading slash; empty for the root itself.</summary>
    public required ReadOnlySpan<byte> Path { get; init; }

    public required ItemType Type { get; init; }

    /// <summary>Bytes that can be read; of a directory, what its file system says.</summary>
    public long Size { get; init; }

    /// <summary>When its content changed last, in ticks of 100 ns since the year 1. Its owner may have set it to anything.</summary>
    public long ModifiedTicks { get; init; }

    /// <summary>Inside the package directory.</summary>
    public bool InPackage { get; init; }

    public int Evidence { get; init; }

    public int Keep { get; init; }

    public int Intermediate { get; init; }

    public int Transient { get; init; }

    /// <summary>A pattern of <see cref="RedactionSource.Logs"/> matches. No retention policy sees it.</summary>
    public bool IsLog { get; init; }

    /// <summary>Another name of a file that is kept.</summary>
    public bool LinkedToKept { get; init; }

    /// <summary>A symbolic link that is kept leads here, or to a directory around this.</summary>
    public bool LedToByKept { get; init; }
}
