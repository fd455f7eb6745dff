using Postrun.Model;

namespace Postrun.Planning;

/// <summary>What can be said of a cache location by its path alone.</summary>
internal static class CachePaths
{
    /// <summary>Never a cache, but what lies within may be one.</summary>
    private static readonly UnixPath[] Reserved =
    [
        .. new[]
        {
            "/", "/boot", "/dev", "/dev/shm", "/etc", "/home", "/media", "/mnt", "/nix", "/opt", "/proc", "/root", "/run",
            "/run/user", "/snap", "/srv", "/sys", "/tmp", "/usr", "/usr/local", "/usr/local/share", "/usr/share", "/var",
            "/var/cache", "/var/lib", "/var/log", "/var/mail", "/var/spool", "/var/tmp",
        }.Select(UnixPath.Of),
    ];

    /// <summary>Neither a cache nor a place for one, at any depth.</summary>
    private static readonly UnixPath[] Forbidden =
    [
        .. new[]
        {
            "/bin", "/boot", "/etc", "/lib", "/lib32", "/lib64", "/libx32", "/proc", "/sbin", "/sys", "/usr/bin",
            "/usr/include", "/usr/lib", "/usr/lib32", "/usr/lib64", "/usr/libexec", "/usr/sbin",
        }.Select(UnixPath.Of),
    ];

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
    public static string? Refusal(UnixPath path, IReadOnlyCollection<UnixPath> homes)
    {
        if (Array.IndexOf(Reserved, path) >= 0 || Array.Exists(Forbidden, path.IsWithin))
            return "a system directory";
        if (path.Bytes[1..].IndexOf((byte)'/') < 0)
            return "a directory at the top of the file system";
        foreach (var home in homes)
            if (home.IsWithin(path))
                return home == path ? "a home directory" : $"above the home directory {home}";
        return null;
    }

    /// <summary>Every directory on the way to a normalised path, the path itself last; without <c>/</c>, unless it is the path.</summary>
    public static IEnumerable<UnixPath> Prefixes(UnixPath path)
    {
        for (var end = 1; end < path.Bytes.Length; end++)
            if (path.Bytes[end] == '/')
                yield return new(path.Bytes[..end]);
        yield return path;
    }
}
