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
            : known.Count > MostListed ? "write it as reports show it"
            : "known here: " + string.Join(", ", known.Order(StringComparer.Ordinal));
    }

    /// <summary>ignoreCase, ignore-case and ignore_case are one to a person.</summary>
    private static string Plain(string word) => word.Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal).ToUpperInvariant();

    /// <summary>Insertions, deletions, substitutions, swapped neighbours.</summary>
    private static int Distance(string left, string right)
    {
        var rows = new int[left.Length + 1, right.Length + 1];
        for (var i = 0; i <= left.Length; i++)
            for (var j = 0; j <= right.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    rows[i, j] = i + j;
                    continue;
                }
                rows[i, j] = Math.Min(Math.Min(rows[i - 1, j], rows[i, j - 1]) + 1, rows[i - 1, j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                    rows[i, j] = Math.Min(rows[i, j], rows[i - 2, j - 2] + 1);
            }
        return rows[left.Length, right.Length];
    }
}
