using System.Globalization;
using System.Text;

namespace Postrun.Rego;

/// <summary>Times as texts after a layout.</summary>
internal static class TimeFormatter
{
    public static string Format(ZonedTime time, string layout, Budget budget)
    {
        budget.Spend(1 + layout.Length);
        budget.Allocate(layout.Length * 20L);
        var text = new StringBuilder();
        for (var at = 0; at < layout.Length;)
        {
            var part = GoLayout.Next(layout, at, out var start, out var length);
            text.Append(layout, at, start - at);
            if (part == LayoutPart.Offset)
                AppendOffset(text, time, layout.AsSpan(start, length));
            else if (part is LayoutPart.FractionZeros or LayoutPart.FractionNines)
                AppendFraction(text, time, layout.AsSpan(start, length));
            else if (part != LayoutPart.End)
                text.Append(Text(time, part));
            at = start + length;
        }
        return text.ToString();
    }

    private static string Text(ZonedTime time, LayoutPart part) => part switch
    {
        LayoutPart.LongMonth => CivilTime.Months[time.Month - 1],
        LayoutPart.Month => CivilTime.Months[time.Month - 1][..3],
        LayoutPart.NumMonth => Number(time.Month, 0),
        LayoutPart.ZeroMonth => Number(time.Month, 2),
        LayoutPart.LongWeekday => time.Weekday,
        LayoutPart.Weekday => time.Weekday[..3],
        LayoutPart.Day => Number(time.Day, 0),
        LayoutPart.UnderDay => Number(time.Day, 0).PadLeft(2),
        LayoutPart.ZeroDay => Number(time.Day, 2),
        LayoutPart.UnderYearDay => Number(time.YearDay, 0).PadLeft(3),
        LayoutPart.ZeroYearDay => Number(time.YearDay, 3),
        LayoutPart.Hour => Number(time.Hour, 2),
        LayoutPart.Hour12 => Number((time.Hour + 11) % 12 + 1, 0),
        LayoutPart.ZeroHour12 => Number((time.Hour + 11) % 12 + 1, 2),
        LayoutPart.Minute => Number(time.Minute, 0),
        LayoutPart.ZeroMinute => Number(time.Minute, 2),
        LayoutPart.Second => Number(time.Second, 0),
        LayoutPart.ZeroSecond => Number(time.Second, 2),
        LayoutPart.LongYear => Number((int)time.Year, 4),
        LayoutPart.Year => Number((int)(time.Year % 100), 2),
        LayoutPart.UpperHalf => time.Hour >= 12 ? "PM" : "AM",
        LayoutPart.LowerHalf => time.Hour >= 12 ? "pm" : "am",
        _ => time.ZoneName,
    };

    private static string Number(int value, int width) => value.ToString(CultureInfo.InvariantCulture).PadLeft(width, '0');

    private static void AppendOffset(StringBuilder text, ZonedTime time, ReadOnlySpan<char> form)
    {
        if (form[0] == 'Z' && time.Offset == 0)
        {
            text.Append('Z');
            return;
        }
        var offset = Math.Abs(time.Offset);
        text.Append(time.Offset < 0 ? '-' : '+').Append(Number(offset / 3_600, 2));
        var separator = form.Contains(':') ? ":" : "";
        if (form.Length > 3)
            text.Append(separator).Append(Number(offset / 60 % 60, 2));
        if (form.Length > 6)
            text.Append(separator).Append(Number(offset % 60, 2));
    }

    private static void AppendFraction(StringBuilder text, ZonedTime time, ReadOnlySpan<char> form)
    {
        var count = form.Length - 1;
        var digits = Number(time.Fraction, 9)[..Math.Min(count, 9)].PadRight(form[1] == '0' ? count : 0, '0');
        if (form[1] == '9')
            digits = digits.TrimEnd('0');
        if (digits.Length > 0)
            text.Append(form[0]).Append(digits);
    }
}
