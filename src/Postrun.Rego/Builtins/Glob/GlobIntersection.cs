namespace Postrun.Rego;

/// <summary>Whether two patterns of letters, <c>.</c>, <c>[sets]</c>, <c>*</c> and <c>+</c> have a text in common.</summary>
internal static class GlobIntersection
{
    private const char Escape = '\\';

    /// <param name="Set"><see langword="null"/> for any letter.</param>
    private readonly record struct Token(RuneSet? Set, bool Many);

    /// <exception cref="BuiltinException">a text is no pattern</exception>
    public static bool IsNonEmpty(string left, string right, Budget budget)
    {
        var lefts = Read(left, budget);
        var rights = Read(right, budget);
        budget.Allocate(2L * (rights.Count + 1));
        // Which places of the right pattern can be reached together with this place of the left one, and with the next.
        var row = new bool[rights.Count + 1];
        row[0] = true;
        for (var i = 0; ; i++)
        {
            var below = new bool[rights.Count + 1];
            for (var j = 0; j <= rights.Count; j++)
            {
                budget.Spend();
                if (!row[j])
                    continue;
                Token? one = i < lefts.Count ? lefts[i] : null, other = j < rights.Count ? rights[j] : null;
                if (one is { Many: true })
                    below[j] = true;
                if (other is { Many: true })
                    row[j + 1] = true;
                if (one is null || other is null || !Overlap(one.Value.Set, other.Value.Set, budget))
                    continue;
                (one.Value.Many ? row : below)[j + 1] = true;
                if (other.Value.Many)
                    (one.Value.Many ? row : below)[j] = true;
            }
            if (i == lefts.Count)
                return row[rights.Count];
            row = below;
        }
    }

    private static bool Overlap(RuneSet? left, RuneSet? right, Budget budget)
    {
        if (left is null || right is null)
            return true;
        budget.Spend(left.Ranges.Length + right.Ranges.Length);
        for (int i = 0, j = 0; i < left.Ranges.Length && j < right.Ranges.Length;)
        {
            var (a, b) = (left.Ranges[i], right.Ranges[j]);
            if (a.From <= b.To && b.From <= a.To)
                return true;
            if (a.To < b.To)
                i++;
            else
                j++;
        }
        return false;
    }

    private static List<Token> Read(string pattern, Budget budget)
    {
        var tokens = new List<Token>();
        for (var at = 0; at < pattern.Length;)
        {
            budget.Spend();
            budget.Allocate(96);
            RuneSet? set;
            var c = pattern[at];
            if (c is '*' or '+')
                throw Wrong(at + 1, $"flag '{c}' must be preceded by a non-flag");
            if (c == ']')
                throw Wrong(at + 1, "set-close ']' with no preceding '['");
            if (c == '[')
            {
                at++;
                set = ReadSet(pattern, ref at, budget);
            }
            else if (c == '.')
            {
                at++;
                set = null;
            }
            else
            {
                var rune = ReadRune(pattern, ref at, out _);
                set = RuneSet.Of([(rune, rune)]);
            }
            var flag = at < pattern.Length && pattern[at] is '*' or '+' ? pattern[at++] : ' ';
            if (flag != '*')
                tokens.Add(new(set, Many: false));
            if (flag != ' ')
                tokens.Add(new(set, Many: true));
        }
        return tokens;
    }

    private static RuneSet ReadSet(string pattern, ref int at, Budget budget)
    {
        var parts = new List<(int, int)>();
        var previous = -1;
        while (at < pattern.Length)
        {
            budget.Spend();
            budget.Allocate(16);
            var rune = ReadRune(pattern, ref at, out var escaped);
            if (!escaped && rune == ']')
                return RuneSet.Of(parts);
            if (escaped || rune != '-')
            {
                parts.Add((rune, rune));
                previous = rune;
                continue;
            }
            if (previous < 0)
                throw Wrong(at, "range character '-' must be preceded by a Unicode character");
            if (at >= pattern.Length - 1)
                throw Wrong(at, "range character '-' must be followed by a Unicode character");
            rune = ReadRune(pattern, ref at, out escaped);
            if (!escaped && rune is ']' or '-')
                throw Wrong(at, "range character '-' cannot be followed by a special symbol");
            if (rune < previous)
                throw Wrong(at, $"range is out of order: '{char.ConvertFromUtf32(rune)}' comes before '{char.ConvertFromUtf32(previous)}' in Unicode");
            parts.Add((previous, rune));
            previous = -1;
        }
        throw Wrong(at, "found [ without matching ]");
    }

    private static int ReadRune(string pattern, ref int at, out bool escaped)
    {
        escaped = pattern[at] == Escape;
        if (escaped && ++at == pattern.Length)
            throw Wrong(at - 1, "input ends with a \\ (escape) character");
        var rune = CodePoints.At(pattern, at, out var width);
        at += width;
        return rune;
    }

    private static BuiltinException Wrong(int at, string reason) => new($"pos:{at}:{reason}: the input provided is invalid");
}
