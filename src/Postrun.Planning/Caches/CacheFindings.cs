using System.Collections.Immutable;
using Postrun.Model;

namespace Postrun.Planning;

/// <summary>The caches that may be cleaned, and what looked like one but may not.</summary>
public sealed record CacheFindings
{
    /// <summary>In byte order of their paths; none within another.</summary>
    public required ImmutableArray<FoundCache> Found { get; init; }

    /// <summary>In byte order of their paths, one each.</summary>
    public required ImmutableArray<LeftItem> Refused { get; init; }
}

/// <summary>A directory that is a cache and nothing else.</summary>
public sealed record FoundCache
{
    /// <summary>Its name in the catalogue, or <see cref="CacheCatalogue.Declared"/>.</summary>
    public required string Name { get; init; }

    /// <summary>The login name of its owner.</summary>
    public required string User { get; init; }

    /// <summary>Absolute, without <c>.</c>, <c>..</c> and doubled slashes.</summary>
    public required UnixPath Path { get; init; }

    /// <summary>What named it: <c>default</c>, <c>caches.paths</c>, or an environment variable.</summary>
    public required string Via { get; init; }

    public required ulong Device { get; init; }

    public required ulong Inode { get; init; }
}
