namespace Postrun.Rego;

/// <summary>Reads a glob pattern as an expression over the whole text.</summary>
internal sealed class GlobParser
{
    /// <summary>What <c>\</c> takes its meaning from.</summary>
    public const string Special = @"*?\[]{}";

    private const int MaxDepth = 1_000;

    private readonly string pattern;
    private readonly Budget budget;
    private readonly RegexNode undelimited;
    private int at;

    private GlobParser(string pattern, string delimiters, Budget budget)
    {
        (this.pattern, this.budget) = (pattern, budget);
        undelimited = new RegexNode.One(Runes(delimiters).Negate());
    }

    /// <exception cref="BuiltinException">the text is no pattern</exception>
    public static RegexNode Parse(string pattern, string delimiters, Budget budget)
    {
        var parser = new GlobParser(pattern, delimiters, budget);
        var body = parser.ReadSequence(0);
        return new RegexNode.Sequence([new RegexNode.Place(RegexPlace.TextBegin), body, new RegexNode.Place(RegexPlace.TextEnd)]);
    }

    private RegexNode ReadSequence(int depth)
    {
        var parts = new List<RegexNode>();
        while (at < pattern.Length && (depth == 0 || pattern[at] is not (',' or '}')))
        {
            budget.Spend();
            budget.Allocate(64);
            switch (pattern[at])
            {
                case '*':
                    at++;
                    var anything = at < pattern.Length && pattern[at] == '*';
                    at += anything ? 1 : 0;
                    parts.Add(new RegexNode.Repeat(anything ? new RegexNode.One(RuneSet.Any) : undelimited, 0, -1, Greedy: true));
                    break;
                case '?':
                    at++;
                    parts.Add(undelimited);
                    break;
                case '[':
                    at++;
                    parts.Add(new RegexNode.One(ReadClass()));
                    break;
                case '{':
                    at++;
                    parts.Add(ReadAlternatives(depth + 1));
                    break;
                // At the very end a backslash means nothing.
                case '\\' when at + 1 == pattern.Length:
                    at++;
                    break;
                default:
                    at += pattern[at] == '\\' ? 1 : 0;
                    var letter = CodePoints.At(pattern, at, out var width);
                    at += width;
                    parts.Add(new RegexNode.One(RuneSet.Of([(letter, letter)])));
                    break;
            }
        }
        return parts is [var only] ? only : new RegexNode.Sequence([.. parts]);
    }

    /// <summary>The end of the pattern closes them as well.</summary>
    private RegexNode.Choice ReadAlternatives(int depth)
    {
        if (depth > MaxDepth)
            throw new BuiltinException("the pattern is nested too deeply");
        var branches = new List<RegexNode> { ReadSequence(depth) };
        while (at < pattern.Length && pattern[at++] == ',')
            branches.Add(ReadSequence(depth));
        return new([.. branches]);
    }

    /// <summary>One range or one list of letters; the delimiters are letters like any other here.</summary>
    private RuneSet ReadClass()
    {
        var negated = at < pattern.Length && pattern[at] == '!';
        at += negated ? 1 : 0;
        if (at == pattern.Length)
            throw new BuiltinException("unexpected end of input");
        var from = CodePoints.At(pattern, at, out var width);
        RuneSet set;
        if (at + width < pattern.Length && pattern[at + width] == '-')
        {
            at += width + 1;
            if (at == pattern.Length)
                throw new BuiltinException("unexpected end of input");
            var to = CodePoints.At(pattern, at, out width);
            at += width;
            if (to < from)
                throw new BuiltinException($"hi character '{char.ConvertFromUtf32(to)}' should be greater than lo '{char.ConvertFromUtf32(from)}'");
            set = RuneSet.Of([(from, to)]);
        }
        else
            set = Runes(ReadList());
        if (at == pattern.Length)
            throw new BuiltinException("unexpected end of input");
        if (pattern[at++] != ']')
            throw new BuiltinException("expected close range character");
        return negated ? set.Negate() : set;
    }

    private string ReadList()
    {
        var letters = new System.Text.StringBuilder();
        for (; at < pattern.Length && pattern[at] != ']'; at++)
        {
            budget.Spend();
            if (pattern[at] == '\\' && ++at == pattern.Length)
                break;
            budget.Allocate(16);
            letters.Append(pattern[at]);
        }
        return letters.Length > 0 ? letters.ToString() : throw new BuiltinException("could not parse range");
    }

    private static RuneSet Runes(string letters) =>
        RuneSet.Of(letters.EnumerateRunes().Select(static rune => (rune.Value, rune.Value)));
}
