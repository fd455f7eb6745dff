using Postrun.Model;

namespace Postrun.Planning;

/// <summary>What can be said of a cache location by its path alone.</summary>
internal static class CachePaths
{
    /// <summary>Without <c>.</c>, doubled and trailing slashes.</summary>
    /// <returns><see langword="null"/> for what is relative, holds a NUL, or goes up by <c>..</c>, which means another place behind a link.</returns>
    public static UnixPath? Normalise(ReadOnlySpan<byte> path)
    {
        if (path is not [(byte)'/', ..] || path.Contains((byte)0))
            return null;
        var normal = UnixPath.Of("/");
        foreach (var range in path.Split((byte)'/'))
        {
            var component = path[range];
            if (component.SequenceEqual(".."u8))
                return null;
            if (!component.IsEmpty && !component.SequenceEqual("."u8))
                normal = normal.Join(component);
        }
        return normal;
    }

    /// <summary>Why no cache may be at a normalised path; <see langword="null"/> where one may.</summary>
    /// <returns>continues a sentence that began with the path</returns>
    public static string? Refusal(UnixPath path, IReadOnlyCollection<UnixPath> homes) =>
        RootRules.WhyProtected(path, homes)
        ?? (path.Bytes[1..].Contains((byte)'/') ? null : "is a directory at the top of the file system: name the cache within it");

    /// <summary>Every directory on the way to a normalised path, the path itself last; without <c>/</c>, unless it is the path.</summary>
    public static IEnumerable<UnixPath> Prefixes(UnixPath path)
    {
        for (var end = 1; end < path.Bytes.Length; end++)
            if (path.Bytes[end] == '/')
                yield return new(path.Bytes[..end]);
        yield return path;
    }
}
