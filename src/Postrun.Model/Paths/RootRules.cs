using System.Collections.Frozen;
using System.Text;

namespace Postrun.Model;

/// <summary>Which directories may never be cleaned, by their path. Whoever destroys asks again, by identity.</summary>
public static class RootRules
{
    /// <summary>Directories of the system, by their first name: only a path of more names than this may be cleaned.</summary>
    private static readonly FrozenDictionary<string, int> Protected = new Dictionary<string, int>
    {
        ["bin"] = Everything, ["boot"] = Everything, ["efi"] = Everything, ["etc"] = Everything, ["lib"] = Everything, ["lib32"] = Everything,
        ["lib64"] = Everything, ["libx32"] = Everything, ["lost+found"] = Everything, ["nix"] = Everything, ["proc"] = Everything,
        ["sbin"] = Everything, ["snap"] = Everything, ["sys"] = Everything, ["usr"] = Everything,
        ["media"] = 1, ["mnt"] = 1, ["opt"] = 1, ["root"] = 1, ["srv"] = 1, ["tmp"] = 1,
        ["home"] = 2, ["run"] = 2, ["var"] = 2,
        // Shared memory is the only part of it that holds data of a run.
        ["dev"] = 2,
    }.ToFrozenDictionary();

    private const int Everything = int.MaxValue;

    /// <summary>Why a path may not be a root; <see langword="null"/> where it may.</summary>
    /// <param name="root">Absolute, without <c>.</c> or <c>..</c>.</param>
    /// <param name="homes">Home directories of this machine.</param>
    /// <returns>continues a sentence that began with the path</returns>
    public static string? Refusal(UnixPath root, IEnumerable<UnixPath> homes, UnixPath evidenceDirectory) =>
        WhyProtected(root, homes)
        ?? (evidenceDirectory.IsWithin(root) ? $"contains the evidence directory {evidenceDirectory}: move evidence.directory out of it"
            : root.IsWithin(evidenceDirectory) ? $"lies in the evidence directory {evidenceDirectory}: name another directory"
            : null);

    /// <summary>Why nothing in this directory may be removed, whatever else is cleaned; <see langword="null"/> where it may.</summary>
    /// <inheritdoc cref="Refusal"/>
    public static string? WhyProtected(UnixPath root, IEnumerable<UnixPath> homes)
    {
        if (!root.IsAbsolute)
            return "is not an absolute path";
        var names = Names(root);
        if (names.Count == 0)
            return "is the root of the file system: name the directory of the run";
        foreach (var home in homes)
            if (home.IsWithin(root))
                return "holds a home directory: name the directory of the run within it";
        if (names is ["home", _] or ["root"])
            return "is a home directory: name the directory of the run within it";
        var outside = names is ["dev", not "shm", ..];
        return outside || (Protected.TryGetValue(names[0], out var depth) && names.Count <= depth) ? "belongs to the system: name a directory of the run" : null;
    }

    private static List<string> Names(UnixPath path)
    {
        var names = new List<string>();
        foreach (var range in path.Bytes.Split((byte)'/'))
            if (path.Bytes[range] is var name && !name.IsEmpty)
                names.Add(Encoding.UTF8.GetString(name));
        return names;
    }
}
