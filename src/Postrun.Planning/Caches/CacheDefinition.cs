using System.Collections.Immutable;

namespace Postrun.Planning;

/// <summary>A cache that a training run fills: where it lies, what moves it, how it is recognised.</summary>
public sealed record CacheDefinition
{
    /// <summary>What <c>caches.names</c> calls it.</summary>
    public required string Name { get; init; }

    public required string Title { get; init; }

    /// <summary>The page of its owner that says where it lies.</summary>
    public required string Reference { get; init; }

    public required ImmutableArray<CachePlace> Places { get; init; }
}

/// <summary>One directory of a cache, wherever it was moved to.</summary>
public sealed record CachePlace
{
    /// <summary>
    /// Templates, all of them looked at unless a variable moved the place: <c>{home}</c>, <c>{cache}</c>
    /// (<c>XDG_CACHE_HOME</c> or <c>~/.cache</c>), <c>{tmp}</c> (<c>TMPDIR</c> or <c>/tmp</c>) or an absolute path at
    /// the start, <c>{user}</c> anywhere, and <c>*</c>, <c>?</c>, <c>[a-z]</c> within a component.
    /// </summary>
    public ImmutableArray<string> Defaults { get; init; } = [];

    /// <summary>What moves it, the strongest first: as with the tool itself, the first that is set decides.</summary>
    public ImmutableArray<CacheVariable> Variables { get; init; } = [];

    /// <summary>
    /// Names that only this cache writes; a slash leads into subdirectories. Where a variable decided the location, one of
    /// them, or <c>CACHEDIR.TAG</c>, must be there: <c>PIP_CACHE_DIR=/srv/data</c> is a mistake, not a cache.
    /// </summary>
    public required ImmutableArray<string> Markers { get; init; }

    /// <summary>Every name in the directory must be one of <see cref="Markers"/>.</summary>
    public bool Exclusive { get; init; }
}

/// <summary>An environment variable that moves a cache.</summary>
/// <param name="Subdirectory">Where beneath its value the cache lies; empty: the value is the location.</param>
public sealed record CacheVariable(string Name, string Subdirectory = "")
{
    /// <summary>The characters that separate several locations; empty: the value is one.</summary>
    public string Separators { get; init; } = "";

    /// <summary>The location is the value of this command-line flag within the variable; empty: the whole value.</summary>
    public string Flag { get; init; } = "";

    /// <summary>The value names a file; the location is its directory.</summary>
    public bool NamesFile { get; init; }
}
