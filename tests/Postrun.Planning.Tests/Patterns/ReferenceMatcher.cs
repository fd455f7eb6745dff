using System.Text;

namespace Postrun.Planning.Tests;

/// <summary>Matches by trying everything, straight from the rules in docs/patterns.md. Slow, and meant to be obviously right.</summary>
internal static class ReferenceMatcher
{
    public static int LastMatch(IReadOnlyList<string> patterns, byte[] path, bool isDirectory)
    {
        var last = -1;
        var components = Split(path);
        for (var depth = 1; depth <= components.Count; depth++)
            for (var i = 0; i < patterns.Count; i++)
                if (Matches(patterns[i], components[..depth], isDirectory || depth < components.Count))
                    last = Math.Max(last, i);
        return last;
    }

    private static bool Matches(string pattern, List<int[]> path, bool isDirectory)
    {
        if (pattern.StartsWith('!'))
            pattern = pattern[1..];
        if (pattern.EndsWith('/'))
        {
            if (!isDirectory)
                return false;
            pattern = pattern[..^1];
        }
        if (!pattern.Contains('/'))
            return pattern == "**" || Component(Characters(pattern), path[^1]);
        return Components(pattern.TrimStart('/').Split('/'), path);
    }

    private static bool Components(ReadOnlySpan<string> pattern, List<int[]> path)
    {
        if (pattern.IsEmpty)
            return path.Count == 0;
        if (pattern[0] == "**" && pattern.Length == 1)
            return path.Count > 0;
        if (pattern[0] == "**")
        {
            for (var skipped = 0; skipped <= path.Count; skipped++)
                if (Components(pattern[1..], path[skipped..]))
                    return true;
            return false;
        }
        return path.Count > 0 && Component(Characters(pattern[0]), path[0]) && Components(pattern[1..], path[1..]);
    }

    private static bool Component(ReadOnlySpan<int> pattern, ReadOnlySpan<int> name)
    {
        if (pattern.IsEmpty)
            return name.IsEmpty;
        switch (pattern[0])
        {
            case '*':
                for (var taken = 0; taken <= name.Length; taken++)
                    if (Component(pattern[1..], name[taken..]))
                        return true;
                return false;
            case '?':
                return !name.IsEmpty && Component(pattern[1..], name[1..]);
            case '\\':
                return !name.IsEmpty && name[0] == pattern[1] && Component(pattern[2..], name[1..]);
            case '[':
                var end = 1 + pattern[1..].IndexOf(']');
                return !name.IsEmpty && InClass(pattern[1..end], name[0]) && Component(pattern[(end + 1)..], name[1..]);
            default:
                return !name.IsEmpty && name[0] == pattern[0] && Component(pattern[1..], name[1..]);
        }
    }

    private static bool InClass(ReadOnlySpan<int> set, int character)
    {
        var negated = set[0] is '!' or '^';
        if (negated)
            set = set[1..];
        for (var i = 0; i < set.Length; i++)
        {
            var isRange = i + 2 < set.Length && set[i + 1] == '-';
            if (isRange ? character >= set[i] && character <= set[i + 2] : character == set[i])
                return !negated;
            i += isRange ? 2 : 0;
        }
        return negated;
    }

    private static List<int[]> Split(byte[] path)
    {
        var components = new List<int[]>();
        foreach (var range in path.AsSpan().Split((byte)'/'))
            components.Add(Characters(path[range]));
        return components;
    }

    private static int[] Characters(string text) => [.. text.EnumerateRunes().Select(rune => rune.Value)];

    /// <summary>Code points; a byte that is not UTF-8 is below zero, so that it equals nothing that a pattern can say.</summary>
    private static int[] Characters(byte[] name)
    {
        var characters = new List<int>();
        for (var at = 0; at < name.Length;)
        {
            var isText = Rune.DecodeFromUtf8(name.AsSpan(at), out var rune, out var consumed) == System.Buffers.OperationStatus.Done;
            characters.Add(isText ? rune.Value : -name[at]);
            at += isText ? consumed : 1;
        }
        return [.. characters];
    }
}
