using System.Buffers;

namespace Postrun.Actions;

/// <summary>
/// Says whether all that a prefix of Vault covers is one run's. A prefix such as <c>auth/approle/login</c> covers every token that was
/// ever issued there, of all jobs and all people.
/// </summary>
public static class PrefixGuard
{
    /// <summary>Shorter ones are words, and words are names of mounts and roles.</summary>
    private const int ShortestRun = 6;

    private const string Instead = "give each run one child token of its own that is no orphan, and register its accessor (vault-accessor)";

    private static readonly SearchValues<char> Special = SearchValues.Create(@"%?#*+\");

    /// <summary>Why the prefix may hit what is not the run's; <see langword="null"/> where it cannot.</summary>
    public static string? Refuse(string prefix, string? run)
    {
        var segments = prefix.TrimEnd('/').Split('/');
        if (!segments.All(IsPlain))
            return $"the prefix has an empty segment, a dot segment or a character that stands for others; {Instead}";
        if (segments[0] == "auth")
            return $"what is under auth/ are the tokens of everybody who logs in there, not those of a run; {Instead}";
        if (run is null)
            return $"the id of the run is not given, and nothing else tells that the prefix is the run's alone; name it, or {Instead}";
        if (run.Length < ShortestRun || !run.Any(char.IsAsciiDigit) || run.Contains('/') || !IsPlain(run))
            return $"the id of the run is no name that nothing else has ({ShortestRun} characters or more, a digit among them); {Instead}";
        if (segments.Length == 1)
            return $"the prefix is a whole mount; {Instead}";
        if (!segments.Skip(1).Contains(run, StringComparer.Ordinal))
            return $"no segment of the prefix behind its mount is the id of the run, so that it would hit other runs, too; {Instead}";
        return null;
    }

    /// <summary>Whether Vault, and whatever is before it, takes the segment for what it is.</summary>
    internal static bool IsPlain(string segment) => segment is not ("" or "." or "..") && !segment.AsSpan().ContainsAnyExceptInRange('!', '~') && !segment.AsSpan().ContainsAny(Special);
}
