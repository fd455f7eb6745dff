namespace Postrun.Model;

/// <summary>Which directories may never be roots, by their path. Whoever destroys asks again, by identity.</summary>
public static class RootRules
{
    private static readonly string[] System =
    [
        "/", "/bin", "/boot", "/dev", "/dev/shm", "/etc", "/home", "/lib", "/lib32", "/lib64", "/libx32", "/media", "/mnt", "/nix", "/opt", "/proc",
        "/root", "/run", "/sbin", "/snap", "/srv", "/sys", "/tmp", "/usr", "/var", "/var/cache", "/var/lib", "/var/log", "/var/run",
        "/var/spool", "/var/tmp",
    ];

    private static readonly string[] Untouchable = ["/boot", "/etc", "/proc", "/sys", "/usr"];

    /// <summary>Why a path may not be a root; <see langword="null"/> where it may.</summary>
    /// <param name="root">Absolute, without <c>.</c> or <c>..</c>.</param>
    /// <param name="homes">Home directories of this machine.</param>
    public static string? Refusal(UnixPath root, IEnumerable<UnixPath> homes, UnixPath evidenceDirectory)
    {
        if (!root.IsAbsolute)
            return "is not an absolute path";
        foreach (var path in System)
            if (root == UnixPath.Of(path))
                return "is a directory of the system; name a directory of the run beneath it";
        foreach (var path in Untouchable)
            if (root.IsWithin(UnixPath.Of(path)))
                return $"lies in {path}, which belongs to the system";
        foreach (var home in homes)
            if (home.IsWithin(root))
                return home == root ? "is a home directory; name a directory of the run beneath it" : $"contains the home directory {home}";
        if (evidenceDirectory.IsWithin(root))
            return $"contains the evidence directory {evidenceDirectory}; move evidence.directory out of it";
        return root.IsWithin(evidenceDirectory) ? $"lies in the evidence directory {evidenceDirectory}" : null;
    }
}
