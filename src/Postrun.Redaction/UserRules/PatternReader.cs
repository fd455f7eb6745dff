using System.Globalization;
using System.Text;

namespace Postrun.Redaction.UserRules;

/// <summary>What reading a pattern gave.</summary>
/// <param name="Rewritten">The pattern to run: white space is that of ASCII, for other bytes may be parts of characters.</param>
/// <param name="Literals">One of them stands in every match; empty where none is sure.</param>
/// <param name="Size">How many parts it has with its repetitions written out.</param>
internal sealed record PatternFacts(string Rewritten, IReadOnlyList<string> Literals, long Size, string? Problem);

/// <summary>Reads a regular expression whose syntax is known to be right: what it surely contains, how large it is, what it may not have.</summary>
internal sealed class PatternReader
{
    private const string Space = " \\t\\v\\f";

    private readonly string _text;
    private readonly StringBuilder _rewritten = new();
    private int _at;
    private string? _problem;

    private PatternReader(string text) => _text = text;

    internal static PatternFacts Read(string text)
    {
        var reader = new PatternReader(text);
        if (text.Any(static unit => unit is < ' ' or > '~'))
            reader._problem = "has a character that is not printable ASCII: patterns see bytes, so write '..' for a letter of two bytes";
        var whole = reader.Alternatives();
        return new(reader._rewritten.ToString(), whole.Literals, whole.Size, reader._problem);
    }

    /// <param name="Exact">The only text that it matches, where there is just one.</param>
    private readonly record struct Part(string? Exact, IReadOnlyList<string> Literals, long Size);

    private Part Alternatives()
    {
        var parts = new List<Part> { Sequence() };
        while (_at < _text.Length && _text[_at] == '|')
        {
            Keep(1);
            parts.Add(Sequence());
        }
        if (parts.Count == 1)
            return parts[0];
        var literals = parts.Exists(static part => part.Literals.Count == 0) ? [] : parts.SelectMany(static part => part.Literals).Distinct().ToArray();
        return new(null, literals, parts.Sum(static part => part.Size));
    }

    private Part Sequence()
    {
        var (run, best, size, exact) = ("", (IReadOnlyList<string>)[], 0L, true);
        while (_at < _text.Length && _text[_at] is not ('|' or ')'))
        {
            var atom = Atom();
            var (least, most) = Repetition();
            size = Math.Min(size + atom.Size * Math.Max(1, most), int.MaxValue);
            if (least == 1 && most == 1 && atom.Exact is { } text)
            {
                run += text;
                continue;
            }
            exact = false;
            best = Better(best, run);
            run = "";
            if (least > 0 && Shortest(atom.Literals) > Shortest(best))
                best = atom.Literals;
        }
        return new(exact ? run : null, Better(best, run), size);
    }

    private static IReadOnlyList<string> Better(IReadOnlyList<string> best, string run) =>
        run.Length >= RuleReader.ShortestLiteral && run.Length > Shortest(best) ? [run] : best;

    private static int Shortest(IReadOnlyList<string> literals) => literals.Count == 0 ? 0 : literals.Min(static literal => literal.Length);

    private Part Atom()
    {
        switch (_text[_at])
        {
            case '(':
                return Group();
            case '[':
                Class();
                return new(null, [], 1);
            case '\\':
                return Escape();
            case '.' or '^' or '$':
                Keep(1);
                return new(null, [], 1);
            case var other:
                Keep(1);
                return new(other.ToString(), [], 1);
        }
    }

    private Part Group()
    {
        var opening = _at + 1 < _text.Length && _text[_at + 1] == '?' ? Opening() : 1;
        Keep(opening);
        var inner = Alternatives();
        Keep(1);
        return inner with { Literals = inner.Exact is { Length: >= RuleReader.ShortestLiteral } exact ? [exact] : inner.Literals };
    }

    /// <summary>How long <c>(?:</c> or <c>(?&lt;name&gt;</c> is.</summary>
    private int Opening()
    {
        var kind = _text.AsSpan(_at + 2);
        if (kind.StartsWith(":"))
            return 3;
        if (kind is ['<', not ('=' or '!'), ..] && kind.IndexOf('>') is > 0 and var close && !kind[..close].Contains('-'))
            return close + 3;
        _problem ??= "has a group (?...) of a kind that is not supported: only (?:...) and (?<name>...) are; write ignore_case: true for (?i)";
        _at = _text.Length;
        return 0;
    }

    private void Class()
    {
        Keep(_at + 1 < _text.Length && _text[_at + 1] == '^' ? 2 : 1);
        var first = _at;
        while (_at < _text.Length && (_text[_at] != ']' || _at == first))
        {
            var rest = _text.AsSpan(_at);
            if (rest is ['[', ':', ..] || (rest is ['-', '[', ..] && _at > first))
            {
                _problem ??= "has a set within a set [...[...]]: write what it comes to as one set, and '\\[' for the bracket itself";
                _at = _text.Length;
            }
            else if (rest is ['\\', 's', ..])
                Replace(2, Space);
            else
                Keep(rest is ['\\', ..] ? 2 : 1);
        }
        Keep(1);
    }

    private Part Escape()
    {
        var kind = _text[_at + 1];
        if (!char.IsAsciiLetterOrDigit(kind))
        {
            Keep(2);
            return new(kind.ToString(), [], 1);
        }
        switch (kind)
        {
            case 's':
                Replace(2, $"[{Space}]");
                break;
            case 'S':
                Replace(2, $"[^{Space}]");
                break;
            case 'x':
                Keep(4);
                break;
            case 'u':
                Keep(6);
                break;
            case 'c':
                Keep(3);
                break;
            case >= '0' and <= '9':
                Keep(_text.AsSpan(_at + 1).IndexOfAnyExceptInRange('0', '9') is var digits and >= 0 ? digits + 1 : _text.Length - _at);
                break;
            case 'p' or 'P':
                Keep(_text.IndexOf('}', _at) - _at + 1);
                break;
            default:
                Keep(2);
                break;
        }
        return new(null, [], 1);
    }

    /// <summary>How often the last part stands at least, and at most; without limit counts once more than at least.</summary>
    private (long Least, long Most) Repetition()
    {
        if (_at >= _text.Length)
            return (1, 1);
        (long, long)? times = _text[_at] switch
        {
            '*' => (0, 1),
            '+' => (1, 2),
            '?' => (0, 1),
            '{' => Braces(),
            _ => null,
        };
        if (times is null)
            return (1, 1);
        Keep(_text[_at] == '{' ? _text.IndexOf('}', _at) - _at + 1 : 1);
        if (_at < _text.Length && _text[_at] == '?')
            Keep(1);
        return times.Value;
    }

    /// <summary>null where the brace stands for itself.</summary>
    private (long, long)? Braces()
    {
        var close = _text.IndexOf('}', _at);
        if (close < 0)
            return null;
        var bounds = _text[(_at + 1)..close].Split(',');
        if (bounds.Length > 2 || !Number(bounds[0], out var least))
            return null;
        return bounds.Length == 1 ? (least, least)
            : bounds[1].Length == 0 ? (least, least + 1)
            : Number(bounds[1], out var most) ? (least, most)
            : null;
    }

    private static bool Number(string text, out long number) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);

    private void Keep(int count) => Replace(count, _text.Substring(_at, Math.Min(count, _text.Length - _at)));

    private void Replace(int count, string with)
    {
        _rewritten.Append(with);
        _at = Math.Min(_at + count, _text.Length);
    }
}
