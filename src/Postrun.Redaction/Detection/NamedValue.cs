using System.Text;

namespace Postrun.Redaction.Detection;

/// <summary>A value and the name it is given to, as program code, configuration, command lines and logs write it.</summary>
/// <param name="name">All of the name, with its qualifiers: <c>spring.datasource.password</c>.</param>
/// <param name="nameStart">Where the name begins.</param>
/// <param name="start">Where the value begins, behind the quotation mark.</param>
/// <param name="end">Where it ends, before the quotation mark.</param>
/// <param name="quoted">It stands between quotation marks, or between tags.</param>
internal readonly ref struct NamedValue(ReadOnlySpan<byte> name, int nameStart, int start, int end, bool quoted)
{
    private const int LongestName = 80;
    private const int MostSpace = 40;
    private const int LongestType = 40;

    internal ReadOnlySpan<byte> Name { get; } = name;

    internal int NameStart { get; } = nameStart;

    internal int Start { get; } = start;

    internal int End { get; } = end;

    internal bool Quoted { get; } = quoted;

    /// <summary>Reads the value of the name that <paramref name="at"/> lies in; false where none is given to it on this line.</summary>
    internal static bool TryRead(ReadOnlySpan<byte> text, int at, out NamedValue named)
    {
        named = default;
        var (from, to) = (at, at);
        while (from > 0 && at - from < LongestName && IsName(text[from - 1]))
            from--;
        while (to < text.Length && to - at < LongestName && IsName(text[to]) && text[to] != '.')
            to++;
        if (!TryFindValue(text, from, to, out var start, out var needsQuote))
            return false;
        if (!NamedText.TryRead(text, start, needsQuote, out var value, out var end, out var quoted))
            return false;
        named = new(text[from..to], from, value, end, quoted);
        return true;
    }

    private static bool TryFindValue(ReadOnlySpan<byte> text, int from, int to, out int start, out bool needsQuote)
    {
        needsQuote = false;
        start = to;
        if (to >= text.Length)
            return false;
        // <password>value</password>
        if (text[to] == '>' && from > 0 && text[from - 1] == '<')
        {
            start = to + 1;
            return true;
        }
        // setPassword("value")
        if (text[to] == '(')
        {
            needsQuote = true;
            start = to + 1;
            return true;
        }
        var closed = NamedText.SkipQuote(text, to);
        var mark = SkipSpace(text, closed < text.Length && text[closed] == ']' ? closed + 1 : closed);
        if (mark >= text.Length)
            return false;
        if (text[mark] == ',' && closed > to)
            return TryPassComma(text, mark + 1, out start, out needsQuote);
        // <add key="password" value="..."/>
        if (closed > to && mark > closed && StartsWith(text[mark..], "value="u8))
        {
            start = mark + "value=".Length;
            return true;
        }
        start = SkipMark(text, mark);
        if (start == mark)
            return mark > to && closed == to && IsOption(text, from);
        start = SkipType(text, SkipSpace(text, start));
        return true;
    }

    /// <summary><c>("password", "value")</c>, <c>{"name": "password", "value": "..."}</c>.</summary>
    private static bool TryPassComma(ReadOnlySpan<byte> text, int at, out int start, out bool needsQuote)
    {
        needsQuote = true;
        start = SkipSpace(text, at);
        var key = NamedText.SkipQuote(text, start);
        if (key > start && StartsWith(text[key..], "value"u8))
        {
            var colon = SkipSpace(text, NamedText.SkipQuote(text, key + "value".Length));
            if (colon < text.Length && text[colon] == ':')
                start = SkipSpace(text, colon + 1);
        }
        return true;
    }

    /// <summary><c>=</c>, <c>:</c>, <c>:=</c>, <c>=&gt;</c>, <c>==</c>, <c>-&gt;</c>, <c>&lt;-</c>, <c>?=</c>, <c>%3D</c>.</summary>
    private static int SkipMark(ReadOnlySpan<byte> text, int at)
    {
        var end = at;
        while (end < text.Length && end - at < 3 && text[end] is (byte)'=' or (byte)':' or (byte)'>' or (byte)'<' or (byte)'?' or (byte)'!' or (byte)'-' or (byte)'|')
            end++;
        if (text[at..end].ContainsAny((byte)'=', (byte)':'))
            return end;
        return text[at..end] is [(byte)'-', (byte)'>'] or [(byte)'<', (byte)'-'] ? end
            : StartsWith(text[at..], "%3d"u8) ? at + 3
            : at;
    }

    /// <summary>Between a colon and the mark of assignment a type may stand: <c>password: Optional[str] = "..."</c>.</summary>
    private static int SkipType(ReadOnlySpan<byte> text, int at)
    {
        var end = at;
        while (end < text.Length && end - at < LongestType && (IsName(text[end]) || text[end] is (byte)'[' or (byte)']' or (byte)'|' or (byte)' ' or (byte)'?' or (byte)'&'))
            end++;
        var isType = end > at + 2 && end + 1 < text.Length && text[end] == '=' && text[end - 1] == ' ' && text[end + 1] is (byte)' ' or (byte)'"' or (byte)'\'';
        return isType ? SkipSpace(text, end + 1) : at;
    }

    private static bool IsOption(ReadOnlySpan<byte> text, int from) => from + 2 < text.Length && text[from] == '-' && text[from + 1] != ' ';

    private static bool StartsWith(ReadOnlySpan<byte> text, ReadOnlySpan<byte> word) =>
        text.Length >= word.Length && Ascii.EqualsIgnoreCase(text[..word.Length], word);

    internal static bool IsName(byte value) => Boundary.IsWord(value) || value is (byte)'-' or (byte)'.';

    internal static int SkipSpace(ReadOnlySpan<byte> text, int at)
    {
        var end = at;
        while (end < text.Length && end - at < MostSpace && text[end] is (byte)' ' or (byte)'\t')
            end++;
        return end;
    }
}
