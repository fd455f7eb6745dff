using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using Postrun.Model;

namespace Postrun.Planning;

/// <summary>Which paths a descriptor may name. Decided from the text alone; what the file system says comes later.</summary>
internal static class PathRules
{
    /// <summary>PATH_MAX of <c>linux/limits.h</c>, without the closing NUL.</summary>
    private const int MaxLength = 4095;

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

    /// <summary>Makes a path absolute, without <c>.</c>, <c>..</c>, doubled or trailing slashes.</summary>
    /// <param name="error">Continues a sentence that began with the path.</param>
    public static bool TryResolve(string text, UnixPath baseDirectory, out UnixPath path, [NotNullWhen(false)] out string? error)
    {
        path = UnixPath.Empty;
        error = text.Length == 0 ? "is empty: give a directory, '.' is the one that holds this file"
            : text[0] == '~' ? "begins with '~', which only a shell expands: write ${HOME}/..., or ./~... for a name that begins so"
            : text.Contains('\0') ? "contains NUL, which no path can: remove it"
            : text.EnumerateRunes().Any(rune => rune.Value == 0xFFFD) ? "is not well-formed Unicode: rename the directory, or name its parent"
            : null;
        if (error is not null)
            return false;
        var joined = text[0] == '/' ? UnixPath.Of(text) : baseDirectory.Join(UnixPath.Of(text).Bytes);
        var kept = new List<Range>();
        foreach (var range in joined.Bytes.Split((byte)'/'))
        {
            var name = joined.Bytes[range];
            if (name.IsEmpty || name.SequenceEqual("."u8))
                continue;
            if (!name.SequenceEqual(".."u8))
                kept.Add(range);
            else if (kept.Count > 0)
                kept.RemoveAt(kept.Count - 1);
            else
            {
                error = "climbs above '/' by '..': take one '..' out";
                return false;
            }
        }
        var resolved = new List<byte>();
        foreach (var range in kept)
        {
            resolved.Add((byte)'/');
            resolved.AddRange(joined.Bytes[range]);
        }
        path = resolved.Count == 0 ? new("/"u8) : new([.. resolved]);
        if (resolved.Count > MaxLength)
            error = $"is longer than {MaxLength} bytes, which Linux cannot open";
        return error is null;
    }

    /// <summary>Why nothing in this directory may be removed by a descriptor; <see langword="null"/> where it may.</summary>
    /// <param name="home">The home directory of the user, where it is known.</param>
    /// <returns>Continues a sentence that began with the path.</returns>
    public static string? WhyProtected(UnixPath path, string? home)
    {
        var names = path.ToString().Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (names.Length == 0)
            return "is the root of the file system: name the directory of the run";
        if (home is ['/', ..] && TryResolve(home, path, out var homePath, out _) && homePath.IsWithin(path))
            return "holds a home directory: name the directory of the run within it";
        if (names is ["home", _] or ["root"])
            return "is a home directory: name the directory of the run within it";
        if (!Protected.TryGetValue(names[0], out var depth))
            return null;
        var outside = names is ["dev", not "shm", ..];
        return names.Length <= depth || outside ? "belongs to the system: name a directory of the run" : null;
    }
}
