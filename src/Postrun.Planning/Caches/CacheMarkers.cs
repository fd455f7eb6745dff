using System.Collections.Immutable;
using Postrun.Model;

namespace Postrun.Planning;

/// <summary>What is in a directory: whether it is the cache it is taken for, and whether it is only that.</summary>
internal sealed class CacheMarkers(ICacheProbe probe)
{
    private const string Tag = "CACHEDIR.TAG";

    /// <summary>Credentials and settings: where they lie, more than a cache lies, whatever else is there.</summary>
    private static readonly ImmutableArray<string> Guarded =
        ["token", "stored_tokens", ".netrc", "_netrc", ".npmrc", ".ssh", ".aws", ".kube", "keras.json", "matplotlibrc", "stylelib", "postrun.yaml"];

    /// <summary>The first name that no cache holds; <see langword="null"/> where there is none.</summary>
    public string? Guard(UnixPath directory, IReadOnlyList<UnixPath> names)
    {
        foreach (var name in names)
        {
            foreach (var guarded in Guarded)
                if (NameGlob.Matches(guarded, name.Bytes))
                    return guarded;
            // uv writes an empty file of that name into its cache.
            if (name.Bytes.SequenceEqual(".git"u8) && probe.Look(directory.Join(name.Bytes))?.Type != ItemType.RegularFile)
                return ".git";
        }
        return null;
    }

    public bool Recognise(CachePlace place, UnixPath directory, IReadOnlyList<UnixPath> names)
    {
        if (place.Exclusive)
            return names.All(name => place.Markers.Any(marker => NameGlob.Matches(marker, name.Bytes)));
        return names.Any(name => NameGlob.Matches(Tag, name.Bytes))
            || place.Markers.Any(marker => Exists(directory, names, marker));
    }

    private bool Exists(UnixPath directory, IReadOnlyList<UnixPath> names, string marker)
    {
        var slash = marker.IndexOf('/', StringComparison.Ordinal);
        var first = slash < 0 ? marker : marker[..slash];
        foreach (var name in names)
        {
            if (!NameGlob.Matches(first, name.Bytes))
                continue;
            if (slash < 0)
                return true;
            var inner = directory.Join(name.Bytes);
            if (probe.Look(inner)?.Type == ItemType.Directory && probe.Names(inner) is { } innerNames
                && Exists(inner, innerNames, marker[(slash + 1)..]))
                return true;
        }
        return false;
    }
}
