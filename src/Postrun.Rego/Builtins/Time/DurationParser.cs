namespace Postrun.Rego;

/// <summary>Durations such as <c>1h15m30.5s</c>.</summary>
internal static class DurationParser
{
    /// <returns>Nanoseconds.</returns>
    /// <exception cref="BuiltinException">the text is no duration</exception>
    public static long Parse(string text, Budget budget)
    {
        budget.Spend(1 + text.Length);
        var at = text.Length > 0 && text[0] is '+' or '-' ? 1 : 0;
        if (text.Length - at == 1 && text[at] == '0')
            return 0;
        if (at == text.Length)
            throw Invalid(text);
        Int128 total = 0;
        while (at < text.Length)
        {
            var whole = Digits(text, at);
            var end = at + whole.Length;
            var fraction = "";
            if (end < text.Length && text[end] == '.')
            {
                fraction = Digits(text, end + 1);
                end += 1 + fraction.Length;
            }
            if (whole.Length + fraction.Length == 0 || whole.TrimStart('0').Length > 19)
                throw Invalid(text);
            var unitEnd = end;
            while (unitEnd < text.Length && text[unitEnd] != '.' && !char.IsAsciiDigit(text[unitEnd]))
                unitEnd++;
            if (unitEnd == end)
                throw new BuiltinException($"time: missing unit in duration {QuotedText.Quote(text)}");
            var unit = Unit(text[end..unitEnd]) ?? throw new BuiltinException($"time: unknown unit {QuotedText.Quote(text[end..unitEnd])} in duration {QuotedText.Quote(text)}");
            total += Int128.Parse("0" + whole) * unit;
            var digits = fraction[..Math.Min(fraction.Length, 18)];
            total += Int128.Parse("0" + digits) * unit / (Int128)Math.Pow(10, digits.Length);
            if (total > (Int128)long.MaxValue + 1)
                throw Invalid(text);
            at = unitEnd;
        }
        if (text[0] == '-')
            return (long)-total;
        return total <= long.MaxValue ? (long)total : throw Invalid(text);
    }

    private static BuiltinException Invalid(string text) => new($"time: invalid duration {QuotedText.Quote(text)}");

    private static string Digits(string text, int from)
    {
        var end = from;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
            end++;
        return text[from..end];
    }

    private static long? Unit(string name) => name switch
    {
        "ns" => 1,
        "us" or "\u00B5s" or "\u03BCs" => 1_000,
        "ms" => 1_000_000,
        "s" => 1_000_000_000,
        "m" => 60_000_000_000,
        "h" => 3_600_000_000_000,
        _ => null,
    };
}
