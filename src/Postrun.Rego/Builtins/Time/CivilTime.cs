namespace Postrun.Rego;

/// <summary>Days and seconds of the Gregorian calendar, in any year.</summary>
internal static class CivilTime
{
    public const long SecondsPerDay = 86_400;

    public static readonly string[] Months =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    public static readonly string[] Weekdays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

    private static readonly int[] DaysBefore = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];

    /// <summary>Since 1970-01-01; months and days out of range count on.</summary>
    public static long Days(long year, long month, long day)
    {
        year += Math.DivRem(month - 1, 12, out var rest);
        if (rest < 0)
            (year, rest) = (year - 1, rest + 12);
        var before = year - 1;
        var leapDays = Floor(before, 4) - Floor(before, 100) + Floor(before, 400);
        return before * 365 + leapDays + DaysBefore[rest] + (rest > 1 && IsLeap(year) ? 1 : 0) + day - 1 - 719_162;
    }

    public static (long Year, int Month, int Day) Date(long days)
    {
        // Four centuries always have as many days.
        var cycle = Floor(days + 719_162, 146_097);
        var date = DateOnly.FromDayNumber((int)(days + 719_162 - cycle * 146_097));
        return (date.Year + 400 * cycle, date.Month, date.Day);
    }

    public static int DaysIn(long year, int month) => (int)(Days(year, month + 1, 1) - Days(year, month, 1));

    public static bool IsLeap(long year) => year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);

    public static long Floor(long value, long divisor)
    {
        var (quotient, rest) = Math.DivRem(value, divisor);
        return rest < 0 ? quotient - 1 : quotient;
    }
}
