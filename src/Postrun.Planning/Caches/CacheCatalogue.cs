using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Postrun.Planning;

/// <summary>Every cache that Postrun knows. <c>docs/caches.md</c> is the same table for readers.</summary>
/// <remarks>
/// Credentials, settings and records (experiment stores, run directories, histories) are never part of it: a tool that
/// keeps them beside its cache has its subdirectories listed one by one.
/// </remarks>
public static partial class CacheCatalogue
{
    /// <summary>The name of a directory that <c>caches.paths</c> declares.</summary>
    public const string Declared = "declared";

    public static ImmutableArray<CacheDefinition> All { get; } = [.. PackageManagers, .. Models, .. Compilers, .. Tools];

    private static readonly FrozenDictionary<string, CacheDefinition> ByName = All.ToFrozenDictionary(cache => cache.Name);

    /// <summary>What <c>caches.names</c> may list.</summary>
    public static IReadOnlySet<string> Names { get; } = All.Select(cache => cache.Name).ToFrozenSet();

    public static CacheDefinition? Find(string name) => ByName.GetValueOrDefault(name);
}
