using System.Globalization;

namespace Postrun.Rego;

/// <summary>Reads the syntax of RE2: no look-around, no references back, so that matching takes linear time.</summary>
internal sealed partial class RegexParser
{
    private const int MaxRepeat = 1_000;
    private const int MaxDepth = 1_000;

    private readonly string pattern;
    private readonly Budget budget;
    private readonly List<string?> names = [null];
    private Flags flags;
    private int at;
    private int depth;

    private RegexParser(string pattern, Budget budget) => (this.pattern, this.budget) = (pattern, budget);

    private readonly record struct Flags(bool IgnoreCase, bool Lines, bool DotAll, bool Lazy);

    private bool AtEnd => at == pattern.Length;

    /// <param name="names">Of the groups; the first one is the whole match.</param>
    /// <exception cref="RegexSyntaxException"/>
    public static RegexNode Parse(string pattern, Budget budget, out string?[] names)
    {
        var parser = new RegexParser(pattern, budget);
        var node = parser.ReadChoice();
        if (!parser.AtEnd)
            throw new RegexSyntaxException("unexpected )", pattern);
        names = [.. parser.names];
        return node;
    }

    private RegexNode ReadChoice()
    {
        if (++depth > MaxDepth)
            throw new RegexSyntaxException("expression nests too deeply", pattern);
        var outer = flags;
        var branches = new List<RegexNode> { ReadSequence() };
        while (TryRead('|'))
            branches.Add(ReadSequence());
        flags = outer;
        depth--;
        return branches is [var only] ? only : new RegexNode.Choice([.. branches]);
    }

    private RegexNode ReadSequence()
    {
        var parts = new List<RegexNode>();
        while (!AtEnd && pattern[at] is not ('|' or ')'))
        {
            budget.Spend();
            budget.Allocate(64);
            if (TryReadQuoted(parts))
                continue;
            var start = at;
            if (ReadAtom() is not { } atom)
                continue;
            parts.Add(ReadRepeats(atom, start));
        }
        return parts is [var only] ? only : new RegexNode.Sequence([.. parts]);
    }

    /// <summary><c>\Q...\E</c>; a repetition after it is of its last letter.</summary>
    private bool TryReadQuoted(List<RegexNode> parts)
    {
        if (!TryRead(@"\Q"))
            return false;
        while (!AtEnd && !TryRead(@"\E"))
        {
            budget.Spend();
            budget.Allocate(64);
            parts.Add(Letter(ReadRune()));
        }
        if (parts.Count > 0 && !AtEnd)
            parts[^1] = ReadRepeats(parts[^1], at);
        return true;
    }

    /// <returns><see langword="null"/> for what only changes flags.</returns>
    private RegexNode? ReadAtom()
    {
        switch (pattern[at])
        {
            case '(':
                return ReadGroup();
            case '[':
                return new RegexNode.One(ReadClass());
            case '.':
                at++;
                return new RegexNode.One(flags.DotAll ? RuneSet.Any : RuneSet.Of([('\n', '\n')]).Negate());
            case '^':
                at++;
                return new RegexNode.Place(flags.Lines ? RegexPlace.LineBegin : RegexPlace.TextBegin);
            case '$':
                at++;
                return new RegexNode.Place(flags.Lines ? RegexPlace.LineEnd : RegexPlace.TextEnd);
            case '*' or '+' or '?':
                throw new RegexSyntaxException("missing argument to repetition operator", pattern[at..(at + 1)]);
            case '{' when ReadCount() is not null:
                throw new RegexSyntaxException("missing argument to repetition operator", "{");
            case '\\':
                return ReadEscape();
            default:
                return Letter(ReadRune());
        }
    }

    private RegexNode.One Letter(int codePoint)
    {
        var set = RuneSet.Of([(codePoint, codePoint)]);
        return new(flags.IgnoreCase ? CaseFolding.Fold(set) : set);
    }

    private RegexNode ReadRepeats(RegexNode atom, int start)
    {
        var operatorStart = -1;
        while (!AtEnd)
        {
            var before = at;
            (int Least, int Most)? count = pattern[at] switch
            {
                '*' => (0, -1),
                '+' => (1, -1),
                '?' => (0, 1),
                '{' => ReadCount(),
                _ => null,
            };
            if (count is not var (least, most))
                break;
            if (at == before)
                at++;
            if (least > MaxRepeat || most > MaxRepeat || (most >= 0 && least > most))
                throw new RegexSyntaxException("invalid repeat count", pattern[before..at]);
            var lazy = TryRead('?');
            if (operatorStart >= 0)
                throw new RegexSyntaxException("invalid nested repetition operator", pattern[operatorStart..at]);
            operatorStart = before;
            atom = new RegexNode.Repeat(atom, least, most, lazy == flags.Lazy);
            if ((least >= 2 || most >= 2) && !FitsRepeats(atom, MaxRepeat))
                throw new RegexSyntaxException("invalid repeat count", pattern[before..at]);
        }
        return atom;
    }

    /// <summary>Repetitions within repetitions multiply.</summary>
    private bool FitsRepeats(RegexNode node, int limit)
    {
        budget.Spend();
        switch (node)
        {
            case RegexNode.Repeat repeat:
                // Stars and question marks are not counted.
                var count = repeat is { Least: <= 1, Most: <= 1 } ? 0 : repeat.Most >= 0 ? repeat.Most : repeat.Least;
                return count <= limit && FitsRepeats(repeat.Body, count > 0 ? limit / count : limit);
            case RegexNode.Group group:
                return FitsRepeats(group.Body, limit);
            case RegexNode.Sequence sequence:
                return Array.TrueForAll(sequence.Parts, part => FitsRepeats(part, limit));
            case RegexNode.Choice choice:
                return Array.TrueForAll(choice.Branches, branch => FitsRepeats(branch, limit));
            default:
                return true;
        }
    }

    /// <summary><c>{2}</c>, <c>{2,}</c> or <c>{2,5}</c>; anything else is a brace that means itself.</summary>
    private (int Least, int Most)? ReadCount()
    {
        var end = at + 1;
        if (Number(ref end) is not { } least || end == pattern.Length)
            return null;
        int? most = least;
        if (pattern[end] == ',')
        {
            end++;
            most = end < pattern.Length && pattern[end] == '}' ? -1 : Number(ref end);
        }
        if (most is null || end >= pattern.Length || pattern[end] != '}')
            return null;
        at = end + 1;
        return (least, most.Value);
    }

    private int? Number(ref int end)
    {
        var start = end;
        while (end < pattern.Length && char.IsAsciiDigit(pattern[end]))
            end++;
        if (end == start || (pattern[start] == '0' && end > start + 1))
            return null;
        return int.TryParse(pattern.AsSpan(start, end - start), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : int.MaxValue;
    }

    private int ReadRune()
    {
        var codePoint = CodePoints.At(pattern, at, out var width);
        at += width;
        return codePoint;
    }

    private bool TryRead(char c)
    {
        if (AtEnd || pattern[at] != c)
            return false;
        at++;
        return true;
    }

    private bool TryRead(string text)
    {
        if (!pattern.AsSpan(at).StartsWith(text))
            return false;
        at += text.Length;
        return true;
    }
}
