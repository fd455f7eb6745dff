using System.Globalization;

namespace Postrun.Rego;

internal sealed partial class RegexParser
{
    private RegexNode ReadEscape()
    {
        if (at + 1 == pattern.Length)
            throw new RegexSyntaxException("trailing backslash at end of expression", "");
        RegexPlace? place = pattern[at + 1] switch
        {
            'A' => RegexPlace.TextBegin,
            'z' => RegexPlace.TextEnd,
            'b' => RegexPlace.WordBoundary,
            'B' => RegexPlace.NoWordBoundary,
            _ => null,
        };
        if (place is { } kind)
        {
            at += 2;
            return new RegexNode.Place(kind);
        }
        if (ReadNamedSet() is { } set)
            return new RegexNode.One(flags.IgnoreCase ? CaseFolding.Fold(set) : set);
        return Letter(ReadEscapedRune());
    }

    /// <summary><c>\d</c>, <c>\pL</c>, <c>\P{Greek}</c>; <see langword="null"/> where none stands here.</summary>
    private RuneSet? ReadNamedSet()
    {
        if (at + 1 >= pattern.Length || pattern[at] != '\\')
            return null;
        var letter = pattern[at + 1];
        if (RuneClasses.Perl(letter) is { } perl)
        {
            at += 2;
            return perl;
        }
        if (letter is not ('p' or 'P'))
            return null;
        var start = at;
        at += 2;
        if (AtEnd)
            throw new RegexSyntaxException("invalid character class range", pattern[start..]);
        var end = pattern[at] == '{' ? pattern.IndexOf('}', at) + 1 : at + CodePoints.Width(pattern, at);
        if (end == 0)
            throw new RegexSyntaxException("invalid character class range", pattern[start..]);
        var name = pattern[at] == '{' ? pattern[(at + 1)..(end - 1)] : pattern[at..end];
        at = end;
        var negated = name.StartsWith('^');
        var set = RuneClasses.Unicode(negated ? name[1..] : name) ?? throw new RegexSyntaxException("invalid character class range", pattern[start..end]);
        budget.Spend(set.Ranges.Length);
        return negated == (letter == 'P') ? set : set.Negate();
    }

    private RuneSet ReadClass()
    {
        var start = at++;
        var negated = TryRead('^');
        var parts = new List<(int, int)>();
        for (var first = true; AtEnd || pattern[at] != ']' || first; first = false)
        {
            budget.Spend();
            if (AtEnd)
                throw new RegexSyntaxException("missing closing ]", pattern[start..]);
            if (ReadPosixSet() is { } set || (set = ReadNamedSet()) is not null)
                parts.AddRange(set.Ranges);
            else
                parts.Add(ReadRange());
            budget.Allocate(16);
        }
        at++;
        var all = RuneSet.Of(parts);
        if (flags.IgnoreCase)
            all = CaseFolding.Fold(all);
        return negated ? all.Negate() : all;
    }

    private RuneSet? ReadPosixSet()
    {
        if (!pattern.AsSpan(at).StartsWith("[:"))
            return null;
        var end = pattern.IndexOf(":]", at + 2, StringComparison.Ordinal);
        if (end < 0)
            return null;
        var name = pattern[(at + 2)..end];
        var negated = name.StartsWith('^');
        var set = RuneClasses.Posix(negated ? name[1..] : name) ?? throw new RegexSyntaxException("invalid character class range", pattern[at..(end + 2)]);
        at = end + 2;
        return negated ? set.Negate() : set;
    }

    private (int From, int To) ReadRange()
    {
        var start = at;
        var from = ReadClassRune();
        if (at + 1 >= pattern.Length || pattern[at] != '-' || pattern[at + 1] == ']')
            return (from, from);
        at++;
        var to = ReadClassRune();
        return from <= to ? (from, to) : throw new RegexSyntaxException("invalid character class range", pattern[start..at]);
    }

    private int ReadClassRune()
    {
        if (AtEnd)
            throw new RegexSyntaxException("missing closing ]", pattern);
        return pattern[at] == '\\' ? ReadEscapedRune() : ReadRune();
    }

    private int ReadEscapedRune()
    {
        var start = at++;
        if (AtEnd)
            throw new RegexSyntaxException("trailing backslash at end of expression", "");
        var c = ReadRune();
        switch (c)
        {
            case >= '1' and <= '7' when AtEnd || pattern[at] is < '0' or > '7':
                break;
            case >= '0' and <= '7':
                var octal = c - '0';
                for (var i = 0; i < 2 && !AtEnd && pattern[at] is >= '0' and <= '7'; i++)
                    octal = octal * 8 + pattern[at++] - '0';
                return octal;
            case 'x' when !AtEnd:
                return ReadHexadecimal(start);
            case 'a':
                return 7;
            case 'f':
                return '\f';
            case 'n':
                return '\n';
            case 'r':
                return '\r';
            case 't':
                return '\t';
            case 'v':
                return '\v';
            case < 128 when !char.IsAsciiLetterOrDigit((char)c):
                return c;
        }
        throw new RegexSyntaxException("invalid escape sequence", pattern[start..at]);
    }

    private int ReadHexadecimal(int start)
    {
        var braced = TryRead('{');
        var end = braced ? pattern.IndexOf('}', at) : Math.Min(at + 2, pattern.Length);
        var digits = end < at ? "" : pattern[at..end];
        var right = digits.Length > 0 && (braced || digits.Length == 2) && digits.All(char.IsAsciiHexDigit) && digits.TrimStart('0').Length <= 6;
        var value = right ? int.Parse(digits.TrimStart('0').PadLeft(1, '0'), NumberStyles.HexNumber, CultureInfo.InvariantCulture) : int.MaxValue;
        if (value > RuneSet.Last)
            throw new RegexSyntaxException("invalid escape sequence", pattern[start..Math.Max(at, Math.Min(end, pattern.Length))]);
        at = braced ? end + 1 : end;
        return value;
    }
}
