using System.Globalization;

namespace Postrun.Rego;

/// <summary>Reads a time after a layout, as Go's <c>time.Parse</c> does.</summary>
internal sealed partial class TimeParser
{
    private readonly string layout;
    private readonly string value;
    private int at;
    private long year;
    private int month = -1, day = -1, yearDay = -1;
    private int hour, minute, second, fraction;
    private bool afternoon, forenoon;
    private int? offset;

    private TimeParser(string layout, string value) => (this.layout, this.value) = (layout, value);

    private string Rest => value[at..];

    /// <returns>Nanoseconds since 1970.</returns>
    /// <exception cref="BuiltinException">the text is not a time after the layout</exception>
    public static Int128 Parse(string layout, string value, Budget budget)
    {
        budget.Spend(1 + layout.Length + value.Length);
        budget.Allocate(2L * (layout.Length + value.Length));
        return new TimeParser(layout, value).Parse();
    }

    private Int128 Parse()
    {
        for (var from = 0; ;)
        {
            var part = GoLayout.Next(layout, from, out var start, out var length);
            Skip(layout.AsSpan(from, start - from));
            if (part == LayoutPart.End)
                break;
            from = start + length;
            var held = at;
            var range = Read(part, layout.AsSpan(start, length), from);
            if (range is null)
                continue;
            if (range.Length > 0)
                throw Failed($": {range} out of range");
            at = held;
            throw Unmatched(layout.Substring(start, length));
        }
        if (at < value.Length)
            throw Failed($": extra text: {QuotedText.Quote(Rest)}");
        if (afternoon && hour < 12)
            hour += 12;
        else if (forenoon && hour == 12)
            hour = 0;
        ResolveDay();
        var seconds = (Int128)CivilTime.Days(year, month, day) * CivilTime.SecondsPerDay + hour * 3_600 + minute * 60 + second - (offset ?? 0);
        return seconds * 1_000_000_000 + fraction;
    }

    private void ResolveDay()
    {
        if (yearDay >= 0)
        {
            if (yearDay < 1 || yearDay > (CivilTime.IsLeap(year) ? 366 : 365))
                throw Failed(": day-of-year out of range");
            var (_, foundMonth, foundDay) = CivilTime.Date(CivilTime.Days(year, 1, yearDay));
            if (month >= 0 && month != foundMonth)
                throw Failed(": day-of-year does not match month");
            if (day >= 0 && day != foundDay)
                throw Failed(": day-of-year does not match day");
            (month, day) = (foundMonth, foundDay);
        }
        month = month < 0 ? 1 : month;
        day = day < 0 ? 1 : day;
        if (day < 1 || day > CivilTime.DaysIn(year, month))
            throw Failed(": day out of range");
    }

    /// <returns><see langword="null"/>, or what is out of range, or nothing where the part is not there.</returns>
    private string? Read(LayoutPart part, ReadOnlySpan<char> form, int next)
    {
        switch (part)
        {
            case LayoutPart.Year:
                if (!Digits(2, 2, out var number))
                    return "";
                year = number >= 69 ? 1_900 + number : 2_000 + number;
                return null;
            case LayoutPart.LongYear:
                if (!Digits(4, 4, out number))
                    return "";
                year = number;
                return null;
            case LayoutPart.LongMonth or LayoutPart.Month:
                month = Name(CivilTime.Months, part == LayoutPart.Month ? 3 : int.MaxValue) + 1;
                return month > 0 ? null : "";
            case LayoutPart.NumMonth or LayoutPart.ZeroMonth:
                return !Digits(part == LayoutPart.ZeroMonth ? 2 : 1, 2, out month) ? "" : month is < 1 or > 12 ? "month" : null;
            case LayoutPart.LongWeekday or LayoutPart.Weekday:
                return Name(CivilTime.Weekdays, part == LayoutPart.Weekday ? 3 : int.MaxValue) >= 0 ? null : "";
            case LayoutPart.Day or LayoutPart.UnderDay or LayoutPart.ZeroDay:
                Spaces(part == LayoutPart.UnderDay ? 1 : 0);
                return Digits(part == LayoutPart.ZeroDay ? 2 : 1, 2, out day) ? null : "";
            case LayoutPart.UnderYearDay or LayoutPart.ZeroYearDay:
                var skipped = Spaces(part == LayoutPart.UnderYearDay ? 2 : 0);
                return Digits(3 - skipped, 3 - skipped, out yearDay) ? null : "";
            case LayoutPart.Hour:
                return !Digits(1, 2, out hour) ? "" : hour > 23 ? "hour" : null;
            case LayoutPart.Hour12 or LayoutPart.ZeroHour12:
                return !Digits(part == LayoutPart.ZeroHour12 ? 2 : 1, 2, out hour) ? "" : hour > 12 ? "hour" : null;
            case LayoutPart.Minute or LayoutPart.ZeroMinute:
                return !Digits(part == LayoutPart.ZeroMinute ? 2 : 1, 2, out minute) ? "" : minute > 59 ? "minute" : null;
            case LayoutPart.Second or LayoutPart.ZeroSecond:
                return !Digits(part == LayoutPart.ZeroSecond ? 2 : 1, 2, out second) ? "" : second > 59 ? "second" : UnannouncedFraction(next);
            case LayoutPart.FractionZeros:
                return IsFraction(form.Length - 1) ? Fraction(form.Length - 1) : "";
            case LayoutPart.FractionNines:
                return IsFraction(1) ? Fraction(FractionLength()) : null;
            case LayoutPart.UpperHalf or LayoutPart.LowerHalf:
                (forenoon, afternoon) = (Literal(part == LayoutPart.UpperHalf ? "AM" : "am"), false);
                afternoon = !forenoon && Literal(part == LayoutPart.UpperHalf ? "PM" : "pm");
                return forenoon || afternoon ? null : "";
            case LayoutPart.ZoneName:
                return ZoneName();
            default:
                return Offset(form);
        }
    }

    /// <summary>A fraction of a second may follow the seconds though the layout has none.</summary>
    private string? UnannouncedFraction(int next)
    {
        if (!IsFraction(1) || GoLayout.Next(layout, next, out _, out _) is LayoutPart.FractionZeros or LayoutPart.FractionNines)
            return null;
        return Fraction(FractionLength());
    }

    private bool IsFraction(int digits)
    {
        if (at + digits >= value.Length || value[at] is not ('.' or ','))
            return false;
        return !value.AsSpan(at + 1, digits).ContainsAnyExceptInRange('0', '9');
    }

    private int FractionLength()
    {
        var rest = value.AsSpan(at + 1);
        return rest.IndexOfAnyExceptInRange('0', '9') is >= 0 and var end ? end : rest.Length;
    }

    private string? Fraction(int digits)
    {
        var text = value.AsSpan(at + 1, Math.Min(digits, 9)).ToString().PadRight(9, '0');
        fraction = int.Parse(text, CultureInfo.InvariantCulture);
        at += 1 + digits;
        return null;
    }

    private bool Digits(int least, int most, out int number)
    {
        var count = 0;
        number = 0;
        while (count < most && at + count < value.Length && char.IsAsciiDigit(value[at + count]))
            number = number * 10 + value[at + count++] - '0';
        at += count >= least ? count : 0;
        return count >= least;
    }

    private int Spaces(int most)
    {
        var count = 0;
        while (count < most && at < value.Length && value[at] == ' ')
            (count, at) = (count + 1, at + 1);
        return count;
    }

    private bool Literal(string text)
    {
        if (!value.AsSpan(at).StartsWith(text))
            return false;
        at += text.Length;
        return true;
    }

    private int Name(string[] names, int length)
    {
        for (var i = 0; i < names.Length; i++)
        {
            var name = names[i][..Math.Min(length, names[i].Length)];
            if (!value.AsSpan(at).StartsWith(name, StringComparison.OrdinalIgnoreCase))
                continue;
            at += name.Length;
            return i;
        }
        return -1;
    }

    /// <summary>What stands between the parts must be there; spaces may be more or fewer.</summary>
    private void Skip(ReadOnlySpan<char> prefix)
    {
        var whole = prefix;
        while (prefix.Length > 0)
        {
            if (prefix[0] == ' ')
            {
                if (at < value.Length && value[at] != ' ')
                    throw Unmatched(whole.ToString());
                prefix = prefix.TrimStart(' ');
                Spaces(int.MaxValue);
                continue;
            }
            if (at == value.Length || value[at] != prefix[0])
                throw Unmatched(whole.ToString());
            at++;
            prefix = prefix[1..];
        }
    }

    private BuiltinException Unmatched(string part) =>
        new($"parsing time {QuotedText.Quote(value)} as {QuotedText.Quote(layout)}: cannot parse {QuotedText.Quote(Rest)} as {QuotedText.Quote(part)}");

    private BuiltinException Failed(string reason) => new($"parsing time {QuotedText.Quote(value)}{reason}");
}
