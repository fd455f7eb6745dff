namespace Postrun.Redaction.UserRules;

/// <summary>Guesses which known word was meant.</summary>
internal static class Suggestion
{
    private const int Longest = 64;

    /// <summary>More words than this are no help in a message.</summary>
    private const int MostListed = 24;

    /// <summary>The end of a message: the word that was probably meant, or all that there are.</summary>
    internal static string For(string word, IReadOnlyCollection<string> known)
    {
        var nearest = word.Length > Longest ? null : known
            .Select(candidate => (candidate, distance: Distance(Plain(word), Plain(candidate))))
            .Where(static pair => pair.distance <= Math.Max(1, pair.candidate.Length / 3))
            .OrderBy(static pair => pair.distance)
            .ThenBy(static pair => pair.candidate, StringComparer.Ordinal)
            .Select(static pair => pair.candidate)
            .FirstOrDefault();
        return nearest is not null ? $"did you mean '{nearest}'?"
            : known.Count > MostListed ? "'postrun scan --list-rules' lists what is known"
            : "known here: " + string.Join(", ", known.Order(StringComparer.Ordinal));
    }

    /// <summary>ignoreCase, ignore-case and ignore_case are one to a person.</summary>
    private static string Plain(string word) => word.Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal).ToUpperInvariant();

    /// <summary>Insertions, deletions and substitutions (Levenshtein).</summary>
    private static int Distance(string left, string right)
    {
        var above = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var row = new int[right.Length + 1];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
                row[j] = Math.Min(Math.Min(row[j - 1], above[j]) + 1, above[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1));
            above = row;
        }
        return above[^1];
    }
}
