using System.Text;

namespace Postrun.Rego;

/// <summary>Texts that are replaced by others in one pass; where several begin at one place, the first of the list counts.</summary>
internal sealed class Replacements
{
    private readonly Dictionary<char, List<(string Old, string New)>> byFirst = [];
    private string? atEmpty;

    public void Add(string old, string replacement)
    {
        if (old.Length == 0)
        {
            atEmpty ??= replacement;
            return;
        }
        if (!byFirst.TryGetValue(old[0], out var candidates))
            byFirst.Add(old[0], candidates = []);
        candidates.Add((old, replacement));
    }

    public string Apply(string text, Budget budget)
    {
        var result = new StringBuilder();
        var afterEmpty = false;
        var copied = 0;
        for (var at = 0; at <= text.Length;)
        {
            budget.Spend();
            // The empty text comes first in every list; after it, at the same place, the others have their turn.
            if (atEmpty is not null && !afterEmpty)
            {
                Append(text[copied..at] + atEmpty);
                copied = at;
                afterEmpty = true;
                continue;
            }
            afterEmpty = false;
            if (Find(text, at, budget) is var (old, replacement))
            {
                Append(text[copied..at]);
                Append(replacement);
                at = copied = at + old.Length;
            }
            else
                at += at < text.Length ? CodePoints.Width(text, at) : 1;
        }
        Append(text[copied..]);
        return result.ToString();

        void Append(string part)
        {
            budget.Allocate(part.Length * 2L);
            result.Append(part);
        }
    }

    private (string Old, string New)? Find(string text, int at, Budget budget)
    {
        if (at == text.Length || !byFirst.TryGetValue(text[at], out var candidates))
            return null;
        foreach (var candidate in candidates)
        {
            budget.Spend(1 + candidate.Old.Length / 32);
            if (text.AsSpan(at).StartsWith(candidate.Old))
                return candidate;
        }
        return null;
    }
}
