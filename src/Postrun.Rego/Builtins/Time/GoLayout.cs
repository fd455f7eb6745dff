namespace Postrun.Rego;

/// <summary>The parts of a layout: the reference time Mon Jan 2 15:04:05 MST 2006, written as wanted.</summary>
internal enum LayoutPart
{
    End,
    LongMonth,
    Month,
    NumMonth,
    ZeroMonth,
    LongWeekday,
    Weekday,
    Day,
    UnderDay,
    ZeroDay,
    UnderYearDay,
    ZeroYearDay,
    Hour,
    Hour12,
    ZeroHour12,
    Minute,
    ZeroMinute,
    Second,
    ZeroSecond,
    LongYear,
    Year,
    UpperHalf,
    LowerHalf,
    ZoneName,
    Offset,
    FractionZeros,
    FractionNines,
}

/// <summary>Layouts of Go's package <c>time</c>.</summary>
internal static class GoLayout
{
    private static readonly Dictionary<string, string> Named = new(StringComparer.Ordinal)
    {
        ["ANSIC"] = "Mon Jan _2 15:04:05 2006",
        ["UnixDate"] = "Mon Jan _2 15:04:05 MST 2006",
        ["RubyDate"] = "Mon Jan 02 15:04:05 -0700 2006",
        ["RFC822"] = "02 Jan 06 15:04 MST",
        ["RFC822Z"] = "02 Jan 06 15:04 -0700",
        ["RFC850"] = "Monday, 02-Jan-06 15:04:05 MST",
        ["RFC1123"] = "Mon, 02 Jan 2006 15:04:05 MST",
        ["RFC1123Z"] = "Mon, 02 Jan 2006 15:04:05 -0700",
        ["RFC3339"] = Rfc3339,
        ["RFC3339Nano"] = Rfc3339Nano,
    };

    public const string Rfc3339 = "2006-01-02T15:04:05Z07:00";
    public const string Rfc3339Nano = "2006-01-02T15:04:05.999999999Z07:00";

    // The longer of two that begin alike comes first.
    private static readonly (string Text, LayoutPart Part)[] Parts =
    [
        ("January", LayoutPart.LongMonth), ("Jan", LayoutPart.Month), ("Monday", LayoutPart.LongWeekday), ("Mon", LayoutPart.Weekday),
        ("MST", LayoutPart.ZoneName), ("002", LayoutPart.ZeroYearDay), ("01", LayoutPart.ZeroMonth), ("02", LayoutPart.ZeroDay),
        ("03", LayoutPart.ZeroHour12), ("04", LayoutPart.ZeroMinute), ("05", LayoutPart.ZeroSecond), ("06", LayoutPart.Year),
        ("15", LayoutPart.Hour), ("1", LayoutPart.NumMonth), ("2006", LayoutPart.LongYear), ("2", LayoutPart.Day),
        ("__2", LayoutPart.UnderYearDay), ("_2", LayoutPart.UnderDay), ("3", LayoutPart.Hour12), ("4", LayoutPart.Minute),
        ("5", LayoutPart.Second), ("PM", LayoutPart.UpperHalf), ("pm", LayoutPart.LowerHalf),
        ("-07:00:00", LayoutPart.Offset), ("-070000", LayoutPart.Offset), ("-07:00", LayoutPart.Offset), ("-0700", LayoutPart.Offset), ("-07", LayoutPart.Offset),
        ("Z07:00:00", LayoutPart.Offset), ("Z070000", LayoutPart.Offset), ("Z07:00", LayoutPart.Offset), ("Z0700", LayoutPart.Offset), ("Z07", LayoutPart.Offset),
    ];

    public static string Resolve(string layout) => Named.GetValueOrDefault(layout, layout);

    /// <summary>The first part at or after a place.</summary>
    /// <param name="start">Where it begins; the end of the layout where there is none.</param>
    public static LayoutPart Next(string layout, int from, out int start, out int length)
    {
        for (start = from; start < layout.Length; start++)
        {
            var rest = layout.AsSpan(start);
            if (rest[0] is '.' or ',' && Fraction(rest) is > 0 and var digits)
            {
                length = digits + 1;
                return rest[1] == '0' ? LayoutPart.FractionZeros : LayoutPart.FractionNines;
            }
            // The year after an underscore is a year: the underscore stands for itself.
            if (rest.StartsWith("_2006"))
                continue;
            foreach (var (text, part) in Parts)
            {
                if (!rest.StartsWith(text) || (part is LayoutPart.Month or LayoutPart.Weekday && rest.Length > 3 && char.IsAsciiLetterLower(rest[3])))
                    continue;
                length = text.Length;
                return part;
            }
        }
        length = 0;
        return LayoutPart.End;
    }

    /// <summary>How many zeros or nines follow a point, and no other digit after them.</summary>
    private static int Fraction(ReadOnlySpan<char> text)
    {
        if (text.Length < 2 || text[1] is not ('0' or '9'))
            return 0;
        var end = text[1..].IndexOfAnyExcept(text[1]) + 1;
        if (end == 0)
            return text.Length - 1;
        return char.IsAsciiDigit(text[end]) ? 0 : end - 1;
    }
}
