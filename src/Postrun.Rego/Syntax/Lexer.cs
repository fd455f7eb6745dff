using System.Globalization;
using System.Text;

namespace Postrun.Rego;

/// <summary>Splits a module into tokens, one at a time from wherever it is asked to.</summary>
internal sealed class Lexer(SourceText source)
{
    private static readonly string[] LongSigns = [":=", "==", "!=", "<=", ">="];

    /// <summary>Comments by the position of their <c>#</c>; a place that is read twice gives one.</summary>
    public SortedDictionary<int, string> Comments { get; } = [];

    private string Text => source.Text;

    public Token Next(int from)
    {
        var newLine = from == 0;
        var at = from;
        while (at < Text.Length)
        {
            var c = Text[at];
            if (c == '#')
            {
                var end = Text.IndexOf('\n', at);
                if (end < 0)
                    end = Text.Length;
                Comments[at] = Text[(at + 1)..end].TrimEnd('\r');
                at = end;
            }
            else if (c is ' ' or '\t' or '\r' or '\n' or '\ufeff')
            {
                newLine |= c == '\n';
                at++;
            }
            else
            {
                break;
            }
        }
        if (at >= Text.Length)
            return new(TokenKind.End, "", at, at, true);
        var first = Text[at];
        if (IsNameStart(first))
            return Name(at, newLine);
        if (char.IsAsciiDigit(first))
            return Number(at, newLine);
        if (first == '"')
            return new(TokenKind.String, Quoted(at, out var stop), at, stop, newLine);
        if (first == '`')
        {
            var end = Text.IndexOf('`', at + 1);
            return end < 0
                ? throw Error(at, "raw string is not closed by `")
                : new(TokenKind.String, Text[(at + 1)..end], at, end + 1, newLine);
        }
        if (first == '$' && at + 1 < Text.Length && Text[at + 1] is '"' or '`')
            return new(TokenKind.Template, Text[at + 1].ToString(), at, at + 2, newLine);
        foreach (var sign in LongSigns)
        {
            if (string.CompareOrdinal(Text, at, sign, 0, sign.Length) == 0)
                return new(TokenKind.Sign, sign, at, at + sign.Length, newLine);
        }
        return "[](){}.,:;=<>|&+-*/%".Contains(first, StringComparison.Ordinal)
            ? new(TokenKind.Sign, first.ToString(), at, at + 1, newLine)
            : throw Error(at, $"illegal character {VisibleCharacter(first)}");
    }

    /// <summary>The text of a template up to its next <c>{</c> or its end.</summary>
    /// <param name="at">Moves behind that.</param>
    public string TemplatePart(ref int at, char quote, out bool ended)
    {
        var part = new StringBuilder();
        var opened = at;
        while (at < Text.Length)
        {
            var c = Text[at];
            if (c == quote)
            {
                at++;
                ended = true;
                return part.ToString();
            }
            if (c == '{')
            {
                at++;
                ended = false;
                return part.ToString();
            }
            if (c == '\\' && at + 1 < Text.Length && Text[at + 1] == '{')
            {
                part.Append('{');
                at += 2;
            }
            else if (quote == '"' && c == '\\')
            {
                Escape(part, ref at);
            }
            else if (quote == '"' && c == '\n')
            {
                break;
            }
            else
            {
                part.Append(c);
                at++;
            }
        }
        throw Error(opened, $"template string is not closed by {quote}");
    }

    public RegoSyntaxException Error(int at, string problem) => new(RegoSyntaxException.Parse, source.Place(Math.Min(at, Text.Length)), problem);

    private Token Name(int at, bool newLine)
    {
        var end = at + 1;
        while (end < Text.Length && (IsNameStart(Text[end]) || char.IsAsciiDigit(Text[end])))
            end++;
        return new(TokenKind.Name, Text[at..end], at, end, newLine);
    }

    private Token Number(int at, bool newLine)
    {
        var end = at;
        while (end < Text.Length && (char.IsAsciiLetterOrDigit(Text[end]) || Text[end] == '.' || (Text[end] is '+' or '-' && Text[end - 1] is 'e' or 'E')))
            end++;
        return RegoNumber.TryParse(Text.AsSpan(at, end - at), out _)
            ? new(TokenKind.Number, Text[at..end], at, end, newLine)
            : throw Error(at, end - at > 40 ? "number is too long or out of range" : $"illegal number '{Text[at..end]}'");
    }

    private string Quoted(int at, out int stop)
    {
        var value = new StringBuilder();
        var i = at + 1;
        while (i < Text.Length && Text[i] != '\n')
        {
            if (Text[i] == '"')
            {
                stop = i + 1;
                return value.ToString();
            }
            if (Text[i] == '\\')
                Escape(value, ref i);
            else
                value.Append(Text[i++]);
        }
        throw Error(at, "string is not closed by \"");
    }

    private void Escape(StringBuilder value, ref int at)
    {
        var kind = at + 1 < Text.Length ? Text[at + 1] : '\0';
        if (kind == 'u')
        {
            if (at + 6 > Text.Length || !ushort.TryParse(Text.AsSpan(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit))
                throw Error(at, "illegal escape: \\u takes four hexadecimal digits");
            value.Append((char)unit);
            at += 6;
            return;
        }
        value.Append(kind switch
        {
            '"' or '\\' or '/' => kind,
            'b' => '\b',
            'f' => '\f',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            _ => throw Error(at, "illegal escape"),
        });
        at += 2;
    }

    private static bool IsNameStart(char c) => char.IsAsciiLetter(c) || c == '_';

    private static string VisibleCharacter(char c) =>
        c is > ' ' and < '\u007f' ? $"'{c}'" : string.Create(CultureInfo.InvariantCulture, $"U+{(int)c:X4}");
}
