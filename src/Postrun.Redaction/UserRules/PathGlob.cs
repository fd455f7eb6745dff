using System.Text;
using System.Text.RegularExpressions;

namespace Postrun.Redaction.UserRules;

/// <summary>A pattern of paths: <c>*</c> and <c>?</c> stay within a name, <c>**</c> crosses directories, a slash at the end means all beneath.</summary>
/// <remarks>It may match from any directory on, unless it begins with a slash: then it is matched against the whole path.</remarks>
internal sealed class PathGlob(string pattern)
{
    internal const int Longest = 500;

    // Linear in the path, whatever stands in the pattern.
    private readonly Regex _regex = new(Translate(pattern), RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.Singleline);

    internal bool Matches(string path) => _regex.IsMatch(path.StartsWith("./", StringComparison.Ordinal) ? path[2..] : path);

    private static string Translate(string pattern)
    {
        var regex = new StringBuilder(pattern.StartsWith('/') ? @"\A" : @"\A(?:.*/)?");
        for (var at = 0; at < pattern.Length; at++)
            if (pattern.AsSpan(at).StartsWith("**/"))
                (_, at) = (regex.Append("(?:.*/)?"), at + 2);
            else if (pattern.AsSpan(at).StartsWith("**"))
                (_, at) = (regex.Append(".*"), at + 1);
            else
                regex.Append(pattern[at] switch
                {
                    '*' => "[^/]*",
                    '?' => "[^/]",
                    var other => Regex.Escape(other.ToString()),
                });
        return regex.Append(pattern.EndsWith('/') ? @".+\z" : @"\z").ToString();
    }
}
