using System.Diagnostics.CodeAnalysis;
using Postrun.Model;

namespace Postrun.Planning;

/// <summary>What a descriptor may write for a path. Decided from the text alone; what the file system says comes later.</summary>
internal static class PathRules
{
    /// <summary>PATH_MAX of <c>linux/limits.h</c>, without the closing NUL.</summary>
    private const int MaxLength = 4095;

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
}
