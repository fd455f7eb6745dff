using System.Text;
using Postrun.Model;

namespace Postrun.EndToEnd.Tests;

/// <summary>Everything beneath a directory, names as bytes.</summary>
internal static class Listing
{
    /// <summary>One line an entry: path (text form), type, size, link target; of files also the number of names.</summary>
    public static SortedSet<string> Of(string root) => new(
        Entries(root, "%P\\0%y %s %n %l\\0").Select(static e => e.Details[0] is 'd' ? $"{e.Path} d" : $"{e.Path} {e.Details}"),
        StringComparer.Ordinal);

    /// <summary>Paths alone, in their text form, relative to the root.</summary>
    public static SortedSet<string> Paths(string root) => new(Entries(root, "%P\\0%y\\0").Select(static e => e.Path), StringComparer.Ordinal);

    private static IEnumerable<(string Path, string Details)> Entries(string root, string format)
    {
        var found = Tool.Must("/usr/bin/find", root, "-mindepth", "1", "-printf", format).OutBytes;
        var fields = new List<byte[]>();
        for (int start = 0, end; start < found.Length; start = end + 1)
        {
            end = Array.IndexOf(found, (byte)0, start);
            fields.Add(found[start..end]);
        }
        for (var i = 0; i + 1 < fields.Count; i += 2)
            yield return (new UnixPath(fields[i]).ToString(), Encoding.Latin1.GetString(fields[i + 1]));
    }
}
